"""The states of a message, what may follow which, and by when the queue is looked through on a working day."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from enum import StrEnum

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import is_workday


class State(StrEnum):
    WAITING = "waiting"
    PUT_BACK = "put_back"
    REFERRAL = "referral"
    INFORMATION = "information"
    RESEARCH = "research"
    ACTION = "action"
    CORRESPONDENCE = "letter"
    NOT_OURS = "not_ours"


STATE_NAMES = {
    State.WAITING: _("Waiting"),
    State.PUT_BACK: _("Put back, waiting"),
    State.REFERRAL: _("Made a referral"),
    State.INFORMATION: _("Filed as information on a case"),
    State.RESEARCH: _("Filed as an answer to research"),
    State.ACTION: _("Filed as a report on an action"),
    State.CORRESPONDENCE: _("Kept as correspondence"),
    State.NOT_OURS: _("Not ours"),
}
PROPOSED_NAMES = {
    State.REFERRAL: _("A referral"),
    State.INFORMATION: _("Information on a case"),
    State.RESEARCH: _("An answer to research"),
    State.ACTION: _("A report on an action"),
    State.CORRESPONDENCE: _("Correspondence"),
    State.NOT_OURS: _("Not ours"),
}
OPEN = frozenset({State.WAITING, State.PUT_BACK})
WITH_A_CASE = frozenset({State.INFORMATION, State.RESEARCH, State.ACTION})


def check_open(state: str, handled_by: str) -> None:
    """Two at once: the second is told what the first did."""
    if state not in OPEN:
        raise Refusal(
            _("{who} has dealt with this message meanwhile: {what}. Open it again to see."),
            who=handled_by,
            what=STATE_NAMES[State(state)],
        )


def check_filed(state: str) -> None:
    if state in OPEN:
        raise Refusal(_("This message waits already."))


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refusal(_("Say why this message is not ours."), field="reason")


def kept_until(on: date, days: int) -> date:
    return on + timedelta(days=days)


def is_missed(now: datetime, hour: int, holidays: Collection[date]) -> bool:
    """Whether, with no look through the queue yet today, the hour for it is past. On other days than working days
    nobody is on duty."""
    return is_workday(now.date(), holidays) and now.hour >= hour
