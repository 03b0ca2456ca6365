"""Whether enough of the core agencies are there, at the meeting and for one case, and who decides if they are not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

SHORTEST_REASON = 10


@dataclass(frozen=True)
class Quorum:
    """How many core agencies are there, how many the protocol wants, and which are not there."""

    present: int
    needed: int
    absent: list[str]

    @property
    def met(self) -> bool:
        return self.present >= self.needed


def quorum(core: Mapping[int, str], present: Collection[int], needed: int) -> Quorum:
    """`core` has the names of the core agencies by key; of a panel smaller than the quorum, all are wanted."""
    absent = [name for key, name in core.items() if key not in present]
    return Quorum(len(core) - len(absent), min(needed, len(core)), absent)


def sits(*, present: bool, for_one_case: bool, joined: bool, left: bool, shut_out: bool = False) -> bool:
    """Whether somebody is at the table for a case: who came to the meeting is, until they leave it; who came for one
    case only, once they have joined it. `shut_out`: an observer, at a case that is closed to them."""
    return present and not left and (joined or not for_one_case) and not shut_out


def check_ask(*, meeting_state: str, past: bool) -> None:
    """Somebody observes what is still to be held."""
    if meeting_state not in ("planned", "listed") or past:
        raise Refusal(_("This meeting has been held or cancelled. Whoever wants to observe asks for another one."))


def check_decide_observer(*, meeting_state: str, past: bool, agreed: bool, reason: str, decided_by: str) -> None:
    """Before the meeting, by the chair or on the chair's word; a refusal has its reason."""
    if meeting_state not in ("planned", "listed") or past:
        raise Refusal(_("Observers are agreed before the meeting. This one has been held or cancelled."))
    if not agreed and len(reason.strip()) < SHORTEST_REASON:
        raise Refusal(_("Say in a few words why, so that it can be told to whoever asked."), field="reason")
    if not decided_by.strip():
        raise Refusal(_("Enter the name of the chair who said so."), field="decided_by")


def check_observes(*, observer: bool, agreed: bool) -> None:
    if observer and not agreed:
        raise Refusal(
            _(
                "Nobody agreed before the meeting that this person observes it. Record the request, and let the chair "
                "decide."
            ),
            field="capacity",
        )


def check_stays(*, observer: bool, closed: bool) -> None:
    if observer and closed:
        raise Refusal(_("This case is closed to observers. They wait outside until the next one."))


def check_close(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal(_("Say in a few words why, so that it can be understood later."), field="reason")


def check_accept(*, cancelled: bool, is_today: bool) -> None:
    if cancelled:
        raise Refusal(_("The meeting has been cancelled, so nobody attended it."))
    if not is_today:
        raise Refusal(_("You accept confidentiality on the day of the meeting. Come back to this page then."))


def check_decide(*, meeting_state: str, met: bool, reason: str) -> None:
    if meeting_state not in ("listed", "held"):
        raise Refusal(_("The case list of this meeting has not gone out, or the meeting was cancelled."))
    if met:
        raise Refusal(_("There is a quorum for this case, so there is nothing to decide."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal(_("Say in a few words why, so that it can be understood later."), field="reason")
