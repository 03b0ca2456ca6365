"""The people of each agency over time: who stands in, who moves on or leaves, and that the agency confirms the rest."""
