"""Deciding what becomes of a referral: on what grounds it stands, whether it is a repeat, and the case it makes."""
