"""What each agency is asked to search for before a meeting, and what it answers."""
