"""The pages by which minutes and action lists go out."""
