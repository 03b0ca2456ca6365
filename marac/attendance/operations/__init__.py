"""Recording who was at a meeting, and for which of its cases."""
