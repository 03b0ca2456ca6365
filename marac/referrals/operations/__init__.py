"""Taking a referral in, correcting it, and deciding on it."""

from marac.referrals.operations.deciding import accept, return_for_information, turn_down, withdraw
from marac.referrals.operations.intake import AlreadyHere, correct, read_document, remove_entry

__all__ = [
    "AlreadyHere",
    "accept",
    "correct",
    "read_document",
    "remove_entry",
    "return_for_information",
    "turn_down",
    "withdraw",
]
