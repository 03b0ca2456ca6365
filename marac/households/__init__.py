"""Who is who to whom in a case, and which homes and numbers they share: drawn, and the same in a table."""
