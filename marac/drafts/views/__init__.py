"""The pages of whoever refers: the form, and where the referrals of their agency stand."""
