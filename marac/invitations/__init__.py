"""How somebody gets an account, and what the office does when a password or a telephone is lost or a person leaves."""
