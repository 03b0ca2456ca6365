"""What the screens of a meeting ask."""
