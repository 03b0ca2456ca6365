"""How labels and their answers stand to one another: in one text, and in a table."""
