"""How an agency may answer a research request, and what each line of what it found must say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marac.kernel.refusal import Refusal
from marac.kernel.text import _


class Answer(StrEnum):
    """*Not known* means that the agency searched and holds nothing; *not searched* is never taken for it."""

    KNOWN = "known"
    NOT_KNOWN = "not_known"
    NOT_SEARCHED = "not_searched"


ANSWER_NAMES = {
    Answer.KNOWN: _("Known to us"),
    Answer.NOT_KNOWN: _("Checked, nothing held"),
    Answer.NOT_SEARCHED: _("Not searched"),
}


class Kind(StrEnum):
    """Fact is kept apart from opinion; intelligence needs its own care in minutes."""

    FACT = "fact"
    OPINION = "opinion"
    INTELLIGENCE = "intelligence"


KIND_NAMES = {
    Kind.FACT: _("Fact"),
    Kind.OPINION: _("Professional opinion"),
    Kind.INTELLIGENCE: _("Intelligence"),
}


class Minuted(StrEnum):
    """Whether a line may be written in the minutes."""

    YES = "yes"
    SUMMARY = "summary"
    ORAL = "oral"


MINUTED_NAMES = {
    Minuted.YES: _("May be minuted"),
    Minuted.SUMMARY: _("Summary only"),
    Minuted.ORAL: _("Spoken only: not in the minutes"),
}


@dataclass(frozen=True)
class Line:
    """One thing found, as it was typed. A blank date is a date not known."""

    kind: str
    text: str
    may_be_minuted: str
    source: str = ""
    dated_on: date | None = None
    informant: str = ""


def check_own(*, agency_id: int, viewer_agency_id: int | None) -> None:
    if agency_id != viewer_agency_id:
        raise Refusal(_("Only the agency that was asked can answer."))


def check_said_by(said_by: str) -> None:
    if not said_by.strip():
        raise Refusal(_("Write down who at the agency wrote this."), field="said_by")


def check_waiting(item_state: str) -> None:
    """What comes after the case was heard goes to the meeting's record, not into research."""
    if item_state not in ("listed", "alert"):
        raise Refusal(_("This case is no longer on the list. Tell the coordinator what you found."))


def check_lines(lines: Sequence[Line], *, today: date) -> None:
    """Each line says what was found, of what kind, and whether it may be minuted; none is dated ahead."""
    for line in lines:
        if not line.text.strip():
            raise Refusal(_("Say what was found, or take the line away."))
        if line.kind not in set(Kind):
            raise Refusal(_("Say whether each line is fact, opinion or intelligence."))
        if line.may_be_minuted not in set(Minuted):
            raise Refusal(_("Say of each line whether it may be minuted."))
        if line.dated_on is not None and line.dated_on > today:
            raise Refusal(_("A line is dated ahead of today. Check the date."))


def check_known(*, lines: int, withheld: str) -> None:
    """An agency that knows somebody says what it found, or that it holds it back."""
    if not lines and not withheld.strip():
        raise Refusal(_("Write what you found, or what you hold and cannot share."))


def check_nothing(*, lines: int, withheld: bool) -> None:
    """What was written stays: an answer is added to and never emptied."""
    if lines or withheld:
        raise Refusal(_("Your agency has already written what it found. Add to it instead."))


def check_why(why: str) -> None:
    if not why.strip():
        raise Refusal(_("Say why your agency did not search."), field="why_not_searched")


def is_late(due_on: date, answered_on: date | None, today: date) -> bool:
    """Due today is not late."""
    return (answered_on or today) > due_on
