"""Uploading an old tracker, and deciding what it means."""

from marac.trackers.operations.meaning import change_layout, choose, correct_line, leave_out_bad, teach_agencies
from marac.trackers.operations.upload import AlreadyHere, read_tracker

__all__ = [
    "AlreadyHere",
    "change_layout",
    "choose",
    "correct_line",
    "leave_out_bad",
    "read_tracker",
    "teach_agencies",
]
