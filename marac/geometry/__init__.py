"""How words and lines stand on a printed page: in columns, in panels, and in tables of drawn lines."""
