"""A referral written here on our own form: its pages, what is missing, sending it, and what became of it."""
