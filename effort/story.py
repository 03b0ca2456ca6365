"""The month in its order: who does what on which day, from the first referral to the return of the quarter."""

from collections.abc import Callable
from datetime import date

from effort import others
from effort.month import Month
from effort.papers import Paper
from marac.directory.queries import holidays_of, profile_on, seats_on
from marac.kernel.workdays import add_workdays

EACH_DAY = 2


def play_the_month(month: Month, referred: list[Paper], today: date) -> None:
    holidays = holidays_of(profile_on(month.meeting.marac_id, today))
    _referrals(month, referred, lambda number: add_workdays(today, number, holidays) if number else today)
    _the_rest(month, lambda number: add_workdays(month.meeting.held_on, number, holidays))


def _referrals(month: Month, referred: list[Paper], day: Callable[[int], date]) -> None:
    """Two on each day."""
    for first in range(0, len(referred), EACH_DAY):
        month.on(day(first // EACH_DAY))
        for paper in referred[first : first + EACH_DAY]:
            month.receive(paper)
            month.check()
            month.decide(paper)


def _the_rest(month: Month, after: Callable[[int], date]) -> None:
    """From the day on which referrals close to the return of the quarter."""
    meeting = month.meeting
    month.on(meeting.cut_off_on)
    month.list_the_cases()
    others.other_cases_are_withdrawn(meeting, month.referrals, meeting.cut_off_on)
    month.on(meeting.list_on)
    month.send_the_list()
    others.agencies_answer(meeting, meeting.list_on, chased=False)
    month.on(meeting.research_on)
    month.chase_research()
    others.agencies_answer(meeting, meeting.research_on, chased=True)
    agencies = [seat.agency.name for seat in seats_on(meeting.marac_id, meeting.held_on)]
    month.on(meeting.held_on)
    month.attend(agencies)
    month.minute(agencies)
    others.agencies_confirm_flags(meeting, after(1))
    others.chair_approves(meeting, after(1))
    month.on(after(2))
    month.issue_the_minutes()
    others.agencies_report(meeting, after(6))
    month.on(after(7))
    month.note_reports()
    month.look_at_what_is_late()
    month.look_at_flags()
    others.other_meetings_are_cancelled(meeting, after(7))
    month.make_the_return(_quarter(meeting.held_on))


def _quarter(day: date) -> str:
    first = (day.month - 1) // 3 * 3
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
    names = (*months, "November", "December")
    return f"{names[first]} to {names[first + 2]} {day.year}"
