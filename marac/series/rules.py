"""The days of a series, why one has moved, who chairs which, and what a change of the calendar does to deadlines."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import count

from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _
from marac.kernel.workdays import Moving, add_months, is_workday, off_holidays
from marac.meetings.rules import MeetingDates

MOST_WEEKS_APART = 13
LONGEST_PLAN_MONTHS = 24
LAST_OF_MONTH = 5
SATURDAY = 5
SHARED = "shared"  # the answer to who chairs: each in turn
# A calendar lies open on a desk, a telephone and a shared screen, so the place of a meeting says nothing of what it is.
TELLS = re.compile(r"marac|domestic|abuse|violence", re.IGNORECASE)


class Kind(StrEnum):
    """What happens on the dates of a series."""

    MEETING = "meeting"
    CLOSING = "closing"
    TRIAGE = "triage"


class Pattern(StrEnum):
    MONTHLY = "monthly"
    WEEKS = "weeks"
    DAILY = "daily"


class Booking(StrEnum):
    """How the room or the link of one date stands."""

    OPEN = "open"
    ASKED = "asked"
    BOOKED = "booked"


KIND_NAMES = {
    Kind.MEETING: _("A meeting, in a room or by video"),
    Kind.CLOSING: _("A closing date for information: nobody sits"),
    Kind.TRIAGE: _("A daily triage on working days, which feeds a meeting"),
}
PATTERN_NAMES = {
    Pattern.MONTHLY: _("Monthly, on the same weekday of the month"),
    Pattern.WEEKS: _("Every so many weeks"),
    Pattern.DAILY: _("Each working day"),
}
BOOKING_NAMES = {
    Booking.OPEN: _("Not booked"),
    Booking.ASKED: _("Asked for"),
    Booking.BOOKED: _("Booked"),
}
MOVED_WORDS = {
    Moving.NEXT: _("{day} is {holiday}, so it is held on the next working day"),
    Moving.PREVIOUS: _("{day} is {holiday}, so it is held on the working day before"),
    Moving.WEEK_LATER: _("{day} is {holiday}, so it is held on the same weekday a week later"),
}
DEADLINE_NAMES = {
    "cut_off_on": _("Referrals close"),
    "list_on": _("Case list goes out"),
    "research_on": _("Research is due"),
    "papers_on": _("Papers go out"),
    "action_list_on": _("Action list goes out"),
    "minutes_on": _("Minutes go out"),
}


@dataclass(frozen=True)
class Plan:
    """A series as it is asked for. `weeks` is set for a pattern of weeks only; `chair` is the number of a person,
    `SHARED`, or "" while nobody is named; `feeds` the number of the series to which a triage passes cases."""

    kind: Kind
    pattern: Pattern
    first_on: date
    until_on: date
    starts_at: time
    weeks: int | None = None
    ends_at: time | None = None
    venue: str = ""
    link: str = ""
    chair: str = ""
    feeds: int | None = None


@dataclass(frozen=True)
class NthWeekday:
    """Such as the second Tuesday of a month: `nth` from 1 to 4, or 5 for the last; `weekday` is 0 for Monday."""

    nth: int
    weekday: int

    @classmethod
    def of(cls, day: date) -> "NthWeekday":
        """What this day is in its month; from the 29th on, the last."""
        return cls(nth=min((day.day + 6) // 7, LAST_OF_MONTH), weekday=day.weekday())

    def in_month_of(self, day: date) -> date:
        first = day.replace(day=1)
        found = first + timedelta(days=(self.weekday - first.weekday()) % 7)
        found += timedelta(weeks=self.nth - 1)
        return found if found.month == first.month else found - timedelta(weeks=1)


@dataclass(frozen=True)
class PlannedDay:
    """A day for a meeting, the day that the pattern gave before holidays were looked at, and why it moved."""

    on: date
    wanted_on: date
    why: str = ""


@dataclass(frozen=True)
class Chair:
    """Somebody who chairs: in the role on some days, away on others, both as spans with their first and last day."""

    user_id: int
    name: str
    spans: tuple[tuple[date, date], ...]
    away: tuple[tuple[date, date], ...] = ()

    def is_free(self, on: date) -> bool:
        return _within(on, self.spans) and not _within(on, self.away)


@dataclass(frozen=True)
class Shift:
    """One deadline that moves."""

    name: str
    was: date
    now: date


def _within(on: date, spans: tuple[tuple[date, date], ...]) -> bool:
    return any(first <= on <= last for first, last in spans)


def check_plan(plan: Plan, today: date) -> None:
    """Refuses what is no series. Days gone by are no fault: a series that has begun keeps its first day."""
    if plan.pattern is Pattern.WEEKS and not 1 <= (plan.weeks or 0) <= MOST_WEEKS_APART:
        raise Refusal(_("Enter a number of weeks from 1 to 13."), field="weeks")
    if plan.kind is not Kind.TRIAGE and plan.first_on.weekday() >= SATURDAY:
        raise Refusal(_("The first date falls on a weekend. Choose a day from Monday to Friday."), field="first_on")
    if plan.until_on < plan.first_on:
        raise Refusal(_("The last day is before the first date. Choose a later one."), field="until_on")
    if plan.until_on > add_months(max(plan.first_on, today), LONGEST_PLAN_MONTHS):
        raise Refusal(_("Plan at most two years at a time: choose an earlier last day."), field="until_on")
    if plan.ends_at is not None and plan.ends_at <= plan.starts_at:
        raise Refusal(_("It would end before it starts. Choose a later time."), field="ends_at")
    if plan.kind is Kind.TRIAGE and plan.feeds is None:
        raise Refusal(_("Choose the series to which the triage passes its cases."), field="feeds")
    check_place(plan.venue, plan.link)


def check_place(venue: str, link: str) -> None:
    """What stands in calendars says nothing of what the meeting is."""
    for field, text in (("venue", venue), ("link", link)):
        if TELLS.search(text):
            raise Refusal(
                _("This stands in people's calendars, where others see it. Say it without words such as “{word}”."),
                field=field,
                word=TELLS.findall(text)[0],
            )
    if link and not link.startswith("https://"):
        raise Refusal(_("A link begins with https://. Copy it whole from the invitation."), field="link")


def days_of(plan: Plan, holidays: Mapping[date, str], moving: Mapping[date, Moving] | Moving) -> list[PlannedDay]:
    """Every day of the plan. `holidays` are named; `moving` is the rule, or the rule in force on each wanted day.

    A day that moves does not move those after it, and no two fall on one day or change places.
    """
    if plan.kind is Kind.TRIAGE:
        days = (plan.first_on + timedelta(days=number) for number in range((plan.until_on - plan.first_on).days + 1))
        return [PlannedDay(day, day) for day in days if is_workday(day, holidays)]
    planned: list[PlannedDay] = []
    for day in wanted_days(plan):
        rule = moving if isinstance(moving, Moving) else moving.get(day, Moving.NEXT)
        on = off_holidays(day, holidays, rule)
        if not planned or on > planned[-1].on:
            planned.append(PlannedDay(on, day, _why(day, on, holidays, rule)))
    return planned


def wanted_days(plan: Plan) -> list[date]:
    """The days that the pattern gives, before holidays are looked at."""
    if plan.kind is Kind.TRIAGE:
        return []
    return list(_weekly(plan) if plan.pattern is Pattern.WEEKS else _monthly(plan))


def _why(day: date, on: date, holidays: Mapping[date, str], rule: Moving) -> str:
    if on == day:
        return ""
    said: Sentence = MOVED_WORDS[rule].format(day=format_date(day), holiday=holidays[day])
    return said


def _weekly(plan: Plan) -> Iterator[date]:
    day = plan.first_on
    while day <= plan.until_on:
        yield day
        day += timedelta(weeks=plan.weeks or 1)


def _monthly(plan: Plan) -> Iterator[date]:
    monthly = NthWeekday.of(plan.first_on)
    for months in count():
        day = monthly.in_month_of(add_months(plan.first_on.replace(day=1), months))
        if day > plan.until_on:
            return
        if day >= plan.first_on:
            yield day


def share_chairs(days: Collection[date], chairs: Sequence[Chair], held: Mapping[int, int]) -> dict[date, Chair | None]:
    """Who chairs each day: of those who are free, whoever has fewest dates, and of those, whoever has waited longest.

    `held` is how many dates each has already. A day on which nobody is free has none.
    """
    number = {chair.user_id: held.get(chair.user_id, 0) for chair in chairs}
    last: dict[int, date] = {}
    found: dict[date, Chair | None] = {}
    for day in sorted(days):
        free = [chair for chair in chairs if chair.is_free(day)]
        found[day] = min(
            free,
            key=lambda each: (number[each.user_id], last.get(each.user_id, date.min), each.name),
            default=None,
        )
        chosen = found[day]
        if chosen is not None:
            number[chosen.user_id] += 1
            last[chosen.user_id] = day
    return found


def shifts_of(
    now: Mapping[str, date], before: MeetingDates, after: MeetingDates, *, today: date, done: Collection[str]
) -> list[Shift]:
    """Which deadlines move when what they are counted from changes from `before` to `after`.

    What is done stays, and so does what is past and would still be past. Nothing moves to a day gone by: it is then
    due today. A deadline that the change does not touch keeps the day that it was given.
    """
    found = []
    for each in fields(MeetingDates):
        was, then = now[each.name], getattr(after, each.name)
        if each.name in done or then == getattr(before, each.name) or max(was, then) < today:
            continue
        if (on := max(then, today)) != was:
            found.append(Shift(each.name, was, on))
    return found


def done_of(list_sent: bool) -> frozenset[str]:
    """Deadlines of a meeting that are behind it: once the list is out, referrals have closed."""
    return frozenset({"cut_off_on", "list_on"}) if list_sent else frozenset()


def check_move(on: date, was: date, starts_at: time, was_at: time, reason: str) -> None:
    if (on, starts_at) == (was, was_at):
        raise Refusal(_("This is when it is planned already. Choose another day or time."), field="on")
    if not reason.strip():
        raise Refusal(_("Give the reason, in a few words."), field="reason")
