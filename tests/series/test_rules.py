"""Days of a series, why one moved, who chairs which, and what a change of the calendar does to deadlines."""

from dataclasses import astuple, fields
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.directory.profile import Profile
from marac.kernel.refusal import Refusal
from marac.kernel.workdays import Moving, is_workday, off_holidays
from marac.meetings.rules import MeetingDates, meeting_dates
from marac.series import rules
from marac.series.rules import Chair, Kind, NthWeekday, Pattern, Plan, PlannedDay, Shift

EASTER_2026 = {date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"}
TODAY = date(2026, 3, 4)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
weekdays = days.filter(lambda day: day.weekday() < 5)
holiday_sets = st.dictionaries(days, st.just("A holiday"), max_size=20)
movings = st.sampled_from(Moving)


def plan(**changed):
    asked = {
        "kind": Kind.MEETING,
        "pattern": Pattern.WEEKS,
        "weeks": 2,
        "first_on": date(2026, 3, 23),
        "until_on": date(2026, 4, 20),
        "starts_at": time(9, 30),
    }
    return Plan(**asked | changed)


@pytest.mark.parametrize(
    ("moving", "on", "words"),
    [
        (Moving.NEXT, date(2026, 4, 7), "the next working day"),
        (Moving.PREVIOUS, date(2026, 4, 2), "the working day before"),
        (Moving.WEEK_LATER, date(2026, 4, 13), "the same weekday a week later"),
    ],
)
def test_a_date_on_a_holiday_moves_by_the_rule_and_says_why_and_the_next_keeps_to_the_pattern(moving, on, words):
    planned = rules.days_of(plan(), EASTER_2026, moving)

    assert planned == [
        PlannedDay(date(2026, 3, 23), date(2026, 3, 23)),
        PlannedDay(on, date(2026, 4, 6), f"6 April 2026 is Easter Monday, so it is held on {words}"),
        PlannedDay(date(2026, 4, 20), date(2026, 4, 20)),
    ]


def test_the_rule_of_each_day_is_the_one_in_force_on_it():
    moving = {date(2026, 4, 3): Moving.PREVIOUS, date(2026, 4, 6): Moving.WEEK_LATER}
    daily = plan(weeks=1, first_on=date(2026, 4, 3), until_on=date(2026, 4, 3))

    assert [day.on for day in rules.days_of(daily, EASTER_2026, moving)] == [date(2026, 4, 2)]


def test_monthly_on_the_second_tuesday():
    asked = plan(pattern=Pattern.MONTHLY, first_on=date(2026, 3, 10), until_on=date(2026, 6, 30))

    on = [day.on for day in rules.days_of(asked, {}, Moving.NEXT)]

    assert on == [date(2026, 3, 10), date(2026, 4, 14), date(2026, 5, 12), date(2026, 6, 9)]


def test_a_triage_is_on_each_working_day():
    asked = plan(kind=Kind.TRIAGE, pattern=Pattern.DAILY, first_on=date(2026, 4, 2), until_on=date(2026, 4, 8), feeds=1)

    on = [day.on for day in rules.days_of(asked, EASTER_2026, Moving.NEXT)]

    assert on == [date(2026, 4, 2), date(2026, 4, 7), date(2026, 4, 8)]


@pytest.mark.parametrize(
    ("day", "nth"),
    [(date(2026, 3, 2), 1), (date(2026, 3, 9), 2), (date(2026, 3, 23), 4), (date(2026, 3, 30), rules.LAST_OF_MONTH)],
)
def test_which_weekday_of_its_month_a_day_is(day, nth):
    assert NthWeekday.of(day) == NthWeekday(nth=nth, weekday=0)


def test_the_last_weekday_of_a_short_month():
    assert NthWeekday(rules.LAST_OF_MONTH, 0).in_month_of(date(2026, 2, 1)) == date(2026, 2, 23)


@given(days)
def test_a_day_is_found_again_from_its_place_in_the_month(day):
    assert NthWeekday.of(day).in_month_of(day) == day


@given(days, holiday_sets, movings)
def test_a_day_moves_only_off_a_day_without_work_onto_one_with_and_in_the_direction_of_its_rule(day, holidays, moving):
    on = off_holidays(day, holidays, moving)

    assert is_workday(on, holidays)
    assert (on == day) == is_workday(day, holidays)
    assert on <= day if moving is Moving.PREVIOUS else on >= day
    if moving is Moving.WEEK_LATER and day.weekday() < 5:
        assert on.weekday() == day.weekday()


@given(weekdays, st.integers(0, 500), holiday_sets, st.none() | st.integers(1, 13), movings)
def test_a_series_is_of_working_days_in_order_and_each_that_moved_says_why(first_on, length, holidays, weeks, moving):
    pattern = Pattern.WEEKS if weeks else Pattern.MONTHLY
    asked = plan(pattern=pattern, weeks=weeks, first_on=first_on, until_on=first_on + timedelta(days=length))

    planned = rules.days_of(asked, holidays, moving)

    on = [day.on for day in planned]
    assert all(is_workday(day, holidays) for day in on)
    assert on == sorted(set(on))
    assert planned[0].wanted_on == first_on
    assert {day.wanted_on for day in planned} <= set(rules.wanted_days(asked))
    assert all(bool(day.why) == (day.on != day.wanted_on) == (day.wanted_on in holidays) for day in planned)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"first_on": date(2026, 3, 7)}, "first_on"),
        ({"until_on": date(2026, 3, 6)}, "until_on"),
        ({"until_on": date(2028, 3, 24)}, "until_on"),
        ({"weeks": 0}, "weeks"),
        ({"weeks": 14}, "weeks"),
        ({"weeks": None}, "weeks"),
        ({"ends_at": time(9, 30)}, "ends_at"),
        ({"kind": Kind.TRIAGE, "pattern": Pattern.DAILY}, "feeds"),
        ({"venue": "MARAC room"}, "venue"),
        ({"link": "https://video.example.org/domestic-abuse"}, "link"),
        ({"link": "video.example.org/r/1"}, "link"),
    ],
)
def test_a_plan_that_makes_no_sense_or_tells_too_much_is_refused_beside_its_question(changed, field):
    with pytest.raises(Refusal) as refused:
        rules.check_plan(plan(**changed), TODAY)

    assert refused.value.field == field


