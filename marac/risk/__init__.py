"""How the risk in a case was assessed, what moved since the time before, and how people judged it."""
