"""The papers of a meeting, a file for each person: what they may see and no more, with their name on every page."""
