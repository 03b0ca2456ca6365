"""Changes to how people sign in: tries, factors of their own, and what the office does for others."""
