"""What pages ask about meetings: the year, one meeting's board, and what may be listed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from statistics import median

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.directory.models import Marac
from marac.directory.queries import profile_on
from marac.kernel.workdays import add_months
from marac.mail.queries import not_reached
from marac.mail.rules import Kind
from marac.meetings import rules
from marac.meetings.issues import Hands, in_hands
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.meetings.rules import Standing, standing_of
from marac.people.models import Party
from marac.referrals.models import Referral

ON_THE_LIST = (AgendaItem.State.LISTED, AgendaItem.State.HEARD)
_BEFORE_IT_IS_HELD = (Meeting.State.PLANNED, Meeting.State.LISTED)


@dataclass(frozen=True)
class Step:
    """One date of the meeting's cycle and how it stands."""

    name: str
    on: date
    standing: Standing


@dataclass(frozen=True)
class Board:
    """One meeting as its page shows it. `items` are the cases that the viewer may see, in agenda order. For those who
    run it: every issue of the list that went out, newest first; and before it is held, what is due to whom."""

    meeting: Meeting
    steps: list[Step]
    items: list[AgendaItem]
    lists: list[ListSent]
    minutes: int
    open_to_listing: bool
    hands: Hands | None = None
    untold: frozenset[int] = frozenset()

    @cached_property
    def issues(self) -> list[tuple[ListSent, list[ListSent]]]:
        """By agency the issue in force, and those that it took the place of."""
        found: dict[int, list[ListSent]] = {}
        for each in self.lists:
            found.setdefault(each.agency_id, []).append(each)
        return [(rows[0], rows[1:]) for rows in found.values()]

    @property
    def unopened(self) -> int:
        left = {each.pk for each in self.hands.left} if self.hands else set()
        return sum(sent.opened_on is None and sent.agency_id not in left for sent, _before in self.issues)


@dataclass(frozen=True)
class Slot:
    """One case of the agenda, and how many children are in it: their agencies may leave after the last such case."""

    item: AgendaItem
    children: int


@dataclass(frozen=True)
class Agenda:
    """The cases that the viewer sees, without times: a gap would tell of a case that they do not see."""

    slots: list[Slot]
    next_on: date | None


def seated_until(meeting: Meeting) -> date:
    """Until when an agency keeps the seat on a case that this meeting gives it: as long as a flag lasts."""
    return add_months(meeting.held_on, profile_on(meeting.marac_id, meeting.held_on).flag_months)


@dataclass(frozen=True)
class Usual:
    """How long a case takes: by `timed` cases of this MARAC where these are enough, else by its setting."""

    minutes: int
    timed: int
    enough: int

    @property
    def by_history(self) -> bool:
        return 0 < self.enough <= self.timed


@lifted()
def usual_minutes(meeting: Meeting) -> Usual:
    """Of the last cases that were timed before this meeting, the one in the middle."""
    profile = profile_on(meeting.marac_id, meeting.held_on)
    heard = AgendaItem.objects.filter(meeting__marac=meeting.marac_id, meeting__held_on__lt=meeting.held_on)
    timed = heard.filter(state=AgendaItem.State.HEARD, ended_at__isnull=False).order_by("-ended_at")
    seconds = [found for each in timed[: profile.history_cases] if (found := each.seconds())]
    usual = Usual(profile.minutes_a_case, len(seconds), profile.history_cases)
    return replace(usual, minutes=rules.in_minutes(median(seconds))) if usual.by_history else usual


def maracs_of(viewer: Viewer) -> QuerySet[Marac]:
    return Marac.objects.visible_to(viewer)


def meetings_found(viewer: Viewer, *, year: int, marac_id: int | None = None) -> QuerySet[Meeting]:
    """The meetings of a calendar year, earliest first, each with `listed`: how many of its cases the viewer sees."""
    found = _counted(viewer).filter(held_on__year=year)
    return found.filter(marac=marac_id) if marac_id else found


def last_and_next(viewer: Viewer) -> QuerySet[Meeting]:
    """Of each MARAC the last meeting before today, those of today or later whose referrals have closed, and the next:
    as `meetings_found` gives them, none cancelled. At the turn of a year some stand on another year's page."""
    own = Meeting.objects.visible_to(viewer).filter(marac=OuterRef("pk")).exclude(state=Meeting.State.CANCELLED)
    before = own.filter(held_on__lt=viewer.today).order_by("-held_on", "-starts_at", "-pk")
    ahead = own.filter(held_on__gt=viewer.today).order_by("held_on", "starts_at", "pk")
    last, following = (maracs_of(viewer).values_list(Subquery(each.values("pk")[:1])) for each in (before, ahead))
    closed = Q(held_on__gte=viewer.today, cut_off_on__lte=viewer.today)
    near = Q(pk__in=last) | closed | Q(pk__in=following)
    return _counted(viewer).filter(near).exclude(state=Meeting.State.CANCELLED)


