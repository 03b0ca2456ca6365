"""The pages of attendance: the meeting, one case, and who asks to observe."""
