"""What a covering mail or a letter says of the people: it is newer than a form, and is told in sentences."""
