"""Years of invented cases, written in bulk: a meeting's cases in one operation, so that it can go on to a nation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import operation, record
from marac.history.cases import refer
from marac.history.flags import place_flags, take_off, write_what_stands
from marac.history.listing import list_cases, research, send_and_attend
from marac.history.minutes import issue_minutes, take_minutes
from marac.history.past import Past, begin_past
from marac.history.plans import make_plans
from marac.kernel.workdays import is_workday, next_workday
from marac.meetings.models import Meeting
from marac.meetings.rules import meeting_dates

__all__ = ["Past", "begin_past", "make_history"]
FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True)
class HistoryMade:
    """A meeting of the invented past, with this many cases."""

    marac_id: int
    held_on: date
    cases: int


@dataclass(frozen=True)
class HistoryEnded:
    """The flags that still stood when the invented past ended were written."""

    marac_id: int
    cases: int


def make_history(
    viewer: Viewer, past: Past, *, since: date, before: date, cases: int, say: Callable[[str], None]
) -> None:
    """Fortnightly meetings from `since` up to a fortnight before the meeting of `before`, of about `cases` each."""
    days = []
    day = before - FORTNIGHT
    while day >= since:
        days.append(day if is_workday(day, past.holidays) else next_workday(day, past.holidays))
        day -= FORTNIGHT
    for number, held_on in enumerate(reversed(days), start=1):
        make_meeting(viewer=viewer, past=past, held_on=held_on, cases=max(1, round(past.chance.gauss(cases, 3))))
        if number % 26 == 0:
            say(f"{past.marac.name}: {number} of {len(days)} meetings, up to {held_on.year}")
    end_history(viewer=viewer, past=past)
    say(f"{past.marac.name}: {len(days)} meetings, {sum(past.numbers.values())} cases")


@operation(needs=Permission.DO_DUE_WORK)
def make_meeting(*, viewer: Viewer, past: Past, held_on: date, cases: int) -> Meeting:
    """One meeting from its referrals to its issue. Minutes not due yet are still being written."""
    dates = meeting_dates(held_on, past.profile, past.holidays)
    minuted = dates.minutes_on < past.today
    meeting = Meeting(
        marac=past.marac,
        held_on=held_on,
        starts_at=time(9, 30),
        venue="Video link",
        chair=past.office["chair"],
        state=Meeting.State.MINUTED if minuted else Meeting.State.HELD,
        list_sent_on=dates.list_on,
        **vars(dates),
    )
    meeting.save()
    take_off(past, held_on)
    listings = past.deferred + refer(past, held_on, dates.cut_off_on, cases)
    list_cases(past, meeting, listings)
    there = send_and_attend(past, meeting, listings)
    research(past, meeting, listings)
    heard = [each for each in listings if each.heard]
    take_minutes(past, meeting, heard, there)
    make_plans(past, meeting, heard)
    place_flags(past, meeting, heard)
    if minuted:
        issue_minutes(viewer, past, meeting, there)
    record(HistoryMade(marac_id=past.marac.pk, held_on=held_on, cases=len(listings)))
    return meeting


@operation(needs=Permission.DO_DUE_WORK)
def end_history(*, viewer: Viewer, past: Past) -> None:
    standing = len(past.lives)
    write_what_stands(past)
    record(HistoryEnded(marac_id=past.marac.pk, cases=standing))
