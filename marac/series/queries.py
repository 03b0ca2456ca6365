"""What pages ask about series: what a plan would come to, the dates of one, who can chair, and what a holiday moves."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, time
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.accounts.models import Membership
from marac.directory.models import BankHoliday, Marac, SettingValue
from marac.directory.profile import Profile, profile_from
from marac.directory.queries import profile_on
from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import Moving
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.rules import MeetingDates, check_can_plan, check_meeting_move, meeting_dates
from marac.series.models import ChairAway, PlannedDate, Series, SkippedDay
from marac.series.rules import (
    DEADLINE_NAMES,
    SHARED,
    Chair,
    Kind,
    Plan,
    PlannedDay,
    Shift,
    check_move,
    check_plan,
    days_of,
    done_of,
    share_chairs,
    shifts_of,
    wanted_days,
)

TO_COME = (Meeting.State.PLANNED, Meeting.State.LISTED)


class Fate(StrEnum):
    """What becomes of a day when a plan is saved."""

    NEW = _("New")
    KEPT = _("Stays")
    GONE = _("Cancelled")
    BOUND = _("Stays: cases are listed or its list is out. Move or cancel it by itself.")
    TAKEN = _("Left out: a meeting is planned on this day already.")


@dataclass(frozen=True)
class Row:
    """One day of a plan before it is saved, with its deadlines; `late` names those that would be past already."""

    day: PlannedDay
    fate: Fate
    dates: MeetingDates | None = None
    chair: Chair | None = None
    meeting: Meeting | None = None
    late: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outlook:
    """What a plan comes to."""

    rows: list[Row]
    triage: int = 0

    @property
    def new(self) -> list[Row]:
        return [row for row in self.rows if row.fate is Fate.NEW]

    @property
    def without_chair(self) -> int:
        return sum(row.chair is None for row in self.new)


def holidays_named(profile: Profile) -> dict[date, str]:
    """Every bank holiday known for the MARAC's nation, with its name."""
    return dict(BankHoliday.objects.filter(nation=profile.nation).values_list("on", "name"))


def profiles_by_day(marac_id: int, days: Collection[date]) -> dict[date, Profile]:
    """The MARAC's rules in force on each of the days, asked for once."""
    rows = list(SettingValue.objects.filter(marac_id=marac_id).order_by("from_on"))
    return {day: profile_from({row.name: row.value for row in rows if row.from_on <= day}) for day in set(days)}


def series_found(viewer: Viewer) -> QuerySet[Series]:
    """Series of the viewer's MARACs, each with `coming`: how many dates it has to come, and `unchaired` of those."""
    coming = Q(dates__meeting__held_on__gte=viewer.today, dates__meeting__state__in=TO_COME)
    found = Series.objects.visible_to(viewer).select_related("marac", "feeds")
    unchaired = Count("dates", filter=coming & Q(dates__meeting__chair=""))
    counted = found.annotate(coming=Count("dates", filter=coming), unchaired=unchaired)
    return counted.order_by("marac__name", "-until_on", "pk")


def to_feed(viewer: Viewer) -> QuerySet[Series]:
    """Series to which a daily triage may pass its cases."""
    return Series.objects.visible_to(viewer).exclude(kind=Kind.TRIAGE.value).select_related("marac")


def dates_of(viewer: Viewer, series: Series) -> QuerySet[PlannedDate]:
    """Every date of a series, earliest first."""
    return (
        PlannedDate.objects.visible_to(viewer)
        .filter(series=series)
        .select_related("meeting")
        .order_by("meeting__held_on", "pk")
    )


def triage_days(series: Series, holidays: Mapping[date, str]) -> list[date]:
    """The days of a daily triage, without those that were taken out."""
    skipped = {each.on for each in series.skipped.all()}
    return [day.on for day in days_of(series.plan, holidays, Moving.NEXT) if day.on not in skipped]


def skipped_of(viewer: Viewer, series: Series) -> QuerySet[SkippedDay]:
    return SkippedDay.objects.visible_to(viewer).filter(series=series)


