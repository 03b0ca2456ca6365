"""What speaks for two descriptions being of one person, and how much: columns of people in, weights and reasons out."""
