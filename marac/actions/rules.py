"""When an action falls due, what may become of it, and who may report on it."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from marac.kernel.dates import short_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_workdays


class State(StrEnum):
    """What became of an action. *Cannot* is for changed circumstances; *not done* is for what was left undone; what was
    refused was never undertaken."""

    OPEN = "open"
    COMPLETE = "complete"
    CANNOT = "cannot"
    NOT_DONE = "not_done"
    REFUSED = "refused"


STATE_NAMES = {
    State.OPEN: _("Open"),
    State.COMPLETE: _("Complete"),
    State.CANNOT: _("No longer possible: circumstances changed"),
    State.NOT_DONE: _("Not done"),
    State.REFUSED: _("Refused"),
}


class Answer(StrEnum):
    """What the agency says to an action that the table sets. *Stands* is a refusal that the chair has dealt with."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    AWAY = "away"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    STANDS = "stands"


ANSWER_NAMES = {
    Answer.NOT_ASKED: _("Set without being asked at the table"),
    Answer.ASKED: _("Not answered yet"),
    Answer.AWAY: _("Taken away to answer"),
    Answer.ACCEPTED: _("Accepted"),
    Answer.REFUSED: _("Refused: the chair has not decided yet"),
    Answer.STANDS: _("Refused, and the chair has decided"),
}


class Said(StrEnum):
    """What is said to an action: the first three by its agency, the others by the chair of what was refused."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    AWAY = "away"
    AGAIN = "again"
    STANDS = "stands"


SAID_NAMES = {
    Said.ACCEPTED: _("Accepted"),
    Said.REFUSED: _("Refused"),
    Said.AWAY: _("Taken away to answer"),
    Said.AGAIN: _("The chair asks again"),
    Said.STANDS: _("The chair lets the refusal stand"),
}
UNANSWERED = frozenset({Answer.ASKED, Answer.AWAY})


class Cause(StrEnum):
    """Why an action can no longer be done, so that the steering group sees the pattern."""

    NOT_SAID = "not_said"
    MOVED = "moved"
    DECLINED = "declined"
    NOT_REACHED = "not_reached"
    GONE = "gone"
    NO_SERVICE = "no_service"
    NOT_ALLOWED = "not_allowed"
    NOT_NEEDED = "not_needed"
    OTHER = "other"


CAUSE_NAMES = {
    Cause.NOT_SAID: _("Not said"),
    Cause.MOVED: _("The victim or the household moved"),
    Cause.DECLINED: _("The victim did not want it"),
    Cause.NOT_REACHED: _("Nobody could be reached"),
    Cause.GONE: _("The perpetrator is in custody, has gone or has died"),
    Cause.NO_SERVICE: _("There is no such service or place"),
    Cause.NOT_ALLOWED: _("The law or a court does not allow it"),
    Cause.NOT_NEEDED: _("It is no longer needed"),
    Cause.OTHER: _("Something else"),
}


class Lowered(StrEnum):
    """Whether what was done made the risk lower, asked when the case is reviewed; "" until it was asked."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


LOWERED_NAMES = {
    Lowered.YES: _("It lowered the risk"),
    Lowered.NO: _("It did not lower the risk"),
    Lowered.NOT_KNOWN: _("Whether it lowered the risk is not known"),
}

FARTHEST_YEARS = 2  # an action is for a danger of now; a later year is a slip of the key

REPORTS = (State.COMPLETE, State.CANNOT, State.NOT_DONE)
MOVES: dict[State, frozenset[State]] = {
    State.OPEN: frozenset({*REPORTS, State.REFUSED}),
    **dict.fromkeys((*REPORTS, State.REFUSED), frozenset({State.OPEN})),
}
_SMALL_WORDS = 3  # letters, at the most, of words that do not tell two tasks apart


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


def check_risk(*, named: bool, why_none: str) -> None:
    """At the table each action answers a risk, or it is said why it answers none."""
    if not named and not why_none.strip():
        raise Refusal(_("Choose the risk that it answers, or say why it answers none."), field="risk")


def is_the_same(*, standard: str, task: str, before_standard: str, before_task: str) -> bool:
    """The same standard action; or every longer word of the shorter task is in the other."""
    if standard and standard == before_standard:
        return True
    words, before = _longer_words(task), _longer_words(before_task)
    return bool(words and before) and (words <= before or before <= words)


def _longer_words(text: str) -> frozenset[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text.lower())
    return frozenset(word for word in plain.split() if len(word) > _SMALL_WORDS)


def check_different(*, before_on: date | None, before_words: str, different: str) -> None:
    """What was agreed before is agreed again only with what is different; `before_words` say what came of it."""
    if before_on is not None and not different.strip():
        raise Refusal(
            _("This was agreed before, on {day}: {words}. Say what is different this time."),
            field="different",
            day=short_date(before_on),
            words=before_words,
        )


def check_cannot(*, cause: str, new_plan: str) -> None:
    """What cannot be done any more says why, by a code, and what is done in its place where something is."""
    if cause not in set(Cause):
        raise Refusal(_("Choose why it can no longer be done."), field="cause")
    if cause not in (Cause.NOT_SAID, Cause.NOT_NEEDED) and not new_plan.strip():
        raise Refusal(_("Say what is done instead, or that nothing can be and why."), field="new_plan")


def check_review(state: str, lowered: str) -> None:
    """Of what was done it is asked whether it made the risk lower."""
    if state != State.COMPLETE:
        raise Refusal(_("Only of an action that was done can it be said whether it lowered the risk."))
    if lowered not in set(Lowered):
        raise Refusal(_("Say whether it lowered the risk, or that it is not known."), field="lowered")
