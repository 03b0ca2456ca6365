"""Finds whom sentences name, where no label does."""