def _counted(viewer: Viewer) -> QuerySet[Meeting]:
    items = AgendaItem.objects.visible_to(viewer).filter(meeting=OuterRef("pk"), state__in=ON_THE_LIST)
    counted = items.order_by().values("meeting").annotate(number=Count("pk")).values("number")
    found = Meeting.objects.visible_to(viewer).select_related("marac")
    return found.annotate(listed=Coalesce(Subquery(counted), 0))


def planned_days(viewer: Viewer, marac: Marac, days: Collection[date]) -> set[date]:
    """Those of the days on which that MARAC already has a meeting that was not cancelled."""
    meetings = Meeting.objects.visible_to(viewer).filter(marac=marac, held_on__in=days)
    return set(meetings.exclude(state=Meeting.State.CANCELLED).values_list("held_on", flat=True))


def meeting_board(viewer: Viewer, meeting: Meeting) -> Board:
    """Everything about one meeting, in a constant number of queries."""
    items = list(
        AgendaItem.objects.visible_to(viewer)
        .filter(meeting=meeting)
        .select_related("case", "referral__agency")
        .order_by("position", "pk")
    )
    runs, before = viewer.may(Permission.RUN_MEETINGS), meeting.state in _BEFORE_IT_IS_HELD
    sent = meeting.lists_sent.select_related("agency").order_by("agency__name", "agency", "-number")
    lists = list(sent) if runs else []
    return Board(
        meeting=meeting,
        steps=_steps(meeting, viewer.today),
        items=items,
        lists=lists,
        minutes=sum(item.minutes for item in items if item.state in ON_THE_LIST),
        open_to_listing=before,
        hands=in_hands(viewer, meeting, items, _newest(lists)) if runs and before else None,
        untold=not_reached(viewer, meeting.subject, Kind.CASE_LIST) if runs else frozenset(),
    )


def _newest(lists: Iterable[ListSent]) -> dict[int, ListSent]:
    found: dict[int, ListSent] = {}
    for each in lists:  # of each agency the newest stands first
        found.setdefault(each.agency_id, each)
    return found


def _steps(meeting: Meeting, today: date) -> list[Step]:
    minuted = meeting.state == Meeting.State.MINUTED
    held = minuted or meeting.state == Meeting.State.HELD
    steps: list[tuple[str, date, bool | None]] = [
        ("Referrals close", meeting.cut_off_on, None),
        ("Case list goes out", meeting.list_on, meeting.list_sent_on is not None),
        ("Research is due", meeting.research_on, None),
        ("Papers go out", meeting.papers_on, None),
        ("Meeting", meeting.held_on, held),
        ("Action list goes out", meeting.action_list_on, None),
        ("Minutes go out", meeting.minutes_on, minuted),
    ]
    if meeting.state == Meeting.State.CANCELLED:
        return [Step(name, on, standing_of(on, today, done=None)) for name, on, _done in steps]
    return [Step(name, on, standing_of(on, today, done=done)) for name, on, done in steps]


def agenda(viewer: Viewer, meeting: Meeting) -> Agenda:
    """Cut as the case list is: until that has gone out, only those who run the meeting see its cases."""
    items = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting, state__in=ON_THE_LIST)
    if meeting.list_sent_on is None and not viewer.may(Permission.RUN_MEETINGS):
        items = items.none()
    children = Party.objects.visible_to(viewer).filter(case__listings__meeting=meeting, role=Party.Role.CHILD)
    numbers = dict(children.order_by().values_list("case").annotate(Count("pk")))
    found = items.select_related("case", "referral__agency").order_by("position", "pk")
    slots = [Slot(item, numbers.get(item.case_id, 0)) for item in found]
    later = Meeting.objects.visible_to(viewer).filter(marac=meeting.marac_id, held_on__gt=meeting.held_on)
    following = later.exclude(state=Meeting.State.CANCELLED).order_by("held_on").first()
    return Agenda(slots, following.held_on if following else None)


def referrals_to_list(viewer: Viewer, meeting: Meeting) -> QuerySet[Referral]:
    """Accepted referrals of this MARAC whose case waits on no list and which no meeting has heard.

    Further information is none of them: it goes with a case that was listed for its own referral.
    """
    items = AgendaItem.objects.all()
    dealt_with = (AgendaItem.State.HEARD, AgendaItem.State.ALERT)
    heard = items.filter(referral=OuterRef("pk"), state__in=dealt_with)
    waiting = items.filter(case=OuterRef("case"), state=AgendaItem.State.LISTED, meeting__state__in=_BEFORE_IT_IS_HELD)
    found = Referral.objects.visible_to(viewer).filter(marac=meeting.marac_id, state=Referral.State.ACCEPTED)
    found = found.filter(~Exists(heard), ~Exists(waiting), case__isnull=False).exclude(
        kind__in=Referral.TELLS_NOTHING_NEW
    )
    return found.select_related("case", "agency").order_by("received_on", "pk")


def times_deferred(viewer: Viewer, item: AgendaItem) -> int:
    """How often the case has been deferred at other meetings: a second time is for the chair to decide."""
    others = AgendaItem.objects.visible_to(viewer).filter(case=item.case_id, state=AgendaItem.State.DEFERRED)
    return others.exclude(pk=item.pk).count()
