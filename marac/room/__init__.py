"""A meeting while it is held: which case is being heard and since when, and the screens of those in the room."""
