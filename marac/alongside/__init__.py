"""The cases of one person who does harm beside each other, each with what the viewer may see there and nothing more."""
