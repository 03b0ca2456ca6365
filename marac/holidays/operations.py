"""Days on which a nation does not work, added or taken off, with the deadlines that this moves."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import operation, record
from marac.directory.models import BankHoliday
from marac.directory.operations import add_holiday, remove_holiday
from marac.holidays.queries import MeetingShifts, holiday_shifts
from marac.meetings.notices import tell_of_dates
from marac.meetings.rules import check_reason
from marac.series.operations import as_told, shift


@dataclass(frozen=True)
class DeadlinesMoved:
    """What a bank holiday added or taken off did to a meeting not yet held."""

    meeting_id: int
    holiday: date
    reason: str
    shifts: list[tuple[str, date, date]]


@dataclass(frozen=True)
class DeadlinesRecounted:
    """Meetings not yet held were counted anew, because a day became a bank holiday or a working day."""

    nation: str
    holiday: date
    meeting_ids: list[int]


@operation(needs=Permission.SET_RULES)
def proclaim(*, viewer: Viewer, nation: str, on: date, name: str, reason: str) -> list[MeetingShifts]:
    """A day on which a nation does not work, and what it moves: open deadlines of meetings not yet held, everywhere in
    that nation. A meeting on that very day stays until the office moves it, and those concerned are told of it too."""
    check_reason(reason)
    found = holiday_shifts(viewer.today, nation, {on: True})
    add_holiday(viewer=viewer, nation=nation, on=on, name=name, reason=reason)
    _shift_all(viewer, found, nation, on, reason)
    return found


@operation(needs=Permission.SET_RULES)
def take_off(*, viewer: Viewer, holiday: BankHoliday, reason: str) -> list[MeetingShifts]:
    """A working day again, with the same care."""
    check_reason(reason)
    found = holiday_shifts(viewer.today, holiday.nation, {holiday.on: False})
    remove_holiday(viewer=viewer, holiday=holiday, reason=reason)
    _shift_all(viewer, found, holiday.nation, holiday.on, reason)
    return found


def _shift_all(viewer: Viewer, found: Collection[MeetingShifts], nation: str, holiday: date, reason: str) -> None:
    for each in found:
        meeting = each.meeting
        shift(viewer, meeting, each.shifts)
        tell_of_dates(viewer=viewer, marac=meeting.marac, about=f"meeting {meeting.pk}", on=meeting.held_on)
        record(DeadlinesMoved(meeting.pk, holiday=holiday, reason=reason, shifts=as_told(each.shifts)))
    record(DeadlinesRecounted(nation, holiday, meeting_ids=[each.meeting.pk for each in found]))
