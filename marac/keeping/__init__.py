"""Keeps each answer under its label, with whoever's box it stands in."""
