"""Signing in with the account that one has at one's agency, and linking it to one's account here."""
