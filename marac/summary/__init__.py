"""The case summary: one case at a glance, on one sheet of paper."""
