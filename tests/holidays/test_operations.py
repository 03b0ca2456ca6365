"""A bank holiday added or taken off, and the deadlines that it moves."""

from datetime import date

from marac.audit.models import AuditEvent
from marac.directory.models import BankHoliday
from marac.directory.profile import Profile
from marac.holidays import operations
from marac.mail.models import Outgoing
from marac.meetings.models import Meeting
from marac.series.queries import holidays_named
from tests.series.conftest import FIRST_ON
from tests.series.test_operations import event


def test_a_proclaimed_day_moves_open_deadlines_says_so_in_the_trail_and_tells_those_concerned(coordinator, published):
    given = {"nation": "england", "on": date(2099, 3, 2), "name": "Coronation", "reason": "Proclaimed on 1 May"}

    moved = operations.proclaim(viewer=coordinator, **given)

    first = Meeting.objects.get(held_on=FIRST_ON)
    assert [each.meeting.held_on for each in moved] == [FIRST_ON, date(2099, 3, 23)][: len(moved)]
    assert first.cut_off_on == date(2099, 2, 20)
    said = event("DeadlinesMoved").details
    assert (said["holiday"], said["reason"]) == ("2099-03-02", "Proclaimed on 1 May")
    assert ["cut_off_on", "2099-02-23", "2099-02-20"] in AuditEvent.objects.filter(name="DeadlinesMoved").earliest(
        "number"
    ).details["shifts"]
    assert Outgoing.objects.filter(about=f"meeting {first.pk}", kind="dates").count() == 2
    day = BankHoliday.objects.get()
    assert (day.added_by, day.reason) == ("Ada Quill", "Proclaimed on 1 May")

    operations.take_off(viewer=coordinator, holiday=day, reason="It was called off")

    assert Meeting.objects.get(held_on=FIRST_ON).cut_off_on == date(2099, 2, 23)
    assert holidays_named(Profile()) == {}


def test_a_day_proclaimed_on_a_meeting_leaves_it_where_it_is_and_says_so(coordinator, published):
    given = {"nation": "england", "on": FIRST_ON, "name": "Coronation", "reason": "Proclaimed"}

    moved = operations.proclaim(viewer=coordinator, **given)

    assert [each.falls_on for each in moved if each.meeting.held_on == FIRST_ON] == [True]
    assert Meeting.objects.filter(held_on=FIRST_ON).exists()


def test_a_day_of_another_nation_moves_nothing(coordinator, published):
    given = {"nation": "scotland", "on": date(2099, 3, 2), "name": "Coronation", "reason": "Proclaimed"}

    assert operations.proclaim(viewer=coordinator, **given) == []
