"""Who is who: what people are found by, and what speaks for two descriptions being of one person."""
