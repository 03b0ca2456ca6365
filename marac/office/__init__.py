"""The desk: the day's list, cases, and pages that join what the other topics keep."""
