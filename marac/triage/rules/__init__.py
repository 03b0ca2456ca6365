"""On what grounds a referral stands, and whether it is a repeat."""

from marac.triage.rules.grounds import Ground, grounds
from marac.triage.rules.repeats import (
    REPEAT,
    Earlier,
    Proposal,
    check_incident,
    check_new_incident,
    propose,
    repeat_or_new,
)
from marac.triage.rules.safety import Part, safety

__all__ = [
    "REPEAT",
    "Earlier",
    "Ground",
    "Part",
    "Proposal",
    "check_incident",
    "check_new_incident",
    "grounds",
    "propose",
    "repeat_or_new",
    "safety",
]
