"""A late case: the office sees whose list is out of date and sends the next issue; an agency opens the difference."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.utils import timezone

from config.jinja import short_day
from marac.access.roles import Role
from marac.caselists.operations import send_list
from marac.kernel.dates import format_date
from marac.kernel.workdays import add_workdays
from marac.meetings import operations as meetings
from marac.meetings.models import ListSent
from tests import make
from tests.journeys.steps import Coordinator, Person
from tests.meetings.conftest import person_in, referral_of


@pytest.fixture
def ahead(area):
    """A meeting in a fortnight with two cases, whose list went out yesterday."""
    today = timezone.localdate()
    then = replace(make.viewer(maracs=[area]), today=today - timedelta(days=1))
    held_on = add_workdays(today, 10, ())
    made = meetings.plan_meetings(viewer=then, marac=area, days=[held_on], starts_at=time(9, 30))[0]
    for _each in range(2):
        case = make.case(marac=area)
        person_in(case)
        listed(then, made, case)
    send_list(viewer=then, meeting=made)
    return made


def listed(viewer, meeting, case):
    reason = "The chair agreed" if viewer.today > meeting.cut_off_on else ""
    return meetings.list_case(viewer=viewer, meeting=meeting, case=case, referral=referral_of(case), reason=reason)


@pytest.mark.parametrize("cast", ["mouse", "keyboard"], indirect=True)
def test_a_late_case_reaches_the_agencies_as_a_difference(cast, ahead, area, faults):
    coordinator = cast.brings(Coordinator, Role.COORDINATOR, "office")
    constable = cast.brings(Person, Role.REPRESENTATIVE, "police")
    constable.follows("Case list of Norbrook")
    constable.comes_to("Case list for")
    constable.reads("Issue 1")
    first = constable.page.url
    late = make.case(marac=area)
    listed(replace(make.viewer(maracs=[area]), today=timezone.localdate()), ahead, late)

    coordinator.follows("Meetings", exact=True)
    coordinator.comes_to("Meetings")
    coordinator.follows(short_day(ahead.held_on), exact=True)
    coordinator.comes_to(f"Meeting of {format_date(ahead.held_on)}")
    coordinator.reads("The case list in the hands of 2 agencies is out of date")
    coordinator.presses("Send the next issue to these 2 agencies")
    coordinator.reads("Every agency has the list as it stands now.")
    coordinator.reads("2 agencies have not opened the issue in force")
    constable.page.goto(first)
    constable.comes_to("Issue 1 was withdrawn")
    constable.follows("Open issue 2")
    constable.comes_to("Case list for")
    constable.reads("Changed since issue 1")
    constable.reads(late.reference)
    coordinator.page.reload()
    coordinator.reads("1 agency has not opened the issue in force")

    sent = ListSent.objects.filter(agency=cast.agencies["police"]).order_by("number")
    assert [each.opened_by != "" for each in sent] == [True, True]
    assert faults == []
