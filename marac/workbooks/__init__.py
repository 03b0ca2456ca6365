"""What the sheets, columns and rows of an old tracker mean: proposed, with every doubt; plain Python."""
