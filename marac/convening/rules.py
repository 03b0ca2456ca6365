"""Who is called to an emergency MARAC, and what must be said before one is.

The papers name who has to be there (police, adviser, referrer, children's or adult care, housing), and give neither
hours nor a quorum: both are settings."""

from collections.abc import Collection
from datetime import datetime, timedelta

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

CALLED_FIRST = frozenset({"police", "idva", "childrens_social_care", "adult_social_care", "housing"})  # of the return
FEWEST = 2  # one agency alone is no conference


def is_called(return_group: str, *, is_adviser_service: bool, referred: bool) -> bool:
    """Whether an agency is ticked to begin with. Whoever convenes ticks others, and takes ticks away."""
    return referred or is_adviser_service or return_group in CALLED_FIRST


def check_convene(
    *,
    begins: datetime,
    now: datetime,
    hours: int,
    agencies: Collection[object],
    why: str,
    agreed_by: str,
) -> None:
    """`hours` within which it has to begin; 0 where the area has no number for it."""
    if begins < now:
        raise Refusal(_("That time is past. Choose a later one."), field="starts_at")
    if hours and begins > now + timedelta(hours=hours):
        raise Refusal(
            _("An emergency MARAC begins within {hours} hours here. Choose an earlier time, or list the case."),
            field="starts_at",
            hours=hours,
        )
    if len(agencies) < FEWEST:
        raise Refusal(_("Choose at least two agencies."), field="agencies")
    if not why.strip():
        raise Refusal(_("Say why it cannot wait."), field="why")
    if not agreed_by.strip():
        raise Refusal(_("Enter who agreed that it is called."), field="agreed_by")
