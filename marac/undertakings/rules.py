"""Who may say what to an action, until when, and what the chair may make of a refusal."""

from datetime import date

from marac.actions.rules import Answer, Said, State
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

ANSWERS = (Said.ACCEPTED, Said.REFUSED, Said.AWAY)
DECISIONS = (Said.AGAIN, Said.STANDS)


def check_can_answer(*, state: str, answer: str) -> None:
    """An action is answered once, or after the chair asked again; what was taken away is still to be answered."""
    if state == State.REFUSED:
        raise Refusal(_("This was refused already. The chair decides what becomes of it."))
    if state != State.OPEN:
        raise Refusal(_("This action has been reported on already. There is nothing left to accept."))
    if answer == Answer.ACCEPTED:
        raise Refusal(_("This was accepted already. If it cannot be done, report that on the action."))


def check_who(
    *, is_owner: bool, runs_meeting: bool, is_present: bool, at_meeting: bool, said_by: str, agency: str
) -> None:
    """The agency itself; or, for it, who runs the meeting: for those who were at the table, and later for
    whoever told them so. Nobody accepts for an agency that is not there."""
    if is_owner:
        return
    if not runs_meeting:
        raise Refusal(_("Only the agency that is asked can answer this."))
    if is_present:
        return
    if at_meeting:
        raise Refusal(
            _("{agency} is not at the meeting, so nobody answers for it. It is asked, and has been told."),
            agency=agency,
        )
    if not said_by.strip():
        raise Refusal(_("Write down who at the agency told you this, and how."), field="said_by")


def check_words(said: Said, *, reason: str, answer_by_on: date | None, today: date) -> None:
    """A refusal has its reason; what is taken away, a day that is not past."""
    if said is Said.REFUSED and not reason.strip():
        raise Refusal(_("Say why the agency refuses. It is minuted, and goes to the chair."), field="reason")
    if said is Said.AWAY and (answer_by_on is None or answer_by_on < today):
        raise Refusal(_("Give the day by which the agency answers, today or later."), field="answer_by_on")


def check_decide(*, answer: str, said: str, reason: str) -> None:
    """The chair decides on what was refused, once, and says why."""
    if answer != Answer.REFUSED:
        raise Refusal(_("No refusal waits here for the chair. Open the action again to see how it stands."))
    if said not in DECISIONS:
        raise Refusal(_("Choose whether the agency is asked again or the refusal stands."), field="said")
    if not reason.strip():
        raise Refusal(_("Say why, in words that the agency can read."), field="reason")
