"""What a bank holiday added or taken off moves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from marac.directory.models import BankHoliday
from marac.directory.queries import profiles_on
from marac.meetings.models import Meeting
from marac.meetings.rules import meeting_dates
from marac.series.queries import TO_COME, deadlines_of, profiles_by_day
from marac.series.rules import Shift, done_of, shifts_of


@dataclass(frozen=True)
class MeetingShifts:
    """What a bank holiday added or taken off does to one meeting; `falls_on` if it is held that very day."""

    meeting: Meeting
    shifts: list[Shift]
    falls_on: bool


def holiday_shifts(today: date, nation: str, days: Mapping[date, bool]) -> list[MeetingShifts]:
    """What days added (true) to a nation's bank holidays or taken off them do to its meetings not yet held, wherever
    they are; a meeting to which nothing happens is left out."""
    meetings = Meeting.objects.filter(held_on__gte=today, state__in=TO_COME).select_related("marac")
    by_marac: dict[int, list[Meeting]] = {}
    for meeting in meetings.order_by("held_on", "pk"):
        by_marac.setdefault(meeting.marac_id, []).append(meeting)
    before = set(BankHoliday.objects.filter(nation=nation).values_list("on", flat=True))
    after = (before | {day for day, added in days.items() if added}) - {day for day, added in days.items() if not added}
    found = []
    for marac_id, profile in profiles_on(by_marac, today).items():
        if profile.nation == nation:
            found += _shifts_of_marac(marac_id, by_marac[marac_id], before, after, today)
    return found


def _shifts_of_marac(
    marac_id: int, meetings: Collection[Meeting], before: set[date], after: set[date], today: date
) -> list[MeetingShifts]:
    profiles = profiles_by_day(marac_id, [meeting.held_on for meeting in meetings])
    found = []
    for meeting in meetings:
        then, now = (meeting_dates(meeting.held_on, profiles[meeting.held_on], days) for days in (before, after))
        done = done_of(meeting.list_sent_on is not None)
        shifts = shifts_of(deadlines_of(meeting), then, now, today=today, done=done)
        falls_on = meeting.held_on in after - before
        if shifts or falls_on:
            found.append(MeetingShifts(meeting, shifts, falls_on))
    return found
