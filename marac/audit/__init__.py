"""The trail of what was done and read, and the one door through which data change."""
