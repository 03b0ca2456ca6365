"""A value on its way into a referral: where it stood, and how sure it is."""

from dataclasses import dataclass
from typing import Any

from marac.written.blocks import Place


@dataclass(frozen=True)
class Certainty:
    """`kind`: stated, resolved (read through another answer) or inferred. `sure`: sure, likely or check."""

    kind: str
    sure: str


STATED = Certainty("stated", "sure")
LIKELY = Certainty("stated", "likely")
DOUBTFUL = Certainty("stated", "check")
RESOLVED = Certainty("resolved", "likely")
INFERRED = Certainty("inferred", "check")


@dataclass(frozen=True)
class Found:
    """One value."""

    value: Any
    place: Place
    certainty: Certainty = STATED


@dataclass(frozen=True)
class Unread:
    """Something written that has no place in the record. `kind`: label, value, passage, comment, attachment,
    or person: somebody named whose part is not said."""

    kind: str
    text: str
    place: Place
    role: str | None = None  # whose box a passage stands in
