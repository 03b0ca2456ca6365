"""Moving a case by hand, taking that back, and what is refused."""

from collections.abc import Sequence
from datetime import time

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

MOST_TAKEN_BACK = 20  # acts that can be taken back, one after the other
MOVABLE = frozenset({"planned", "listed"})


def moved(order: Sequence[int], kept: set[int], one: int, place: int) -> list[int]:
    """The cases with one of them at this place, from 1; those kept in theirs stay there, and the others move up."""
    if not 1 <= place <= len(order):
        told = _("There are {number} cases. Enter a place from 1 to {number}.")
        raise Refusal(told, field="place", number=len(order))
    holder = order[place - 1]
    if holder != one and holder in kept:
        told = _("Another case was put at number {place} and stays there. Let it go first, or choose another place.")
        raise Refusal(told, field="place", place=place)
    stays = {at: case for at, case in enumerate(order) if case in kept and case != one} | {place - 1: one}
    rest = iter([case for case in order if case != one and case not in kept])
    return [stays[at] if at in stays else next(rest) for at in range(len(order))]


def check_can_move(meeting_state: str, item_state: str = "listed") -> None:
    if meeting_state not in MOVABLE:
        raise Refusal(_("This meeting has begun or is over: its order is not changed any more."))
    if item_state != "listed":
        raise Refusal(_("This case is no longer waiting on the list. Open the meeting again to see how it stands."))


def check_something_to_undo(earlier: Sequence[object]) -> None:
    if not earlier:
        raise Refusal(_("There is nothing to take back."))


def check_coming(*, people: int | None, from_at: time | None, until_at: time | None, starts_at: time) -> None:
    if people is not None and not 1 <= people <= 99:
        raise Refusal(_("Enter how many people come for the agency, from 1 to 99."), field="people")
    if from_at and until_at and until_at <= from_at:
        raise Refusal(_("They would leave before they come. Check the two times."), field="until_at")
    if until_at and until_at <= starts_at:
        raise Refusal(_("The meeting begins after that time. Enter a time at which it is under way."), field="until_at")
    if people is None and from_at is None and until_at is None:
        raise Refusal(_("Enter how many come, from when, or until when."), field="people")
