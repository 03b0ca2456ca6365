"""The screens of a meeting while it is held."""
