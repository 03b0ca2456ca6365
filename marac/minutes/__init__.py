"""What was said about each case, and the frozen issues that went out."""