def fed_next(viewer: Viewer, series: Series) -> Meeting | None:
    """The meeting to which a triage of today passes its cases: the first for which referrals are still open."""
    coming = Meeting.objects.visible_to(viewer).filter(planned__series=series.feeds_id, cut_off_on__gte=viewer.today)
    return coming.filter(state__in=TO_COME).order_by("held_on").first()


def chairs_of(marac_id: int, on: date) -> list[Chair]:
    """Who holds the role of chair in the MARAC now or later, and when each is away; by name. That a role lapses unless
    it is confirmed is no reason not to plan with them: most are."""
    held = Membership.objects.filter(marac=marac_id, role=Role.CHAIR.value, user__is_active=True).not_ended(on)
    spans: dict[int, list[tuple[date, date]]] = {}
    names: dict[int, str] = {}
    for each in held.select_related("user"):
        spans.setdefault(each.user_id, []).append((each.from_on, each.until_on or date.max))
        names[each.user_id] = each.user.name
    away: dict[int, list[tuple[date, date]]] = {}
    for absence in ChairAway.objects.filter(marac=marac_id, user__in=names).not_ended(on):
        away.setdefault(absence.user_id, []).append((absence.from_on, absence.until_on))
    found = [Chair(pk, names[pk], tuple(spans[pk]), tuple(away.get(pk, ()))) for pk in names]
    return sorted(found, key=lambda chair: (chair.name, chair.user_id))


def away_of(viewer: Viewer, marac: Marac) -> QuerySet[ChairAway]:
    """Who is away from the chair now or later."""
    found: QuerySet[ChairAway] = ChairAway.objects.visible_to(viewer).filter(marac=marac).not_ended(viewer.today)
    return found.select_related("user")


def outlook(viewer: Viewer, marac: Marac, plan: Plan, series: Series | None = None) -> Outlook:
    """What saving the plan would come to; of a series that has dates, what becomes of each to come.

    A date is known again by the day that the pattern gave it, so one that was moved or cancelled by hand stays so.
    """
    check_plan(plan, viewer.today)
    if series is None and plan.first_on < viewer.today:
        raise Refusal(_("{day} is past. Choose a later day."), field="first_on", day=format_date(plan.first_on))
    holidays = holidays_named(profile_on(marac.pk, viewer.today))
    if plan.kind is Kind.TRIAGE:
        return Outlook([], sum(day.on >= viewer.today for day in days_of(plan, holidays, Moving.NEXT)))
    profiles = profiles_by_day(marac.pk, wanted_days(plan))
    days = days_of(plan, holidays, {day: profile.holiday_moves for day, profile in profiles.items()})
    held = {each.wanted_on: each for each in dates_of(viewer, series)} if series else {}
    new = [day for day in days if day.wanted_on not in held and day.on >= viewer.today]
    taken = _taken(viewer, marac, plan, new)
    free = [day for day in new if day.on not in taken]
    rows = _rows_of_new(viewer, marac, plan, free, holidays, held.values())
    rows += [Row(day, Fate.TAKEN) for day in new if day.on in taken]
    rows += _rows_of_held(viewer, held.values(), {day.wanted_on for day in days})
    return Outlook(sorted(rows, key=lambda row: (row.day.on, row.fate)))


def _taken(viewer: Viewer, marac: Marac, plan: Plan, days: Collection[PlannedDay]) -> set[date]:
    """Days with a meeting; a cancelled one still has its hour."""
    stands = ~Q(state=Meeting.State.CANCELLED) | Q(starts_at=plan.starts_at)
    found = Meeting.objects.visible_to(viewer).filter(stands, marac=marac, held_on__in=[day.on for day in days])
    return set(found.values_list("held_on", flat=True))


def _rows_of_new(
    viewer: Viewer,
    marac: Marac,
    plan: Plan,
    days: Collection[PlannedDay],
    holidays: Mapping[date, str],
    held: Iterable[PlannedDate],
) -> list[Row]:
    profiles = profiles_by_day(marac.pk, [day.on for day in days])
    chairs = _chairs_for(viewer, marac, plan, [day.on for day in days], held)
    rows = []
    for day in days:
        dates = meeting_dates(day.on, profiles[day.on], holidays)
        late = tuple(name for name, on in asdict(dates).items() if on < viewer.today)
        rows.append(Row(day, Fate.NEW, dates, chairs.get(day.on), late=late))
    return rows


