"""What a referral lacks, on what grounds it stands, whether it is a repeat, and how it may move."""

from marac.intake.missing import Missing, missing
from marac.intake.scores import Count, count_answers
from marac.referrals.rules.grounds import Ground, grounds
from marac.referrals.rules.moves import MOVES, check_move
from marac.referrals.rules.repeats import Proposal, repeat_or_new

__all__ = [
    "MOVES",
    "Count",
    "Ground",
    "Missing",
    "Proposal",
    "check_move",
    "count_answers",
    "grounds",
    "missing",
    "repeat_or_new",
]
