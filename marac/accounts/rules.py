"""Who may stand in for somebody, and for how long."""

from datetime import date

from marac.kernel.refusal import Refusal
from marac.kernel.text import _


def check_cover(*, user_id: int, covered_id: int, from_on: date, until_on: date, ends_on: date | None) -> None:
    """Somebody else, to a day after the first, and no longer than the role that is covered is there to be covered."""
    if user_id == covered_id:
        raise Refusal(_("Nobody stands in for themselves. Choose somebody else."), field="user")
    if until_on < from_on:
        raise Refusal(_("The last day is before the first. Enter a later one."), field="until_on")
    if ends_on is not None and from_on > ends_on:
        raise Refusal(_("The role that is covered has ended by then. Give the person a role of their own."))
