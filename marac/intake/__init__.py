"""The content of a referral (marac-intake/1): its fields and paths, the risk checklists, and what one lacks."""
