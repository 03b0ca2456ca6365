"""On what grounds a referral stands, and whether it is a repeat."""

from marac.triage.rules.grounds import Ground, grounds
from marac.triage.rules.repeats import Proposal, repeat_or_new

__all__ = ["Ground", "Proposal", "grounds", "repeat_or_new"]
