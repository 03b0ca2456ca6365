"""A meeting that is too full: said in time, by its own history, and mended in each of three ways."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from marac.access.roles import Permission
from marac.audit.operation import operation, record
from marac.capacity import operations
from marac.capacity.queries import forecast, is_too_full, to_come, with_minutes
from marac.directory.operations import change_setting
from marac.directory.queries import profiles_on
from marac.flags.models import Flag
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem
from marac.meetings.operations import list_case, mark_heard, plan_meetings
from marac.meetings.queries import referrals_to_list, usual_minutes
from marac.research.models import Request
from tests import make
from tests.meetings.conftest import HELD_ON, Built

pytestmark = pytest.mark.django_db


def set_to(marac, name, value):
    change_setting(viewer=make.system(), marac=marac, name=name, value=value, from_on=date(2020, 1, 1), reason="Local")


@operation(needs=Permission.DO_DUE_WORK)
def _timed(*, viewer, item, minutes):
    item.state, item.began_at = AgendaItem.State.HEARD, datetime(2026, 3, 25, 10, tzinfo=UTC)
    item.ended_at = item.began_at + timedelta(minutes=minutes)
    item.save()
    record(Built("time"))


def test_a_meeting_that_is_too_full_is_said_days_before_and_not_earlier(meeting, listed, police, coordinator):
    listed(*[[police]] * 3)
    set_to(meeting.marac, "longest_minutes", 45)
    then = make.viewer(maracs=[meeting.marac], agency=police)

    def told(days):
        viewer = replace(then, today=HELD_ON - timedelta(days=days))
        profiles = profiles_on(viewer.marac_ids, viewer.today)
        found = with_minutes(viewer, to_come(viewer, profiles))
        return [each.pk for each in found if is_too_full(each, profiles[each.marac_id], viewer.today)]

    assert (told(15), told(14), told(0), told(-1)) == ([], [meeting.pk], [meeting.pk], [])


def test_cases_that_do_not_fit_are_the_last_and_it_is_said_why(meeting, listed, police, coordinator):
    items = listed(*[[police]] * 3)
    set_to(meeting.marac, "longest_minutes", 45)

    found = forecast(coordinator, meeting)

    assert (found.room.takes, found.room.over, found.ends_at.strftime("%H:%M")) == (46, 1, "10:16")
    assert [each.item.pk for each in found.spill] == [items[-1].pk]
    assert str(found.why) == "12 minutes a case, by the setting: 0 were timed here yet, and 20 are needed."


def test_minutes_come_from_this_maracs_own_history_once_enough_cases_were_timed(meeting, listed, police, area):
    items = listed(*[[police]] * 3)
    set_to(area, "history_cases", 3)
    later = plan_meetings(viewer=make.system(), marac=area, days=[date(2026, 4, 22)], starts_at=meeting.starts_at)[0]
    for item, minutes in zip(items[:2], (15, 17), strict=True):
        _timed(viewer=make.system(), item=AgendaItem.objects.get(pk=item.pk), minutes=minutes)
    assert (usual_minutes(later).minutes, usual_minutes(later).by_history) == (12, False)

    _timed(viewer=make.system(), item=AgendaItem.objects.get(pk=items[2].pk), minutes=40)

    assert (usual_minutes(later).minutes, usual_minutes(later).by_history) == (17, True)


def test_a_meeting_is_made_longer_by_whoever_plans_it(meeting, listed, police, coordinator):
    listed(*[[police]] * 3)
    set_to(meeting.marac, "longest_minutes", 45)

    operations.lengthen(viewer=coordinator, meeting=meeting, minutes=60, reason="The chair agreed")

    assert forecast(coordinator, meeting).room.over == 0
    assert operations.lengthen.needs is Permission.PLAN_MEETINGS


def test_what_does_not_fit_is_listed_at_a_second_meeting_with_the_reason(meeting, listed, police, coordinator):
    items = listed(*[[police]] * 3)
    set_to(meeting.marac, "longest_minutes", 35)
    with pytest.raises(Refusal, match="Choose a day after"):
        operations.split(viewer=coordinator, meeting=meeting, day=HELD_ON)

    second = operations.split(viewer=coordinator, meeting=meeting, day=date(2026, 3, 26))

    moved = AgendaItem.objects.filter(meeting=second)
    assert [each.case_id for each in moved] == [items[2].case_id]
    assert moved.get().reason == "No room at the meeting of 25 March 2026"
    assert AgendaItem.objects.get(pk=items[2].pk).state == AgendaItem.State.DEFERRED
    assert forecast(coordinator, second).sitting.cases[0].earlier.pk == items[2].pk


def test_a_case_that_is_listed_only_is_researched_and_flagged_and_never_counted_as_discussed(
    meeting, listed, police, coordinator
):
    one, two = listed([police], [police], found=False)
    with pytest.raises(Refusal, match="not discussed"):
        operations.list_only(viewer=coordinator, item=one, reason="")

    operations.list_only(viewer=coordinator, item=one, reason="A repeat; the plan still runs")

    assert Request.objects.visible_to(coordinator).waiting().filter(item=one).exists()
    assert Flag.objects.filter(case=one.case).exists()
    assert [each.item.pk for each in forecast(coordinator, meeting).sitting.cases] == [two.pk]
    assert [each.pk for each in forecast(coordinator, meeting).alerts] == [one.pk]
    assert one.referral not in referrals_to_list(coordinator, meeting)
    on_the_day = replace(coordinator, today=HELD_ON)
    with pytest.raises(Refusal, match="no longer waiting"):
        mark_heard(viewer=on_the_day, item=AgendaItem.objects.get(pk=one.pk))
    with pytest.raises(Refusal, match="already listed"):
        list_case(viewer=coordinator, meeting=meeting, case=one.case, referral=one.referral)


def test_a_case_that_was_listed_only_is_discussed_after_all(meeting, listed, police, coordinator):
    one = listed([police])[0]
    operations.list_only(viewer=coordinator, item=one, reason="The plan still runs")

    operations.discuss(viewer=coordinator, item=one)

    assert [each.item.pk for each in forecast(coordinator, meeting).sitting.cases] == [one.pk]
