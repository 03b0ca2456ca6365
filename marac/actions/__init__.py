"""The risks that a meeting named, and what each agency undertook to do about them."""
