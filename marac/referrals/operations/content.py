"""Putting what a referral says on its row, with the dates that the row keeps beside it. The caller saves."""

from collections.abc import Iterable
from datetime import date

from marac.intake.changes import Content, counted_again, day_at, reading_without
from marac.intake.paths import without
from marac.referrals.models import Referral


def keep_content(referral: Referral, content: Content) -> None:
    """Put it on the row, with its checklist counted and the dates that others count from."""
    referral.content = counted_again(content)
    referral.referred_on = day_at(content, "referral_date")
    if "incident_date" in content:
        referral.incident_on = day_at(content, "incident_date")
    referral.revision += 1


def take_out_entry(referral: Referral, path: str) -> None:
    """An entry of a list, such as "children[1]", with what the reading noted of it."""
    referral.content = without(referral.content, path)
    referral.reading = reading_without(referral.reading, path)
    referral.revision += 1


def note_checked(referral: Referral, paths: Iterable[str], by: str, on: date) -> None:
    """Somebody compared these values with the document: `reading` keeps who and when."""
    noted = {path: {"by": by, "on": on.isoformat()} for path in paths}
    referral.reading = referral.reading | {"checked": referral.reading.get("checked", {}) | noted}
