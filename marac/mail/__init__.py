"""Notices to people at agencies: that something waits for them here, to whom, and whether it went."""
