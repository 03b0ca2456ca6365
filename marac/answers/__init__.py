"""Finds what a document asks and what was answered: printed labels, ticks, names, telephone numbers and addresses."""
