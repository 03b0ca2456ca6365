"""When an action falls due, what may become of it, and who may report on it."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_workdays


class State(StrEnum):
    """What became of an action. *Cannot* is for changed circumstances; *not done* is for what was left undone."""

    OPEN = "open"
    COMPLETE = "complete"
    CANNOT = "cannot"
    NOT_DONE = "not_done"


STATE_NAMES = {
    State.OPEN: _("Open"),
    State.COMPLETE: _("Complete"),
    State.CANNOT: _("No longer possible: circumstances changed"),
    State.NOT_DONE: _("Not done"),
}

FARTHEST_YEARS = 2  # an action is for a danger of now; a later year is a slip of the key

_ANSWERS = frozenset({State.COMPLETE, State.CANNOT, State.NOT_DONE})
MOVES: dict[State, frozenset[State]] = {
    State.OPEN: _ANSWERS,
    State.COMPLETE: frozenset({State.OPEN}),
    State.CANNOT: frozenset({State.OPEN}),
    State.NOT_DONE: frozenset({State.OPEN}),
}


def due_after(met_on: date, workdays: int, holidays: Collection[date]) -> date:
    """An action timed in working days counts from the day of the meeting that set it."""
    return add_workdays(met_on, workdays, holidays)


def check_task(*, task: str, due_on: date | None, agreed_on: date) -> None:
    """An action says what is to be done, and by a day that is not before it was agreed."""
    if not task.strip():
        raise Refusal(_("Say what the agency will do."), field="task")
    if due_on is None:
        raise Refusal(_("Give the day by which it will be done."), field="due_on")
    if due_on < agreed_on:
        raise Refusal(_("The action would fall due before it was agreed. Give a later day."), field="due_on")
    if due_on.year - agreed_on.year > FARTHEST_YEARS:
        raise Refusal(_("That day is years away. Check the year."), field="due_on")


def check_can_agree(*, meeting_state: str, agreed_already: bool) -> None:
    """Nothing is agreed at a meeting that is not held, and a page that is sent twice agrees one thing once."""
    if meeting_state == "cancelled":
        raise Refusal(_("The meeting was cancelled. Agree this at the meeting where the case is heard."))
    if agreed_already:
        raise Refusal(_("This is agreed already, by this agency and for the same day. It was not added twice."))


def check_belongs(*, case_id: int, item_case_id: int | None, risk_case_id: int | None) -> None:
    """The listing and the risk that an action answers are of the same case."""
    if item_case_id not in (None, case_id):
        raise Refusal(_("That listing is of another case. Open the meeting again and choose the case."))
    if risk_case_id not in (None, case_id):
        raise Refusal(_("That risk was named in another case. Choose a risk of this case."), field="risk")


def check_move(now: str, wanted: State) -> None:
    """An action is reported on once; after that only reopening it lets it be reported on again."""
    if wanted in MOVES[State(now)]:
        return
    if wanted is State.OPEN:
        raise Refusal(_("This action is open already."))
    raise Refusal(_("This action has already been reported on. Ask the coordinator to reopen it."))


def check_report(*, owner_id: int, reporter_id: int | None, is_office: bool, said_by: str) -> None:
    """The agency that owns an action reports on it, or the office does for it and writes down who said so."""
    if owner_id == reporter_id:
        return
    if not is_office:
        raise Refusal(_("Only the agency that owns this action can report on it."))
    if not said_by.strip():
        raise Refusal(_("Write down who at the agency told you this."), field="said_by")


def check_words(wanted: State, *, reason: str, outcome: str) -> None:
    """What was done is said of a complete action; why is said of one that was not or could not be done."""
    if wanted is State.COMPLETE and not outcome.strip():
        raise Refusal(_("Say what was done."), field="outcome")
    if wanted is not State.COMPLETE and not reason.strip():
        raise Refusal(_("Say why it was not done."), field="reason")


def days_late(due_on: date, reported_on: date | None, today: date) -> int:
    """Calendar days past the due date: of an open action up to today, of an answered one up to the answer."""
    return max(0, ((reported_on or today) - due_on).days)


def is_late(due_on: date, reported_on: date | None, today: date) -> bool:
    """Due today is not late."""
    return days_late(due_on, reported_on, today) > 0
