"""Knows what forms call things: which field a printed label asks for, and of whom it speaks."""
