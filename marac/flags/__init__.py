"""The marks that agencies keep on their own systems, so that a further incident is recognised as a repeat."""
