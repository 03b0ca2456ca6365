"""What each agency was asked about a case before its meeting, and what it answered."""
