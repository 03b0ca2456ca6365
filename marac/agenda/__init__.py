"""In which order the cases of a meeting are heard, who is needed when, and whether the meeting is too full."""
