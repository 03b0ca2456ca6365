"""What a document says, in one form whatever file it came in: texts with their marks, in blocks with their places."""
