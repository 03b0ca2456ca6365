"""Disputed roles: who is said to harm whom, who acts for whom, and what was decided by what screening."""
