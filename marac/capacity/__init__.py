"""Whether a meeting is too full for its time, and what can be done about it before it is held."""
