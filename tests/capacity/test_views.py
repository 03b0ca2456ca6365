"""The page on which room is made in a meeting, and Today."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marac.access.roles import Role
from marac.capacity.operations import list_only
from marac.kernel.workdays import is_workday
from marac.meetings.models import AgendaItem
from marac.meetings.operations import list_case, plan_meetings
from tests import make
from tests.capacity.test_operations import set_to
from tests.meetings.conftest import referral_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, area, police):
    make.signed_in(client, Role.COORDINATOR, marac=area, agency=police)
    return client


def text(answer):
    return answer.content.decode()


def test_three_ways_to_make_room_are_one_press_away(office, meeting, listed, police):
    one, _two, _three = listed(*[[police]] * 3)
    set_to(meeting.marac, "longest_minutes", 45)
    page = text(office.get(f"/capacity/{meeting.pk}/"))
    for said in (
        "It would end at 10:16, 1 min too late",
        "A second meeting, for 1 case",
        "A longer meeting, of 1 h 0 min",
    ):
        assert said in page

    office.post(f"/capacity/items/{one.pk}/listed-only/", {"reason": "The plan still runs"})

    assert "Yes. It ends at about 10:04." in text(office.get(f"/capacity/{meeting.pk}/"))
    office.post(f"/capacity/items/{one.pk}/discuss/")
    assert AgendaItem.objects.get(pk=one.pk).state == AgendaItem.State.LISTED


def test_minutes_that_cannot_be_come_back_with_the_sentence(office, meeting, listed, police):
    one = listed([police])[0]

    answer = office.post(f"/capacity/items/{one.pk}/minutes/", {"minutes": "999"})

    assert "from 1 to 240" in text(answer)
    assert 'value="999"' in text(answer)


def test_today_says_that_a_meeting_is_too_full_and_leads_to_where_room_is_made(office, area, police):
    day = timezone.localdate() + timedelta(days=3)
    while not is_workday(day, ()):
        day += timedelta(days=1)
    viewer = make.system(timezone.localdate())
    soon = plan_meetings(viewer=viewer, marac=area, days=[day], starts_at=timezone.now().time())[0]
    for _each in range(2):
        case = make.case(marac=area)
        list_case(viewer=viewer, meeting=soon, case=case, referral=referral_of(case), reason="Soon")
    set_to(area, "longest_minutes", 30)

    page = text(office.get("/"))

    assert "is too full" in page
    assert f"/capacity/{soon.pk}/" in page


def test_a_case_that_is_not_discussed_is_on_the_case_list_and_said_so(office, meeting, listed, police, coordinator):
    one, _two = listed([police], [police])
    list_only(viewer=coordinator, item=one, reason="The plan still runs")

    assert "Listed only" in text(office.get(f"/meetings/{meeting.pk}/"))
    assert one.case.reference in text(office.get(f"/meetings/{meeting.pk}/case-list/"))
