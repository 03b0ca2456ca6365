"""Putting right what is recorded of people, and who they are in a case."""
