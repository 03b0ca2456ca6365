"""Working days and months are counted the same way everywhere."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.workdays import (
    add_months,
    add_workdays,
    is_workday,
    months_before,
    next_workday,
    previous_workday,
    workdays_between,
)

CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}
FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
counts = st.integers(-60, 60)
calendars = st.frozensets(st.dates(date(2020, 1, 1), date(2035, 12, 31)), max_size=200)


def test_monday_to_friday_are_working_days_unless_they_are_holidays():
    assert is_workday(FRIDAY, CHRISTMAS)
    assert not is_workday(SATURDAY, CHRISTMAS)
    assert not is_workday(date(2026, 12, 25), CHRISTMAS)


@pytest.mark.parametrize("start", [FRIDAY, SATURDAY, date(2026, 11, 22)])
def test_one_working_day_after_the_weekend_or_the_friday_is_monday(start):
    assert add_workdays(start, 1, ()) == MONDAY


def test_a_week_with_christmas_in_it_is_longer():
    assert add_workdays(date(2026, 12, 23), 5, CHRISTMAS) == date(2027, 1, 4)


def test_eight_working_days_before_a_meeting():
    assert add_workdays(date(2026, 12, 9), -8, CHRISTMAS) == date(2026, 11, 27)


def test_no_days_is_the_day_itself_or_the_next_working_day():
    assert add_workdays(FRIDAY, 0, ()) == FRIDAY
    assert add_workdays(SATURDAY, 0, ()) == MONDAY


def test_next_and_previous_leave_the_day_itself():
    assert next_workday(FRIDAY, ()) == MONDAY
    assert previous_workday(MONDAY, ()) == FRIDAY


def test_working_days_between_two_dates_leave_out_the_first():
    assert workdays_between(FRIDAY, MONDAY, ()) == 1
    assert workdays_between(MONDAY, FRIDAY, ()) == -1
    assert workdays_between(date(2026, 12, 24), date(2027, 1, 4), CHRISTMAS) == 4
    assert workdays_between(FRIDAY, FRIDAY, ()) == 0


def test_a_holiday_listed_twice_counts_once():
    assert workdays_between(date(2026, 12, 24), date(2026, 12, 29), [date(2026, 12, 25)] * 2) == 2


@given(days, counts, calendars)
def test_the_answer_is_always_a_working_day(start, count, holidays):
    assert is_workday(add_workdays(start, count, holidays), holidays)


@given(days, counts, calendars)
def test_adding_and_taking_away_comes_back_to_a_working_day(start, count, holidays):
    start = add_workdays(start, 0, holidays)
    assert add_workdays(add_workdays(start, count, holidays), -count, holidays) == start


@given(days, counts, calendars)
def test_more_days_never_come_earlier(start, count, holidays):
    assert add_workdays(start, count, holidays) <= add_workdays(start, count + 1, holidays)


@given(days, days, counts, calendars)
def test_a_later_start_never_ends_earlier(first, second, count, holidays):
    first, second = sorted([first, second])
    assert add_workdays(first, count, holidays) <= add_workdays(second, count, holidays)


@given(days, st.integers(1, 60), calendars)
def test_counting_the_days_that_were_added_gives_their_number(start, count, holidays):
    assert workdays_between(start, add_workdays(start, count, holidays), holidays) == count


@given(days, days, days, calendars)
def test_spans_add_up(a, b, c, holidays):
    both = workdays_between(a, b, holidays) + workdays_between(b, c, holidays)
    assert both == workdays_between(a, c, holidays)


@given(days, st.integers(0, 400), calendars)
def test_counting_by_arithmetic_is_counting_day_by_day(start, length, holidays):
    span = [start + timedelta(days=n) for n in range(1, length + 1)]
    end = start + timedelta(days=length)
    assert workdays_between(start, end, holidays) == sum(is_workday(day, holidays) for day in span)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
    ],
)
def test_months_keep_the_day_or_end_the_month(start, months, end):
    assert add_months(start, months) == end


def test_twelve_months_before_the_end_of_a_leap_february():
    assert months_before(date(2028, 2, 29), 12) == date(2027, 2, 28)


@given(days, days, st.integers(-60, 60))
def test_months_keep_the_order_of_days(first, second, months):
    first, second = sorted([first, second])
    assert add_months(first, months) <= add_months(second, months)
