"""Conflicts of interest: staff compared with the people in cases, what staff declare, and who is shut out."""
