"""Whether a referral is a repeat, counted from the date that this MARAC counts from: sources differ, so it is set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from marac.directory.profile import Anchor, Profile
from marac.kernel.dates import format_date
from marac.kernel.text import _
from marac.kernel.workdays import add_months

NEW, REPEAT = "new", "repeat"
CALLED = {
    Anchor.LAST_REFERRAL: _("last referral"),
    Anchor.ORIGINAL_REFERRAL: _("original referral"),
    Anchor.LAST_HEARD: _("last meeting that heard it"),
    Anchor.LAST_INCIDENT: _("last incident"),
}
# Where the date that the MARAC counts from is not known, the nearest in meaning stands in, and the reason says so.
STAND_INS = (Anchor.LAST_REFERRAL, Anchor.LAST_HEARD, Anchor.LAST_INCIDENT, Anchor.ORIGINAL_REFERRAL)


@dataclass(frozen=True)
class Proposal:
    """`kind` is new or repeat. `until` is the last day on which further abuse makes a repeat."""

    kind: str
    reason: str
    until: date | None = None


def repeat_or_new(previous_dates: Mapping[Anchor, date], profile: Profile, today: date) -> Proposal:
    """What to propose for a referral of `today`, from the dates known of earlier ones about the same people.

    The last day counts: a referral on 14 March 2027 is within 12 months of 14 March 2026.
    """
    past = {anchor: on for anchor, on in previous_dates.items() if on <= today}
    if not past:
        return Proposal(NEW, _none_known(previous_dates))
    wanted = profile.repeat_anchor
    used = wanted if wanted in past else next(anchor for anchor in STAND_INS if anchor in past)
    until = add_months(past[used], profile.repeat_months)
    facts = {
        "until": format_date(until),
        "months": profile.repeat_months,
        "used": CALLED[used],
        "on": format_date(past[used]),
        "wanted": CALLED[wanted],
    }
    kind = REPEAT if today <= until else NEW
    return Proposal(kind, _sentence(kind, known=used is wanted).format(**facts), until)


def _none_known(previous_dates: Mapping[Anchor, date]) -> str:
    if not previous_dates:
        return _("New: no earlier referral of these people is known.")
    later = format_date(min(previous_dates.values()))
    return _("New: the only earlier date known, {later}, is after this referral. Check it.").format(later=later)


def _sentence(kind: str, *, known: bool) -> str:
    if kind == REPEAT and known:
        return _(
            "Repeat until {until}: {months} months from the {used}, {on} (this MARAC counts from: {wanted})",
        )
    if kind == REPEAT:
        return _(
            "Repeat until {until}: {months} months from the {used}, {on} "
            "(this MARAC counts from: {wanted}, whose date is not known)"
        )
    if known:
        return _("New: {months} months from the {used}, {on}, ended on {until} (this MARAC counts from: {wanted})")
    return _(
        "New: {months} months from the {used}, {on}, ended on {until} "
        "(this MARAC counts from: {wanted}, whose date is not known)"
    )
