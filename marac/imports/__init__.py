"""What is made of the rows of an old tracker, in one act, and taking it back."""
