"""What one press does in several topics at once."""

from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import operation, record
from marac.caselists.operations import send_list
from marac.meetings.models import ListSent, Meeting
from marac.research.operations import ask_for_meeting


@dataclass(frozen=True)
class ListSentAndResearchAsked:
    meeting_id: int
    lists: int
    requests: int


@operation(needs=Permission.PLAN_MEETINGS)
def send_list_and_ask(*, viewer: Viewer, meeting: Meeting, shown: str | None = None) -> list[ListSent]:
    """Send what is due of the case list, and ask each agency that it went to what it knows: of a later issue, only what
    is new is asked. `shown` is the mark of what the page said was due."""
    lists = send_list(viewer=viewer, meeting=meeting, shown=shown)
    requests = ask_for_meeting(viewer=viewer, meeting=meeting, also=[sent.agency for sent in lists])
    record(ListSentAndResearchAsked(meeting_id=meeting.pk, lists=len(lists), requests=len(requests)))
    return lists
