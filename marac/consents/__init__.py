"""Reads whether the victim knows of a referral and agrees to it, from answers and from sentences."""
