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


def sits(*, present: bool, for_one_case: bool, joined: bool, left: bool) -> bool:
    """Whether somebody is at the table for a case: who came to the meeting is, until they leave it; who came for one
    case only, once they have joined it."""
    return present and not left and (joined or not for_one_case)


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
