"""When a case of a meeting may begin and end, and how long it was talked about."""

from datetime import date, datetime

from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

_OPEN = frozenset({"listed", "held"})
_NOT_NOW = {
    "planned": _("The case list has not gone out. Send it before a case begins."),
    "minuted": _("The minutes of this meeting have gone out. Its clock is not started again."),
    "cancelled": _("The meeting was cancelled, so no case is heard at it."),
}


def check_can_begin(
    *, meeting_state: str, held_on: date, today: date, item_state: str, began_at: datetime | None, running: bool
) -> None:
    """The clock is the meeting's own: it runs on its day, for a case that waits, or once more for one that ended."""
    if meeting_state not in _OPEN:
        raise Refusal(_NOT_NOW[meeting_state])
    if today != held_on:
        raise Refusal(_("The meeting is on {day}. A case begins that day."), day=format_date(held_on))
    if running:
        raise Refusal(_("This case has begun already. Its clock is running."))
    again = item_state == "heard" and began_at is not None
    if item_state != "listed" and not again:
        raise Refusal(_("This case is no longer waiting on the list. Open the meeting again to see how it stands."))


def check_can_end(running: bool) -> None:
    if not running:
        raise Refusal(_("This case is not being heard just now, so it cannot be ended."))
