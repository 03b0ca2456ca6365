"""Recording who was at a meeting, and the statement read out to them."""

from datetime import date, time

import pytest

from marac.access.roles import Role
from marac.attendance.models import Attendance
from marac.attendance.operations import meeting as operations
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.kernel.refusal import Refusal
from marac.meetings.operations import cancel_meeting, plan_meetings
from tests import make

pytestmark = pytest.mark.django_db


def test_attendance_is_recorded_once_a_person_and_corrected(coordinator, police, meeting):
    for name, presence, accepted in (("Bo Marsh", "apologies", False), ("bo marsh ", "present", True)):
        operations.record_attendance(
            viewer=coordinator,
            meeting=meeting,
            agency=police,
            name=name,
            capacity=Attendance.Capacity.DEPUTY,
            presence=presence,
            confidentiality_accepted=accepted,
        )

    row = Attendance.objects.get()
    assert (row.name, row.presence, row.confidentiality_on) == ("Bo Marsh", "present", make.TODAY)
    assert AuditEvent.objects.last().name == "AttendanceRecorded"


def test_nobody_attends_a_cancelled_meeting_and_a_name_is_needed(coordinator, police, meeting):
    asked = {"viewer": coordinator, "agency": police, "capacity": "deputy", "meeting": meeting}
    with pytest.raises(Refusal):
        operations.record_attendance(name=" ", **asked)
    cancel_meeting(viewer=coordinator, meeting=meeting, reason="Snow")

    with pytest.raises(Refusal):
        operations.record_attendance(name="Bo Marsh", **asked)


def test_a_representative_records_nobody(area, police, meeting):
    representative = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police)

    with pytest.raises(NotAllowed):
        operations.record_attendance(
            viewer=representative, meeting=meeting, agency=police, name="Bo", capacity="deputy"
        )


def test_the_statement_read_out_is_accepted_by_those_present_and_nobody_else(coordinator, police, meeting, records):
    there, sorry = records("Bo Marsh"), records("Cy Reed", presence="apologies")

    operations.read_out(viewer=coordinator, meeting=meeting)

    accepted = dict(Attendance.objects.values_list("pk", "confidentiality_on"))
    assert accepted == {there.pk: make.TODAY, sorry.pk: None}


def test_reading_out_to_nobody_is_refused(coordinator, meeting):
    with pytest.raises(Refusal, match="Record who is there first"):
        operations.read_out(viewer=coordinator, meeting=meeting)


def test_a_mistyped_name_is_taken_off_and_the_trail_keeps_who_it_was_and_who_took_it_off(coordinator, meeting, records):
    wrong, right = records("Bo Mrash"), records("Bo Marsh")

    operations.take_off(viewer=coordinator, meeting=meeting, attendance_id=wrong.pk)

    event = AuditEvent.objects.last()
    assert list(Attendance.objects.all()) == [right]
    assert (event.name, event.user_name, event.details["name"]) == ("AttendanceTakenOff", coordinator.name, "Bo Mrash")


def test_somebody_is_taken_off_once_and_from_their_own_meeting(area, coordinator, meeting, records):
    there = records("Bo Marsh")
    other = plan_meetings(viewer=coordinator, marac=area, days=[date(2026, 4, 22)], starts_at=time(9, 30))[0]

    with pytest.raises(Refusal, match="taken off already"):
        operations.take_off(viewer=coordinator, meeting=other, attendance_id=there.pk)
    operations.take_off(viewer=coordinator, meeting=meeting, attendance_id=there.pk)
    with pytest.raises(Refusal, match="taken off already"):
        operations.take_off(viewer=coordinator, meeting=meeting, attendance_id=there.pk)
