"""What the words of this area and of this very document mean: what was taught, and what it calls its people."""
