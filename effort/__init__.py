"""Plays a coordinator's month in a real browser and counts what it costs in presses, keys, reading and time."""
