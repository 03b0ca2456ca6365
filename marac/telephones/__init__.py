"""Telephone numbers, and what is written of how somebody may be reached on them."""
