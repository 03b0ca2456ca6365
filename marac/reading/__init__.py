"""Reads a referral document and says which values it gives and where each of them stood."""

from marac.reading.record import Certainty, Place, Reading, Unread
from marac.reading.referral import read
from marac.reading.safely import read_safely

__all__ = ["Certainty", "Place", "Reading", "Unread", "read", "read_safely"]
