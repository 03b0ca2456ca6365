"""Taking a message in, filing it, putting it back, and recording that the queue was looked through."""
