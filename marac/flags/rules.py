"""How long a flag stays, how a repeat moves its end, and who may confirm what."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum

from marac.directory.choices import Anchor
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_months, add_workdays


class Standing(StrEnum):
    """Where a flag stands on a day. *Ended* means that it is past its day and nobody asked for its removal yet."""

    ASKED = "asked"
    IN_PLACE = "in_place"
    ENDED = "ended"
    REMOVAL_ASKED = "removal_asked"
    REMOVED = "removed"


STANDING_NAMES = {
    Standing.ASKED: _("Asked for, not confirmed"),
    Standing.IN_PLACE: _("In place"),
    Standing.ENDED: _("Past its end"),
    Standing.REMOVAL_ASKED: _("To be removed"),
    Standing.REMOVED: _("Removed"),
}


def flag_end(anchor_on: date, months: int) -> date:
    """The day on which the flag comes off: so many months after the day that the protocol counts from."""
    return add_months(anchor_on, months)


def moved_end(ends_on: date, anchor_on: date, months: int) -> date:
    """A repeat moves the end on and never back: a flag removed too early hides the next repeat."""
    return max(ends_on, flag_end(anchor_on, months))


def confirm_by(asked_on: date, days: int, holidays: Collection[date]) -> date:
    return add_workdays(asked_on, days, holidays)


def standing_on(
    today: date, *, ends_on: date, confirmed_on: date | None, removal_asked_on: date | None, removed_on: date | None
) -> Standing:
    if removed_on is not None:
        return Standing.REMOVED
    if removal_asked_on is not None:
        return Standing.REMOVAL_ASKED
    if ends_on <= today:
        return Standing.ENDED
    return Standing.ASKED if confirmed_on is None else Standing.IN_PLACE


def check_anchor(anchor_on: date | None, months: int, today: date) -> None:
    """Months are counted from something that has happened, and not so long ago that they are over."""
    if anchor_on is None:
        raise Refusal(_("Give the day that the months are counted from."), field="anchor_on")
    if anchor_on > today:
        raise Refusal(_("The months cannot be counted from a day to come."), field="anchor_on")
    if flag_end(anchor_on, months) <= today:
        raise Refusal(_("A flag counted from that day would be over already. Give a later day."), field="anchor_on")


def chosen_anchor(wanted: Anchor, dates: Mapping[Anchor, date], months: int, today: date) -> tuple[Anchor, date] | None:
    """What the protocol counts from, else the meeting that heard the case; None where a flag would be over already."""
    for anchor in (wanted, Anchor.LAST_HEARD):
        on = dates.get(anchor)
        if on is not None and on <= today < flag_end(on, months):
            return anchor, on
    return None


def check_own(*, agency_id: int, viewer_agency_id: int | None) -> None:
    if agency_id != viewer_agency_id:
        raise Refusal(_("Only the agency itself can confirm what is on its system."))


def check_confirm(standing: Standing, *, confirmed: bool) -> None:
    if confirmed:
        raise Refusal(_("This flag has already been confirmed."))
    if standing is not Standing.ASKED:
        raise Refusal(_("This flag is no longer wanted. Do not place it."))


def check_removal(standing: Standing, *, reason: str) -> None:
    """At its end a flag is removed as a matter of course; before that only for a reason that is written down."""
    if standing in (Standing.REMOVAL_ASKED, Standing.REMOVED):
        raise Refusal(_("Removal of this flag has already been asked for."))
    if standing is not Standing.ENDED and not reason.strip():
        raise Refusal(_("The flag has not reached its end. Say why it is removed early."), field="reason")


def check_removed(standing: Standing) -> None:
    if standing is not Standing.REMOVAL_ASKED:
        raise Refusal(_("Keep this flag: its removal has not been asked for."))
