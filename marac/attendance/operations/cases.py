"""Who comes to the table for one case or leaves it, and what the chair decides of a case without a quorum."""

from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.attendance.models import AtCase, Attendance, ClosedToObservers, QuorumDecision
from marac.attendance.queries import table_of
from marac.attendance.rules import check_decide, check_stays
from marac.audit.operation import lock, operation, record
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.meetings.models import AgendaItem, Meeting


@dataclass(frozen=True)
class TableJoined:
    case_id: int
    meeting_id: int
    agency_id: int


@dataclass(frozen=True)
class TableLeft:
    case_id: int
    meeting_id: int
    agency_id: int


@dataclass(frozen=True)
class QuorumDecided:
    case_id: int
    meeting_id: int
    decision: str
    absent: list[str]


@operation(needs=Permission.RUN_MEETINGS)
def join_case(*, viewer: Viewer, item: AgendaItem, attendance_id: int) -> AtCase:
    """They are at the table for this case from now on, also if they had left it."""
    item, row = _at_table(viewer, item, attendance_id)
    observers = Attendance.objects.filter(pk=attendance_id, capacity=Attendance.Capacity.OBSERVER)
    check_stays(observer=observers.exists(), closed=ClosedToObservers.objects.filter(item=item).exists())
    row.joined_at, row.left_at = row.joined_at or viewer.at, None
    row.save()
    record(TableJoined(case_id=item.case_id, meeting_id=item.meeting_id, agency_id=row.agency_id))
    return row


@operation(needs=Permission.RUN_MEETINGS)
def leave_case(*, viewer: Viewer, item: AgendaItem, attendance_id: int) -> AtCase:
    """They leave the table for this case, and are there again for the next."""
    item, row = _at_table(viewer, item, attendance_id)
    row.left_at = row.left_at or viewer.at
    row.save()
    record(TableLeft(case_id=item.case_id, meeting_id=item.meeting_id, agency_id=row.agency_id))
    return row


@operation(needs=Permission.RUN_MEETINGS)
def decide_without_quorum(*, viewer: Viewer, item: AgendaItem, decision: str, reason: str) -> QuorumDecision:
    """The chair's decision, with the agencies that were not there then. Decided again, the last one stands."""
    meeting = lock(Meeting, viewer, item.meeting_id)
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    table = table_of(viewer, item)
    check_decide(meeting_state=meeting.state, met=table.quorum.met, reason=reason)
    decided = table.decision or QuorumDecision(item=item)
    decided.decision, decided.reason, decided.absent = decision, reason.strip(), table.quorum.absent
    decided.decided_on, decided.decided_by = viewer.today, viewer.name
    decided.save()
    absent = table.quorum.absent
    record(QuorumDecided(case_id=item.case_id, meeting_id=meeting.pk, decision=decision, absent=absent))
    return decided


def _at_table(viewer: Viewer, item: AgendaItem, attendance_id: int) -> tuple[AgendaItem, AtCase]:
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    if item.meeting.state == Meeting.State.CANCELLED:
        raise Refusal(_("The meeting has been cancelled, so nobody attended it."))
    there = Attendance.objects.filter(meeting=item.meeting, presence=Attendance.Presence.PRESENT)
    somebody = there.filter(pk=attendance_id).first()
    if somebody is None:
        raise Refusal(_("This person is not recorded as present. The list below is as it stands now."))
    of_them = {"item": item, "agency_id": somebody.agency_id, "name": somebody.name}
    return item, AtCase.objects.visible_to(viewer).filter(**of_them).first() or AtCase(**of_them)
