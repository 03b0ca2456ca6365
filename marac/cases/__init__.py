"""The anchor: a case's reference, and who may see it."""
