"""Files that came in or were made, each kept once."""