def _chairs_for(
    viewer: Viewer, marac: Marac, plan: Plan, days: Collection[date], held: Iterable[PlannedDate]
) -> dict[date, Chair | None]:
    if not plan.chair:
        return {}
    chairs = chairs_of(marac.pk, viewer.today)
    if plan.chair != SHARED:
        chairs = [chair for chair in chairs if str(chair.user_id) == plan.chair]
    coming = Counter(each.chaired_by_id for each in held if each.chaired_by_id and each.meeting.held_on >= viewer.today)
    return share_chairs(days, chairs, coming)


def _rows_of_held(viewer: Viewer, held: Iterable[PlannedDate], wanted: Collection[date]) -> list[Row]:
    """Of the dates to come: those that stay, those that would be cancelled, and those that cannot be."""
    coming = [each for each in held if each.meeting.state in TO_COME and each.meeting.held_on >= viewer.today]
    listed = AgendaItem.objects.filter(meeting__in=[each.meeting_id for each in coming])
    bound = set(listed.filter(state=AgendaItem.State.LISTED).values_list("meeting", flat=True))
    rows = []
    for each in coming:
        meeting, fate = each.meeting, Fate.KEPT
        if each.wanted_on not in wanted:
            is_bound = meeting.pk in bound or meeting.state == Meeting.State.LISTED
            fate = Fate.BOUND if is_bound else Fate.GONE
        rows.append(Row(PlannedDay(meeting.held_on, each.wanted_on, each.why), fate, meeting=meeting))
    return rows


def deadlines_of(meeting: Meeting) -> dict[str, date]:
    return {name: getattr(meeting, name) for name in DEADLINE_NAMES}


def shifts_of_move(viewer: Viewer, meeting: Meeting, *, on: date, starts_at: time, reason: str) -> list[Shift]:
    """Which deadlines go with a meeting that moves to another day; refuses what it cannot move to."""
    check_meeting_move(meeting.state, Meeting.State.CANCELLED)
    check_move(on, meeting.held_on, starts_at, meeting.starts_at, reason)
    holidays = holidays_named(profile_on(meeting.marac_id, viewer.today))
    if on != meeting.held_on:
        _check_day(viewer, meeting, on, holidays)
    check_hour(viewer, meeting, on, starts_at)
    profiles = profiles_by_day(meeting.marac_id, [meeting.held_on, on])
    before, after = (meeting_dates(day, profiles[day], holidays) for day in (meeting.held_on, on))
    done = done_of(meeting.list_sent_on is not None)
    return shifts_of(deadlines_of(meeting), before, after, today=viewer.today, done=done)


def _check_day(viewer: Viewer, meeting: Meeting, on: date, holidays: Collection[date]) -> None:
    others = Meeting.objects.visible_to(viewer).filter(marac=meeting.marac_id, held_on=on)
    taken = others.exclude(pk=meeting.pk).exclude(state=Meeting.State.CANCELLED).values_list("held_on", flat=True)
    try:
        check_can_plan(on, today=viewer.today, holidays=holidays, taken=set(taken))
    except Refusal as refusal:
        raise refusal.at("on") from None


def check_hour(viewer: Viewer, meeting: Meeting, on: date, starts_at: time) -> None:
    """A cancelled meeting still has its hour: two would stand at the same time in every calendar."""
    others = Meeting.objects.visible_to(viewer).filter(marac=meeting.marac_id, held_on=on, starts_at=starts_at)
    if others.exclude(pk=meeting.pk).exists():
        raise Refusal(
            _("Another meeting of {day} has this time, or had it until it was cancelled. Choose another time."),
            field="starts_at",
            day=format_date(on),
        )


def dates_by_chair(viewer: Viewer, marac: Marac) -> dict[int, int]:
    """How many dates to come each person chairs."""
    coming = PlannedDate.objects.visible_to(viewer).filter(series__marac=marac, meeting__held_on__gte=viewer.today)
    counted = coming.filter(meeting__state__in=TO_COME).exclude(chaired_by=None).order_by().values_list("chaired_by")
    return dict(counted.annotate(number=Count("pk")))