def chair(number, *, away=()):
    return Chair(number, f"Chair {number}", ((date(2020, 1, 1), date(2099, 1, 1)),), tuple(away))


def test_dates_are_shared_evenly_and_nobody_chairs_while_away():
    mondays = [date(2026, 3, 9) + timedelta(weeks=number) for number in range(4)]
    chairs = [chair(1), chair(2, away=[(mondays[1], mondays[1])])]

    shared = rules.share_chairs(mondays, chairs, {})

    assert [shared[day].user_id for day in mondays] == [1, 1, 2, 2]


def test_a_day_on_which_nobody_is_free_has_no_chair():
    assert rules.share_chairs([TODAY], [chair(1, away=[(TODAY, TODAY)])], {}) == {TODAY: None}


@given(st.lists(days, unique=True, max_size=30), st.integers(1, 5))
def test_chairs_who_are_always_free_differ_by_one_date_at_most(dates, number):
    shared = rules.share_chairs(dates, [chair(each) for each in range(number)], {})

    counts = [sum(who.user_id == each for who in shared.values()) for each in range(number)]
    assert max(counts) - min(counts) <= 1


def shifts(held_on, before, after, today, done=()):
    """What a change of the bank holidays does to a meeting that was planned by the earlier ones."""
    was, then = (meeting_dates(held_on, Profile(), each) for each in (before, after))
    now = {each.name: getattr(was, each.name) for each in fields(MeetingDates)}
    return rules.shifts_of(now, was, then, today=today, done=done)


def test_a_proclaimed_day_moves_the_deadlines_counted_across_it():
    proclaimed = date(2026, 3, 16)

    moved = shifts(date(2026, 3, 25), set(), {proclaimed}, TODAY)

    assert moved == [
        Shift("cut_off_on", date(2026, 3, 11), date(2026, 3, 10)),
        Shift("list_on", date(2026, 3, 13), date(2026, 3, 12)),
    ]


def test_what_is_done_or_past_stays_and_nothing_moves_to_a_day_gone_by():
    proclaimed, held_on = date(2026, 3, 16), date(2026, 3, 25)

    assert shifts(held_on, set(), {proclaimed}, date(2026, 3, 13), done={"list_on"}) == []
    assert shifts(held_on, set(), {proclaimed}, date(2026, 3, 13)) == []
    assert shifts(held_on, set(), {proclaimed}, date(2026, 3, 11)) == [
        Shift("list_on", date(2026, 3, 13), date(2026, 3, 12))
    ]


def test_a_deadline_that_was_set_otherwise_and_is_not_touched_keeps_its_day():
    was = meeting_dates(date(2026, 3, 25), Profile(), set())
    now = {each.name: getattr(was, each.name) for each in fields(MeetingDates)} | {"minutes_on": date(2026, 4, 30)}

    assert rules.shifts_of(now, was, was, today=TODAY, done=()) == []


@given(weekdays, holiday_sets, weekdays, days)
def test_a_proclaimed_day_never_moves_what_is_past_nor_anything_to_the_past(held_on, holidays, proclaimed, today):
    moved = shifts(held_on, set(holidays), {*holidays, proclaimed}, today)

    assert all(shift.now >= today and shift.now != shift.was for shift in moved)
    assert all(shift.was >= today or shift.now > shift.was for shift in moved)


@given(weekdays, holiday_sets, weekdays)
def test_a_day_proclaimed_and_taken_off_again_leaves_every_deadline_as_it_was(held_on, holidays, proclaimed):
    before, after = set(holidays) - {proclaimed}, {*holidays, proclaimed}
    today = date(2020, 1, 1)

    there, back = shifts(held_on, before, after, today), shifts(held_on, after, before, today)

    assert sorted(astuple(shift) for shift in there) == sorted((each.name, each.now, each.was) for each in back)
