"""Invented people and what is said of them, drawn from a seed: plain Python that knows nothing of the database."""
