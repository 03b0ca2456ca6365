"""The one press: the order is looked for outside the web process, and taken if nothing changed meanwhile."""

from collections.abc import Sequence

from marac.access.viewer import Viewer
from marac.agenda.operations import take_order
from marac.agenda.queries import sitting
from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _
from marac.meetings.models import Meeting
from marac.ordering.asking import ask_for_order

SECONDS = 1.9  # that a page may take to answer, the start of the child process included


def work_out(viewer: Viewer, meeting: Meeting, revision: int | None) -> Sequence[Sentence]:
    """Why no order keeps all that is wished; nothing where one was found, and taken."""
    now = sitting(meeting, viewer.today)
    if not now.cases:
        raise Refusal(_("No case is listed. List a case before you put the meeting in order."))
    found = ask_for_order(now.problem, SECONDS)
    if found.order is None:
        return found.conflict
    take_order(
        viewer=viewer,
        meeting=meeting,
        order=found.order,
        bound=found.bound,
        worked_out_for=now.mark,
        revision=revision,
    )
    return []
