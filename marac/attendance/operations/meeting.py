"""Recording who was at a meeting, and that the confidentiality statement was read out to them."""

from dataclasses import dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.attendance.models import Attendance, Observer
from marac.attendance.rules import check_accept, check_observes
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.meetings.models import Meeting


@dataclass(frozen=True)
class AttendanceRecorded:
    meeting_id: int
    agency_id: int
    capacity: str
    presence: str


@dataclass(frozen=True)
class ConfidentialityReadOut:
    """The statement was read out, and these people, who were there, accepted it."""

    meeting_id: int
    attendance_ids: list[int]
    present: list[str]


@dataclass(frozen=True)
class ConfidentialityAccepted:
    """By themselves, signed in, after the statement was shown to them."""

    meeting_id: int
    agency_id: int


@dataclass(frozen=True)
class AttendanceTakenOff:
    """Somebody was recorded by mistake. The row goes; what it said stays here."""

    meeting_id: int
    agency_id: int
    name: str
    capacity: str
    presence: str
    confidentiality_on: date | None


@operation(needs=Permission.RUN_MEETINGS)
def record_attendance(
    *,
    viewer: Viewer,
    meeting: Meeting,
    agency: Agency,
    name: str,
    capacity: str,
    presence: str = Attendance.Presence.PRESENT,
    confidentiality_accepted: bool = False,
) -> Attendance:
    """Who came, or sent apologies, and whether they accepted confidentiality. The same name again corrects it."""
    meeting = lock(Meeting, viewer, meeting.pk)
    if meeting.state == Meeting.State.CANCELLED:
        raise Refusal(_("The meeting has been cancelled, so nobody attended it."))
    if not name.strip():
        raise Refusal(_("Enter the person's name."), field="name")
    observer = capacity == Attendance.Capacity.OBSERVER and presence == Attendance.Presence.PRESENT
    check_observes(observer=observer, agreed=_may_observe(meeting, agency, name))
    row = Attendance.objects.filter(meeting=meeting, agency=agency, name__iexact=name.strip()).first()
    row = row or Attendance(meeting=meeting, agency=agency, name=name.strip())
    row.capacity, row.presence = capacity, presence
    if row.accepted_by_id is None:  # what somebody accepted themselves, nobody else takes back
        row.confidentiality_on = (row.confidentiality_on or viewer.today) if confidentiality_accepted else None
    row.save()
    record(AttendanceRecorded(meeting_id=meeting.pk, agency_id=agency.pk, capacity=capacity, presence=presence))
    return row


def _may_observe(meeting: Meeting, agency: Agency, name: str) -> bool:
    return Observer.objects.agreed().filter(meeting=meeting, agency=agency, name__iexact=name.strip()).exists()


@operation(needs=Permission.RUN_MEETINGS)
def read_out(*, viewer: Viewer, meeting: Meeting) -> list[Attendance]:
    """Everybody recorded as present accepts the statement today. Whoever is recorded later has not heard it."""
    meeting = lock(Meeting, viewer, meeting.pk)
    if meeting.state == Meeting.State.CANCELLED:
        raise Refusal(_("The meeting has been cancelled, so nobody attended it."))
    rows = list(
        meeting.attendances.filter(presence=Attendance.Presence.PRESENT, confidentiality_on=None).select_related(
            "agency"
        )
    )
    if not rows:
        raise Refusal(_("Nobody is recorded as present who has not accepted it already. Record who is there first."))
    for row in rows:
        row.confidentiality_on = viewer.today
        row.save()
    present = [f"{row.name}, {row.agency.name}" for row in rows]
    record(ConfidentialityReadOut(meeting_id=meeting.pk, attendance_ids=[row.pk for row in rows], present=present))
    return rows


@operation(needs=Permission.SEE_MEETINGS)
def accept(*, viewer: Viewer, meeting: Meeting) -> Attendance:
    """On the day of the meeting: they are there, and accept the statement that they read. The name is their own."""
    meeting = lock(Meeting, viewer, meeting.pk)
    check_accept(cancelled=meeting.state == Meeting.State.CANCELLED, is_today=meeting.held_on == viewer.today)
    agency = Agency.objects.get(pk=viewer.agency_id or 0)
    row = Attendance.objects.filter(meeting=meeting, agency=agency, name__iexact=viewer.name.strip()).first()
    row = row or Attendance(
        meeting=meeting, agency=agency, name=viewer.name.strip(), capacity=Attendance.Capacity.REPRESENTATIVE
    )
    if row.pk is None and _may_observe(meeting, agency, viewer.name):
        row.capacity = Attendance.Capacity.OBSERVER
    row.presence, row.confidentiality_on = Attendance.Presence.PRESENT, viewer.today
    row.accepted_by_id = viewer.user_id
    row.save()
    record(ConfidentialityAccepted(meeting_id=meeting.pk, agency_id=agency.pk))
    return row


@operation(needs=Permission.RUN_MEETINGS)
def take_off(*, viewer: Viewer, meeting: Meeting, attendance_id: int) -> None:
    """Somebody who was recorded by mistake, such as under a name mistyped."""
    meeting = lock(Meeting, viewer, meeting.pk)
    row = Attendance.objects.filter(meeting=meeting, pk=attendance_id).first()
    if row is None:
        raise Refusal(_("This person has been taken off already. The list below is as it stands now."))
    record(
        AttendanceTakenOff(
            meeting_id=meeting.pk,
            agency_id=row.agency_id,
            name=row.name,
            capacity=row.capacity,
            presence=row.presence,
            confidentiality_on=row.confidentiality_on,
        )
    )
    row.delete()
