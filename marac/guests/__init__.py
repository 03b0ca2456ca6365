"""Somebody without an account refers once: a link to an address of their agency, a code apart from it, one referral."""
