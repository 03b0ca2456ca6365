"""Until when whoever refers writes, and which dates can be written."""

from datetime import date, timedelta
from typing import Any

from marac.directory.profile import Profile
from marac.kernel.birthdates import parse_birth_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

HAPPENED = frozenset(
    {
        "referral_date",
        "incident_date",
        "previous.last_date",
        "checklist.completed_on",
        "safeguarding.child_referral_on",
    }
)


def check_with_referrer(state: str) -> None:
    """Whoever refers writes until it is sent, and again when it comes back with a question."""
    if state not in ("draft", "returned"):
        raise Refusal(_("This referral has been sent, and stays as you sent it. Ask the coordinator to return it."))


def cleared_on(written_on: date, profile: Profile) -> date:
    """The day on which a draft goes that nobody has written on since."""
    return written_on + timedelta(days=profile.draft_days)


def is_warned(written_on: date, profile: Profile, today: date) -> bool:
    """Whether the day on which it goes is near enough to be said."""
    return cleared_on(written_on, profile) - timedelta(days=profile.draft_warning_days) <= today


def check_not_ahead(path: str, value: Any, today: date) -> None:
    """What has happened has happened by today. `value` is as it is stored."""
    if path in HAPPENED and isinstance(value, str) and value > today.isoformat():
        raise Refusal(_("This date is still to come. Check the year."), field=path)


def birth_as_stored(written: str, today: date) -> str | None:
    """The exact date of birth that the words give; None where they give less. Refuses what is no date of birth."""
    found = parse_birth_date(written, today=today)
    return found.earliest.isoformat() if found.earliest and found.earliest == found.latest else None
