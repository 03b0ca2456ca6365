"""Who signs in, and in which role for which agency."""
