"""Referrals told by telephone: written down as it is spoken, read back, and verified by ringing back."""
