"""Who asks to observe a meeting, what the chair says to that, and which cases are closed to all who observe."""

from dataclasses import dataclass

from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer
from marac.attendance.models import Attendance, ClosedToObservers, Observer
from marac.attendance.operations.meeting import record_attendance
from marac.attendance.rules import check_ask, check_close, check_decide_observer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.meetings.models import AgendaItem, Meeting


@dataclass(frozen=True)
class ObserverAsked:
    meeting_id: int
    agency_id: int
    name: str
    organisation: str
    why: str


@dataclass(frozen=True)
class ObserverDecided:
    meeting_id: int
    observer_id: int
    state: str
    reason: str
    decided_by: str


@dataclass(frozen=True)
class CaseClosedToObservers:
    case_id: int
    meeting_id: int
    reason: str


@dataclass(frozen=True)
class CaseOpenedToObservers:
    case_id: int
    meeting_id: int
    reason: str


@operation(needs=Permission.RUN_MEETINGS)
def ask_to_observe(
    *, viewer: Viewer, meeting: Meeting, agency: Agency, name: str, why: str, organisation: str = ""
) -> Observer:
    """Somebody asks, as the guest of an agency. Nothing is decided by that."""
    meeting = lock(Meeting, viewer, meeting.pk)
    check_ask(meeting_state=meeting.state, past=meeting.held_on < viewer.today)
    if Observer.objects.filter(meeting=meeting, agency=agency, name__iexact=name.strip()).exists():
        raise Refusal(_("This person has asked already. Decide the request in the list."), field="name")
    row = Observer(meeting=meeting, agency=agency, name=name.strip(), organisation=organisation.strip())
    row.why, row.asked_on = why.strip(), viewer.today
    row.save()
    record(
        ObserverAsked(
            meeting_id=meeting.pk, agency_id=agency.pk, name=row.name, organisation=row.organisation, why=row.why
        )
    )
    return row


@operation(needs=Permission.RUN_MEETINGS)
def decide_observer(
    *, viewer: Viewer, observer: Observer, agreed: bool, reason: str = "", decided_by: str = ""
) -> Observer:
    """The chair says so, or somebody writes down that the chair did. Decided again before the meeting, the last stands;
    who is recorded as there already is not sent away by this."""
    observer = lock(Observer, viewer, observer.pk, "meeting")
    meeting = lock(Meeting, viewer, observer.meeting_id)
    by = viewer.name if viewer.role is Role.CHAIR else decided_by.strip()
    past = meeting.held_on < viewer.today
    check_decide_observer(meeting_state=meeting.state, past=past, agreed=agreed, reason=reason, decided_by=by)
    there = Attendance.objects.filter(meeting=meeting, agency=observer.agency_id, name=observer.name)
    if not agreed and there.exists():
        raise Refusal(_("This person is recorded as there. Take them off the attendance first."))
    observer.state = Observer.State.AGREED if agreed else Observer.State.REFUSED
    observer.reason, observer.decided_on, observer.decided_by = reason.strip(), viewer.today, by
    observer.save()
    record(
        ObserverDecided(
            meeting_id=meeting.pk,
            observer_id=observer.pk,
            state=observer.state,
            reason=observer.reason,
            decided_by=by,
        )
    )
    return observer


def observer_came(*, viewer: Viewer, observer: Observer) -> Attendance:
    """On the attendance as an observer, under the name that was agreed."""
    return record_attendance(
        viewer=viewer,
        meeting=observer.meeting,
        agency=observer.agency,
        name=observer.name,
        capacity=Attendance.Capacity.OBSERVER,
    )


@operation(needs=Permission.RUN_MEETINGS)
def close_to_observers(*, viewer: Viewer, item: AgendaItem, reason: str) -> ClosedToObservers:
    """Whoever observes is not at the table for this case. Closed again, the reason is the last one."""
    item = lock(AgendaItem, viewer, item.pk)
    check_close(reason)
    row = ClosedToObservers.objects.filter(item=item).first() or ClosedToObservers(item=item)
    row.reason, row.closed_on, row.closed_by = reason.strip(), viewer.today, viewer.name
    row.save()
    record(CaseClosedToObservers(case_id=item.case_id, meeting_id=item.meeting_id, reason=row.reason))
    return row


@operation(needs=Permission.RUN_MEETINGS)
def open_to_observers(*, viewer: Viewer, item: AgendaItem) -> None:
    """The row goes; why it had been closed stays in the trail."""
    item = lock(AgendaItem, viewer, item.pk)
    row = ClosedToObservers.objects.filter(item=item).first()
    if row is None:
        raise Refusal(_("This case is open to observers already."))
    record(CaseOpenedToObservers(case_id=item.case_id, meeting_id=item.meeting_id, reason=row.reason))
    row.delete()
