"""Reads what was answered: ticks, names and addresses, and who sends a referral."""
