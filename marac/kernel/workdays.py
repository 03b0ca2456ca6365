"""Counting in working days and calendar months.

A working day is Monday to Friday and not one of the `holidays` passed in. Holidays are dates that an
office keeps in the database for its own area, so nothing here knows a calendar.

Counting follows the ordinary rule for periods of days: the day of the event is not counted, so one
working day after a Friday, a Saturday or a Sunday is the Monday.
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)
SATURDAY = 5


class Moving(StrEnum):
    """Where something goes that would fall on a day which is no working day."""

    NEXT = "next"
    PREVIOUS = "previous"
    WEEK_LATER = "week_later"


def is_workday(day: date, holidays: Collection[date]) -> bool:
    return day.weekday() < SATURDAY and day not in holidays


def next_workday(day: date, holidays: Collection[date]) -> date:
    """The first working day after `day`; never `day` itself."""
    day += ONE_DAY
    while not is_workday(day, holidays):
        day += ONE_DAY
    return day


def previous_workday(day: date, holidays: Collection[date]) -> date:
    """The last working day before `day`; never `day` itself."""
    day -= ONE_DAY
    while not is_workday(day, holidays):
        day -= ONE_DAY
    return day


def off_holidays(day: date, holidays: Collection[date], moving: Moving) -> date:
    """The day itself where it is a working day, and else the one that the rule moves it to.

    A day at a weekend is never the same weekday of a week that works, so it goes to the next working day.
    """
    if is_workday(day, holidays):
        return day
    if moving is Moving.PREVIOUS:
        return previous_workday(day, holidays)
    if moving is Moving.NEXT or day.weekday() >= SATURDAY:
        return next_workday(day, holidays)
    while day in holidays:
        day += ONE_WEEK
    return day


def add_workdays(start: date, days: int, holidays: Collection[date]) -> date:
    """The working day that lies `days` working days after `start`, or before it when negative.

    Zero gives `start` when that is a working day, and otherwise the next working day. The answer is
    always a working day.
    """
    if days == 0:
        return start if is_workday(start, holidays) else next_workday(start, holidays)
    step = next_workday if days > 0 else previous_workday
    day = start
    for _count in range(abs(days)):
        day = step(day, holidays)
    return day


def workdays_between(start: date, end: date, holidays: Collection[date]) -> int:
    """How many working days lie after `start`, up to and including `end`.

    Negative when `end` is the earlier. Spans add up: from a to b and from b to c is from a to c.
    Counted by arithmetic, so that figures over years of cases stay fast.
    """
    if end < start:
        return -workdays_between(end, start, holidays)
    weeks, odd_days = divmod((end - start).days, 7)
    odd = sum((end - timedelta(days=back)).weekday() < SATURDAY for back in range(odd_days))
    lost = sum(start < day <= end and day.weekday() < SATURDAY for day in set(holidays))
    return weeks * 5 + odd - lost


def add_months(start: date, months: int) -> date:
    """The same day of the month, or the month's last day where there is no such day.

    31 January and one month is the last day of February; 29 February and twelve months is 28 February
    (the "corresponding date rule": Dodds v Walker [1981] 1 WLR 1027).
    """
    year, month_index = divmod(start.year * 12 + start.month - 1 + months, 12)
    month = month_index + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def months_before(day: date, months: int) -> date:
    """The day on which a period of `months` that ends on `day` began."""
    return add_months(day, -months)
