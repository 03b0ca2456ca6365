"""What was read from a document as its review page shows it: in rows, each with its place; what can do harm first."""
