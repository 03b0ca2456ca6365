"""What somebody told us, from the first draft to the decision."""
