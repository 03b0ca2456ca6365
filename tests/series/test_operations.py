"""Publishing a series, changing it, moving one date, and who chairs it."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.caselists.operations import send_list
from marac.directory.operations import add_holidays, change_setting
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.meetings.models import Meeting
from marac.meetings.operations import cancel_meeting, list_case
from marac.research.models import Request
from marac.research.operations import ask_for_meeting
from marac.series import operations
from marac.series.models import ChairAway, PlannedDate, Series
from marac.series.queries import fed_next, series_found, triage_days
from marac.series.rules import Kind, Pattern
from tests import make
from tests.meetings.conftest import referral_of
from tests.series.conftest import FIRST_ON, plan


def on_days(**filters):
    return [
        str(each) for each in Meeting.objects.filter(**filters).order_by("held_on").values_list("held_on", flat=True)
    ]


def event(name):
    return AuditEvent.objects.filter(name=name).latest("number")


def test_a_year_is_published_at_once_with_deadlines_and_chairs_and_all_are_told(published, chairs):
    meetings = list(Meeting.objects.all())

    assert on_days() == ["2099-03-09", "2099-03-23", "2099-04-06", "2099-04-20"]
    assert [meeting.chair for meeting in meetings] == ["Ada Quill", "Bea Lark", "Ada Quill", "Bea Lark"]
    assert {(meeting.sits, meeting.venue, meeting.ends_at) for meeting in meetings} == {(True, "Room 2", time(12, 0))}
    assert meetings[0].cut_off_on == date(2099, 2, 23)
    told = Outgoing.objects.filter(kind="dates").values_list("user__name", flat=True)
    assert sorted(told) == ["Ada Quill", "Bea Lark"]


def test_a_date_on_a_holiday_moves_by_the_rule_set_for_that_day_and_says_why(area, coordinator):
    add_holidays(viewer=make.system(), nation="england", days={date(2099, 3, 23): "Jubilee"})
    change_setting(viewer=coordinator, marac=area, name="holiday_moves", value="week_later", from_on=date(2099, 1, 1))

    made = operations.publish(viewer=coordinator, marac=area, plan=plan())

    moved = made.dates.get(wanted_on=date(2099, 3, 23))
    assert moved.meeting.held_on == date(2099, 3, 30)
    assert moved.why == "23 March 2099 is Jubilee, so it is held on the same weekday a week later"


def test_closing_dates_are_meetings_that_do_not_sit(area, coordinator):
    operations.publish(
        viewer=coordinator, marac=area, plan=plan(kind=Kind.CLOSING, pattern=Pattern.MONTHLY, weeks=None)
    )

    assert set(Meeting.objects.values_list("sits", "chair")) == {(False, "")}


def test_a_date_without_a_free_chair_is_published_and_counted(area, coordinator, chairs):
    for user in chairs:
        given = {"user": user.pk, "from_on": FIRST_ON, "until_on": FIRST_ON}
        operations.say_away(viewer=coordinator, marac=area, **given)

    operations.publish(viewer=coordinator, marac=area, plan=plan(chair="shared"))

    (series,) = series_found(coordinator)
    assert (series.coming, series.unchaired) == (4, 1)
    assert Meeting.objects.get(held_on=FIRST_ON).chair == ""


def test_a_series_is_extended_and_what_was_moved_or_cancelled_by_hand_stays_so(coordinator, published):
    first, second, *_rest = Meeting.objects.order_by("held_on")
    operations.move(viewer=coordinator, meeting=first, on=date(2099, 3, 10), starts_at=time(9, 30), reason="Room")
    cancel_meeting(viewer=coordinator, meeting=second, reason="Nobody is here")

    longer = replace(published.plan, until_on=date(2099, 5, 20), starts_at=time(10, 0))
    operations.change(viewer=coordinator, series=published, plan=longer)

    held = on_days(state="planned")
    assert held == ["2099-03-10", "2099-04-06", "2099-04-20", "2099-05-04", "2099-05-18"]
    assert set(Meeting.objects.filter(state="planned").values_list("starts_at", flat=True)) == {time(10, 0)}
    assert on_days(state="cancelled") == ["2099-03-23"]


def test_a_new_pattern_cancels_what_it_no_longer_has_but_not_where_cases_wait(area, coordinator, published):
    bound = Meeting.objects.get(held_on=date(2099, 3, 23))
    case = make.case(marac=area)
    list_case(viewer=coordinator, meeting=bound, case=case, referral=referral_of(case))

    operations.change(viewer=coordinator, series=published, plan=replace(published.plan, weeks=4))

    assert on_days(state="planned") == ["2099-03-09", "2099-03-23", "2099-04-06"]
    assert on_days(state="cancelled") == ["2099-04-20"]
    assert event("SeriesChanged").details["cancelled"] == [Meeting.objects.get(state="cancelled").pk]


def test_a_past_date_is_never_touched_by_a_change(coordinator, published):
    later = replace(coordinator, today=date(2099, 4, 1))

    operations.change(viewer=later, series=published, plan=replace(published.plan, venue="Room 9", weeks=4))

    venues = dict(Meeting.objects.values_list("held_on", "venue"))
    assert (venues[FIRST_ON], venues[date(2099, 4, 6)]) == ("Room 2", "Room 9")


def test_a_meeting_moves_with_its_deadlines_its_research_and_a_reason_and_all_are_told(area, coordinator, published):
    meeting = Meeting.objects.get(held_on=FIRST_ON)
    case = make.case(marac=area)
    list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral_of(case))
    ask_for_meeting(viewer=coordinator, meeting=meeting)

    moved = operations.move(
        viewer=coordinator, meeting=meeting, on=date(2099, 3, 11), starts_at=time(14, 0), reason="The hall is let"
    )

    assert (moved.held_on, moved.starts_at, moved.ends_at) == (date(2099, 3, 11), time(14, 0), None)
    assert (moved.cut_off_on, moved.research_on) == (date(2099, 2, 25), date(2099, 3, 4))
    assert set(Request.objects.values_list("due_on", flat=True)) == {date(2099, 3, 4)}
    said = event("MeetingMoved").details
    assert (said["reason"], said["shifts"][0]) == ("The hall is let", ["cut_off_on", "2099-02-23", "2099-02-25"])
    assert PlannedDate.objects.get(meeting=meeting).why == "The hall is let"
    assert Outgoing.objects.filter(about=f"meeting {meeting.pk}", kind="dates").count() == 2


def test_what_is_done_stays_when_a_meeting_moves(area, coordinator, published):
    meeting = Meeting.objects.get(held_on=FIRST_ON)
    case = make.case(marac=area)
    list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral_of(case))
    send_list(viewer=coordinator, meeting=meeting)

    moved = operations.move(
        viewer=coordinator, meeting=meeting, on=date(2099, 3, 12), starts_at=time(9, 30), reason="Snow"
    )

    assert (moved.list_on, moved.cut_off_on) == (date(2099, 2, 25), date(2099, 2, 23))
    assert moved.papers_on == date(2099, 3, 5)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": date(2099, 3, 8)}, "on"),
        ({"on": date(2026, 3, 3)}, "on"),
        ({"on": date(2099, 3, 23)}, "on"),
        ({"reason": " "}, "reason"),
        ({"on": FIRST_ON}, "on"),
    ],
)
def test_a_move_that_cannot_be_is_refused_beside_its_question(coordinator, published, changed, field):
    meeting = Meeting.objects.get(held_on=FIRST_ON)
    asked = {"on": date(2099, 3, 11), "starts_at": time(9, 30), "reason": "Snow"} | changed

    with pytest.raises(Refusal) as refused:
        operations.move(viewer=coordinator, meeting=meeting, **asked)

    assert refused.value.field == field


def test_a_meeting_does_not_move_to_the_hour_of_a_cancelled_one(coordinator, published):
    first, second, *_rest = Meeting.objects.order_by("held_on")
    cancel_meeting(viewer=coordinator, meeting=second, reason="Nobody is here")

    with pytest.raises(Refusal, match="until it was cancelled"):
        operations.move(viewer=coordinator, meeting=first, on=second.held_on, starts_at=second.starts_at, reason="Snow")


def test_a_triage_feeds_the_next_meeting_that_is_open_and_can_lose_a_day(area, coordinator, published):
    asked = plan(kind=Kind.TRIAGE, pattern=Pattern.DAILY, weeks=None, until_on=FIRST_ON + timedelta(days=4))
    triage = operations.publish(viewer=coordinator, marac=area, plan=replace(asked, feeds=published.pk))

    operations.skip(viewer=coordinator, series=triage, on=date(2099, 3, 11), reason="Training")

    days = triage_days(triage, {})
    assert [str(day) for day in days] == ["2099-03-09", "2099-03-10", "2099-03-12", "2099-03-13"]
    today = replace(coordinator, today=date(2099, 2, 24))
    assert fed_next(today, triage).held_on == date(2099, 3, 23)
    with pytest.raises(Refusal, match="no triage on"):
        operations.skip(viewer=coordinator, series=triage, on=date(2099, 3, 11), reason="Training")


def test_a_triage_feeds_no_series_of_another_area(area, coordinator, published):
    elsewhere = make.marac()
    asked = plan(kind=Kind.TRIAGE, pattern=Pattern.DAILY, weeks=None, feeds=published.pk)

    with pytest.raises(Unseen):
        operations.publish(viewer=make.viewer(maracs=[elsewhere]), marac=elsewhere, plan=asked)

    assert Series.objects.count() == 1


def test_only_who_is_free_can_be_put_in_the_chair(area, coordinator, chairs, published):
    operations.say_away(viewer=coordinator, marac=area, user=chairs[1].pk, from_on=FIRST_ON, until_on=FIRST_ON)
    date_of = published.dates.get(wanted_on=FIRST_ON)
    given = {
        "viewer": coordinator,
        "date": date_of,
        "venue": "Room 7",
        "link": "",
        "booking": "booked",
        "private": True,
    }

    with pytest.raises(Refusal, match="cannot chair on 9 March 2099"):
        operations.arrange(**given, chair=str(chairs[1].pk))
    operations.arrange(**given, chair="", to_come=True)

    assert set(Meeting.objects.values_list("venue", flat=True)) == {"Room 7"}
    assert Meeting.objects.get(held_on=FIRST_ON).chair == ""
    assert set(PlannedDate.objects.values_list("booking", "private")) == {("booked", True)}


def test_a_chair_says_when_they_are_away_and_nobody_else_does_but_the_office(area, police, coordinator, chairs):
    own = make.viewer(Role.CHAIR, maracs=[area], agency=police, user=chairs[0])
    given = {"marac": area, "from_on": FIRST_ON, "until_on": FIRST_ON}

    away = operations.say_away(viewer=own, user=chairs[0].pk, **given)
    with pytest.raises(Refusal, match="Only the person and the office"):
        operations.say_away(viewer=own, user=chairs[1].pk, **given)
    with pytest.raises(Refusal, match="Only somebody who chairs"):
        operations.say_away(viewer=coordinator, user=make.user().pk, **given)
    operations.take_back_away(viewer=own, away=away)

    assert not ChairAway.objects.exists()
