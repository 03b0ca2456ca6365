"""Somebody with an account, a password and a role, as where they sign in."""

from tests.signin.conftest import person, quick_passwords, text

__all__ = ["person", "quick_passwords", "text"]
