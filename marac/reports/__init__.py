"""The quarterly return, and the cases behind each of its numbers."""
