"""One press convenes, tells, asks and lists the case again; it counts once, and its quorum is who was called."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from django.test import Client
from django.utils import timezone

from marac.access.roles import Role
from marac.attendance.models import Attendance
from marac.attendance.queries import roll_of
from marac.caselists.operations import send_list
from marac.cases.models import Case
from marac.convening.operations import convene
from marac.directory.operations import change_setting
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.meetings.operations import list_case, mark_heard, plan_meetings
from marac.reports.queries import quarter_return
from marac.reports.rules import read_quarter
from marac.research.models import Request
from tests import make
from tests.minutes import area as minuted

pytestmark = pytest.mark.django_db
TODAY = make.TODAY
NOW = timezone.make_aware(datetime.combine(TODAY, time(10)))


@pytest.fixture
def area():
    """A meeting held on 3 March, and another planned for 17 March; police and housing on the panel, health on call."""
    made = minuted.build()
    made.health = make.agency("Northmoor Health", marac=made.marac, standing="on_call")
    (made.next,) = plan_meetings(
        viewer=coordinator(made), marac=made.marac, days=[date(2026, 3, 17)], starts_at=time(9, 30)
    )
    return made


def coordinator(area):
    return area.viewer(Role.COORDINATOR)


def called(area, **other) -> Meeting:
    given = {
        "held_on": TODAY,
        "starts_at": time(14),
        "venue": "By video",
        "chair": "Ida Stone",
        "agencies": [area.police, area.health],
        "why": "He is released at noon.",
        "agreed_by": "Ida Stone",
    }
    return convene(viewer=replace(coordinator(area), at=NOW), case=area.police_only.case, **given | other)


def test_one_press_makes_the_meeting_tells_asks_and_seats_whoever_is_called_and_nobody_else(area):
    meeting = called(area)

    (item,) = meeting.items.all()
    assert (meeting.emergency, meeting.state, item.case, item.reason) == (
        True,
        "listed",
        area.police_only.case,
        "He is released at noon.",
    )
    both = {area.police, area.health}
    assert {sent.agency for sent in meeting.lists_sent.all()} == both
    asked = Request.objects.filter(item=item)
    assert {(each.agency, each.due_on) for each in asked} == {(agency, TODAY) for agency in both}
    told = Outgoing.objects.filter(about=f"meeting {meeting.pk}")
    assert {each.agency for each in told} == both
    health = area.viewer(Role.REPRESENTATIVE, area.health)
    assert Case.objects.visible_to(health).filter(pk=item.case_id).exists()


def test_the_case_is_listed_for_the_next_ordinary_meeting_too_with_its_reason(area):
    called(area)

    again = AgendaItem.objects.get(meeting=area.next)
    assert (again.case, again.reason) == (area.police_only.case, "Heard at an emergency MARAC on 4 March 2026.")


def test_a_case_that_waits_for_an_ordinary_meeting_keeps_its_place_there(area):
    item = area.police_only
    list_case(viewer=coordinator(area), meeting=area.next, case=item.case, referral=item.referral, reason="Late")

    called(area)

    assert [each.reason for each in AgendaItem.objects.filter(meeting=area.next)] == ["Late"]


def test_every_step_falls_on_the_day_and_only_the_minutes_later(area):
    meeting = called(area)

    steps = {meeting.cut_off_on, meeting.list_on, meeting.research_on, meeting.papers_on, meeting.action_list_on}
    assert steps == {TODAY}
    assert meeting.minutes_on > TODAY


def test_its_quorum_is_all_who_were_called_or_the_number_of_the_area(area):
    meeting = called(area)
    minuted.made(Attendance(meeting=meeting, agency=area.police, name="Ida Stone", capacity="representative"))

    before = roll_of(meeting).quorum
    change_setting(viewer=make.system(), marac=area.marac, name="emergency_quorum", value=1, from_on=TODAY)
    after = roll_of(meeting).quorum

    assert (before.met, before.absent) == (False, ["Northmoor Health"])
    assert after.met


def test_it_counts_once_in_the_return_where_it_was_heard_first(area):
    meeting = called(area)
    heard = mark_heard(viewer=coordinator(area), item=meeting.items.get())
    later = replace(coordinator(area), today=area.next.held_on)
    send_list(viewer=coordinator(area), meeting=area.next)
    mark_heard(viewer=later, item=AgendaItem.objects.get(meeting=area.next))

    rows = quarter_return(replace(make.system(), today=date(2026, 4, 2)), area.marac, read_quarter("2026Q1")).rows

    assert heard.state == "heard"
    assert {row.held_on: row.numbers["C"] for row in rows} == {date(2026, 3, 3): 2, TODAY: 1, date(2026, 3, 17): 0}


def test_called_twice_it_is_convened_once(area):
    called(area)

    with pytest.raises(Refusal, match="called for 4 March 2026 already"):
        called(area, starts_at=time(15))
    assert Meeting.objects.filter(emergency=True).count() == 1


def test_a_case_without_an_accepted_referral_is_decided_first(area):
    case = make.case(marac=area.marac)
    given = {"held_on": TODAY, "starts_at": time(14), "agencies": [area.police, area.health]}

    with pytest.raises(Refusal, match="Decide the referral first"):
        convene(viewer=coordinator(area), case=case, why="He is released.", agreed_by="Ida Stone", **given)


def test_refused_it_leaves_nothing_behind(area):
    before = Meeting.objects.count(), ListSent.objects.count(), Request.objects.count()

    with pytest.raises(Refusal, match="at least two"):
        called(area, agencies=[area.police])

    assert (Meeting.objects.count(), ListSent.objects.count(), Request.objects.count()) == before


def test_the_page_is_filled_in_and_what_was_typed_stays_when_it_is_refused(area):
    client = Client()
    make.signed_in(client, marac=area.marac, agency=area.police)
    address = f"/cases/{area.shared.case.pk}/emergency-meeting/"

    asked = client.get(address).content.decode()
    answer = client.post(address, {"why": "He is released at noon.", "held_on": "4/3/2026", "starts_at": "25"})

    assert "Call an emergency MARAC" in asked
    assert answer.status_code == 200
    for words in ("He is released at noon.", "Enter a time of day", "Choose at least two agencies"):
        assert words in answer.content.decode()


def test_whoever_may_not_plan_meetings_finds_no_such_page(area):
    client = Client()
    make.signed_in(client, Role.IDVA, marac=area.marac, agency=area.police)

    assert client.get(f"/cases/{area.shared.case.pk}/emergency-meeting/").status_code == 404
