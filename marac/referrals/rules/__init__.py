"""What a referral lacks, on what grounds it stands, whether it is a repeat, and how it may move."""

from marac.referrals.rules.grounds import Ground, grounds
from marac.referrals.rules.missing import Missing, missing
from marac.referrals.rules.moves import MOVES, check_move
from marac.referrals.rules.repeats import Proposal, repeat_or_new
from marac.referrals.rules.scores import Count, count_answers

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
