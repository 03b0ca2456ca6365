"""Reads a referral document and says which values it gives and where each of them stood."""

from marac.answers.found import Certainty, Unread
from marac.reading.record import Reading
from marac.reading.referral import read
from marac.reading.safely import read_safely
from marac.vocabulary.lessons import Lesson
from marac.written.blocks import Place

__all__ = ["Certainty", "Lesson", "Place", "Reading", "Unread", "read", "read_safely"]
