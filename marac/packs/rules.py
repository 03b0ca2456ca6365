"""When the papers of a meeting may be made."""

from marac.kernel.refusal import Refusal
from marac.kernel.text import _


def check_can_ask(*, meeting_state: str, waiting: int, people: int) -> None:
    """`waiting`: papers of this meeting that are still being made. `people`: who would get some."""
    if meeting_state == "planned":
        raise Refusal(_("The case list has not gone out. Send it first: the papers hold the cases on it."))
    if meeting_state != "listed":
        raise Refusal(_("This meeting is over or was cancelled, so no papers are made for it."))
    if waiting:
        raise Refusal(_("The papers are being made now. Wait until all are made, then ask for the next issue."))
    if not people:
        raise Refusal(_("Nobody comes to this meeting for an agency yet. Give the agencies their people first."))
