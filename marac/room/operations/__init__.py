"""What is done while a meeting is held: the clock of its cases, and what is typed."""
