"""What words on no list, and lines without labels, can only mean: inferred, and to be checked."""
