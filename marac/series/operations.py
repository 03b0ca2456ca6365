"""Publishing a series and changing it, moving one date, who chairs and where, and a day without triage."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Marac
from marac.directory.queries import profile_on
from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.meetings.models import Meeting
from marac.meetings.notices import tell_of_dates
from marac.meetings.operations import cancel_meeting, plan_meetings
from marac.meetings.rules import check_reason
from marac.research.operations import redate_requests
from marac.series.models import PLANNED, ChairAway, PlannedDate, Series, SkippedDay
from marac.series.queries import (
    TO_COME,
    Fate,
    Row,
    chairs_of,
    check_hour,
    holidays_named,
    outlook,
    shifts_of_move,
    triage_days,
)
from marac.series.rules import Booking, Kind, Plan, Shift, check_place

PER_DATE = ("starts_at", "ends_at", "venue", "link")  # what a change of the series carries to each date to come


@dataclass(frozen=True)
class SeriesPublished:
    marac_id: int
    series_id: int
    meeting_ids: list[int]


@dataclass(frozen=True)
class SeriesChanged:
    marac_id: int
    series_id: int
    planned: list[int]
    kept: list[int]
    cancelled: list[int]


@dataclass(frozen=True)
class MeetingMoved:
    """`shifts` are the deadlines that went with it, each as its name, the day before and the day after."""

    meeting_id: int
    from_on: date
    to_on: date
    reason: str
    shifts: list[tuple[str, date, date]]


@dataclass(frozen=True)
class DateArranged:
    meeting_ids: list[int]


@dataclass(frozen=True)
class TriageSkipped:
    series_id: int
    on: date
    reason: str


@dataclass(frozen=True)
class ChairAwaySaid:
    marac_id: int
    of_user_id: int
    from_on: date
    until_on: date


@dataclass(frozen=True)
class ChairAwayTakenBack:
    marac_id: int
    of_user_id: int
    from_on: date
    until_on: date


@operation(needs=Permission.PLAN_MEETINGS)
def publish(*, viewer: Viewer, marac: Marac, plan: Plan) -> Series:
    """Every date of the plan at once, with all its deadlines, and everybody at the table told of them."""
    marac = lock(Marac, viewer, marac.pk)
    found = outlook(viewer, marac, plan)
    if not found.new and not found.triage:
        raise Refusal(_("No date is left to plan. Choose other days."), field="first_on")
    series = Series(marac=marac, kind=plan.kind.value, pattern=plan.pattern.value, feeds=_fed(viewer, marac, plan))
    _put(series, plan)
    made = _planned(viewer, series, plan, found.new)
    tell_of_dates(viewer=viewer, marac=marac, about=f"series {series.pk}")
    record(SeriesPublished(marac_id=marac.pk, series_id=series.pk, meeting_ids=[meeting.pk for meeting in made]))
    return series


@operation(needs=Permission.PLAN_MEETINGS)
def change(*, viewer: Viewer, series: Series, plan: Plan) -> Series:
    """Lay the series out anew from today: dates that the new pattern still has stay, with its time and place; others
    are cancelled unless cases wait there; new ones are planned. What is past stays as it was."""
    series = lock(Series, viewer, series.pk, "marac")
    if plan.kind.value != series.kind:
        raise Refusal(_("A series stays what it is. Publish another one, and end this one."), field="kind")
    found = outlook(viewer, series.marac, plan, series)
    _put(series, plan)
    kept = [_carried(viewer, row, plan) for row in found.rows if row.fate is Fate.KEPT]
    gone = [row.meeting for row in found.rows if row.fate is Fate.GONE and row.meeting is not None]
    for meeting in gone:
        cancel_meeting(viewer=viewer, meeting=meeting, reason=_("The series of dates was changed."))
    made = _planned(viewer, series, plan, found.new)
    tell_of_dates(viewer=viewer, marac=series.marac, about=f"series {series.pk}")
    planned, cancelled = ([meeting.pk for meeting in each] for each in (made, gone))
    record(SeriesChanged(series.marac_id, series.pk, planned=planned, kept=kept, cancelled=cancelled))
    return series


def _fed(viewer: Viewer, marac: Marac, plan: Plan) -> Series | None:
    if plan.kind is not Kind.TRIAGE:
        return None
    fed = lock(Series, viewer, plan.feeds)
    if fed.marac_id != marac.pk or fed.kind == Kind.TRIAGE.value:
        raise Refusal(_("Choose a series of meetings of the same MARAC."), field="feeds")
    return fed


def _put(series: Series, plan: Plan) -> None:
    for name in PLANNED:
        setattr(series, name, getattr(plan, name))
    series.pattern = plan.pattern.value
    series.save()


def _planned(viewer: Viewer, series: Series, plan: Plan, rows: Collection[Row]) -> list[Meeting]:
    if not rows:
        return []
    details = {"ends_at": plan.ends_at, "venue": plan.venue, "link": plan.link, "sits": plan.kind is Kind.MEETING}
    days = {row.day.on: row for row in rows}
    made = plan_meetings(viewer=viewer, marac=series.marac, days=days, starts_at=plan.starts_at, **details)
    for meeting in made:
        row = days[meeting.held_on]
        laid = PlannedDate(series=series, meeting=meeting, wanted_on=row.day.wanted_on, why=row.day.why)
        if row.chair is not None:
            laid.chaired_by_id, meeting.chair = row.chair.user_id, row.chair.name
            meeting.save()
        laid.save()
    return made


def _carried(viewer: Viewer, row: Row, plan: Plan) -> int:
    """A date that stays gets the new time and place."""
    assert row.meeting is not None
    meeting = lock(Meeting, viewer, row.meeting.pk)
    check_hour(viewer, meeting, meeting.held_on, plan.starts_at)
    for name in PER_DATE:
        setattr(meeting, name, getattr(plan, name))
    meeting.save()
    return meeting.pk


@operation(needs=Permission.PLAN_MEETINGS)
def move(*, viewer: Viewer, meeting: Meeting, on: date, starts_at: time, reason: str) -> Meeting:
    """One meeting on another day or at another time. Deadlines that are still open are counted anew."""
    meeting = lock(Meeting, viewer, meeting.pk)
    shifts = shifts_of_move(viewer, meeting, on=on, starts_at=starts_at, reason=reason)
    was = meeting.held_on
    meeting.held_on, meeting.starts_at = on, starts_at
    if meeting.ends_at is not None and meeting.ends_at <= starts_at:
        meeting.ends_at = None
    shift(viewer, meeting, shifts)
    planned = PlannedDate.objects.filter(meeting=meeting).first()
    if planned is not None:
        planned.why, planned.booking = reason, Booking.OPEN.value
        planned.save()
    tell_of_dates(viewer=viewer, marac=meeting.marac, about=f"meeting {meeting.pk}", on=on)
    record(MeetingMoved(meeting_id=meeting.pk, from_on=was, to_on=on, reason=reason, shifts=as_told(shifts)))
    return meeting


def shift(viewer: Viewer, meeting: Meeting, shifts: Collection[Shift]) -> None:
    """The deadlines of a meeting, and what is asked by them. To be called inside an operation."""
    for each in shifts:
        setattr(meeting, each.name, each.now)
    meeting.save()
    if any(each.name == "research_on" for each in shifts):
        redate_requests(meeting, viewer.today)


def as_told(shifts: Collection[Shift]) -> list[tuple[str, date, date]]:
    return [(each.name, each.was, each.now) for each in shifts]


@operation(needs=Permission.PLAN_MEETINGS)
def arrange(
    *, viewer: Viewer, date: PlannedDate, chair: str, venue: str, link: str, to_come: bool = False, **booking: object
) -> PlannedDate:
    """Who chairs a date, where it is, and how far that is booked; with `to_come`, of every date of its series from it
    on (who chairs, of this one only). `booking` are the values of the date that say so."""
    planned = lock(PlannedDate, viewer, date.pk, "meeting", "series")
    check_place(venue, link)
    later = _later_than(viewer, planned) if to_come else []
    for each in (planned, *later):
        each.meeting.venue, each.meeting.link = venue, link
        for name, value in booking.items():
            setattr(each, name, value)
        if each is planned:
            _seat_chair(viewer, each, chair)
        each.meeting.save()
        each.save()
    record(DateArranged(meeting_ids=[each.meeting_id for each in (planned, *later)]))
    return planned


def _later_than(viewer: Viewer, planned: PlannedDate) -> list[PlannedDate]:
    found = PlannedDate.objects.visible_to(viewer).filter(series=planned.series_id, meeting__state__in=TO_COME)
    return list(found.filter(meeting__held_on__gt=planned.meeting.held_on).select_related("meeting"))


def _seat_chair(viewer: Viewer, planned: PlannedDate, chair: str) -> None:
    """Somebody of the pool who can that day, or nobody. A name written by hand stays while the answer does."""
    if chair == str(planned.chaired_by_id or ""):
        return
    on = planned.meeting.held_on
    found = [each for each in chairs_of(planned.series.marac_id, viewer.today) if str(each.user_id) == chair]
    if chair and not (found and found[0].is_free(on)):
        raise Refusal(_("This person cannot chair on {day}. Choose another."), field="chair", day=format_date(on))
    planned.chaired_by_id = found[0].user_id if found else None
    planned.meeting.chair = found[0].name if found else ""


@operation(needs=Permission.PLAN_MEETINGS)
def skip(*, viewer: Viewer, series: Series, on: date, reason: str) -> SkippedDay:
    """No triage on one day."""
    series = lock(Series, viewer, series.pk, "marac")
    check_reason(reason)
    holidays = holidays_named(profile_on(series.marac_id, viewer.today))
    if series.kind != Kind.TRIAGE.value or on < viewer.today or on not in triage_days(series, holidays):
        raise Refusal(
            _("There is no triage on {day}. Choose one of its days to come."), field="on", day=format_date(on)
        )
    skipped = SkippedDay(series=series, on=on, reason=reason)
    skipped.save()
    tell_of_dates(viewer=viewer, marac=series.marac, about=f"series {series.pk}", on=on)
    record(TriageSkipped(series_id=series.pk, on=on, reason=reason))
    return skipped


@operation(needs=Permission.SEE_MEETINGS)
def say_away(*, viewer: Viewer, marac: Marac, user: int, from_on: date, until_on: date) -> ChairAway:
    """Somebody who chairs (`user` is their number) cannot on these days: said by themselves, or by whoever plans."""
    marac = lock(Marac, viewer, marac.pk)
    _check_theirs(viewer, user)
    if until_on < from_on:
        raise Refusal(_("The last day is before the first. Choose a later one."), field="until_on")
    if user not in {chair.user_id for chair in chairs_of(marac.pk, viewer.today)}:
        raise Refusal(_("Only somebody who chairs here can be away from the chair."), field="user")
    away = ChairAway(marac=marac, user_id=user, from_on=from_on, until_on=until_on)
    away.save()
    record(ChairAwaySaid(marac_id=marac.pk, of_user_id=user, from_on=from_on, until_on=until_on))
    return away


@operation(needs=Permission.SEE_MEETINGS)
def take_back_away(*, viewer: Viewer, away: ChairAway) -> None:
    """They can after all."""
    away = lock(ChairAway, viewer, away.pk)
    _check_theirs(viewer, away.user_id)
    record(ChairAwayTakenBack(away.marac_id, of_user_id=away.user_id, from_on=away.from_on, until_on=away.until_on))
    away.delete()


def _check_theirs(viewer: Viewer, user_id: int) -> None:
    if user_id != viewer.user_id and not viewer.may(Permission.PLAN_MEETINGS):
        raise Refusal(_("Only the person and the office say when somebody cannot chair."), field="user")
