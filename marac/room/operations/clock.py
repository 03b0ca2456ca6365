"""Beginning and ending a case at the table."""

from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.audit.operation import lock, operation, record
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.operations import mark_heard
from marac.room.rules import check_can_begin, check_can_end


@dataclass(frozen=True)
class CaseBegun:
    case_id: int
    meeting_id: int


@dataclass(frozen=True)
class CaseLeft:
    """Another case began while this one's clock ran; nobody said yet that it was heard."""

    case_id: int
    meeting_id: int
    seconds: int


@dataclass(frozen=True)
class CaseEnded:
    case_id: int
    meeting_id: int
    seconds: int


@operation(needs=Permission.RUN_MEETINGS)
def begin_case(*, viewer: Viewer, item: AgendaItem) -> AgendaItem:
    """Its clock runs from now on. One case is heard at a time: that of another stops, which still waits on the list."""
    meeting = lock(Meeting, viewer, item.meeting_id)
    item = lock(AgendaItem, viewer, item.pk)
    check_can_begin(
        meeting_state=meeting.state,
        held_on=meeting.held_on,
        today=viewer.today,
        item_state=item.state,
        began_at=item.began_at,
        running=item.is_running,
    )
    # Also one from which the viewer is kept: the table has left it.
    everywhere = AgendaItem.objects.visible_to(the_system(viewer.today))
    for other in everywhere.filter(meeting=meeting, ended_at=None).exclude(began_at=None):
        other.ended_at = viewer.at
        other.save()
        record(CaseLeft(case_id=other.case_id, meeting_id=meeting.pk, seconds=other.seconds() or 0))
    item.earlier_seconds, item.began_at, item.ended_at = item.seconds() or 0, viewer.at, None
    item.save()
    record(CaseBegun(case_id=item.case_id, meeting_id=meeting.pk))
    return item


@operation(needs=Permission.RUN_MEETINGS)
def end_case(*, viewer: Viewer, item: AgendaItem) -> AgendaItem:
    """The table leaves the case: its clock stops, and it counts as heard."""
    lock(Meeting, viewer, item.meeting_id)
    item = lock(AgendaItem, viewer, item.pk)
    check_can_end(item.is_running)
    if item.state == AgendaItem.State.LISTED:
        item = mark_heard(viewer=viewer, item=item)
    item.ended_at = viewer.at
    item.save()
    record(CaseEnded(case_id=item.case_id, meeting_id=item.meeting_id, seconds=item.seconds() or 0))
    return item
