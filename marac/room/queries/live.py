"""The live screen: the cases of a meeting and their clock, what stands of one case, and whether that is old."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from marac.access.viewer import Viewer, the_system
from marac.access.wall import lifted
from marac.actions.models import Action, Risk
from marac.actions.rules import UNANSWERED, State
from marac.audit.models import AuditEvent
from marac.cases.together import together, wanted
from marac.directory.models import Agency
from marac.directory.queries import seats_on
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.queries import ON_THE_LIST
from marac.minutes.models import Discussion, Entry
from marac.minutes.queries import TEXTS, Neighbours, agencies_at, lines_of
from marac.room.rules import Pace, pace


@dataclass(frozen=True)
class Place:
    """What anybody in the room may know of a case that is heard: its place and its clock. Nothing leads from here to
    the case."""

    pk: int
    minutes: int
    waits: bool
    is_running: bool
    spent: int


@dataclass(frozen=True)
class Course:
    """The cases of a meeting that the viewer sees, the one that is being heard, and how the meeting stands by its plan.
    `listed` are the places of all that are heard, also where the viewer does not see the case: it has one place for
    everybody.

    Each of `items` has `written` and `agreed`: how many lines and actions it has; and `to_answer`: how many of these
    their agencies have not answered."""

    meeting: Meeting
    items: list[AgendaItem]
    running: AgendaItem | None
    pace: Pace
    listed: list[Place]

    @property
    def to_come(self) -> list[AgendaItem]:
        return [each for each in self.items if _waits(each)]

    @property
    def places(self) -> dict[int, int]:
        return {each.pk: place for place, each in enumerate(self.listed, start=1)}

    def around(self, item: AgendaItem) -> Neighbours:
        at = [each.pk for each in self.items].index(item.pk)
        beside = {"previous": self.items[at - 1] if at else None, "following": next(iter(self.items[at + 1 :]), None)}
        return Neighbours(place=self.places.get(item.pk), total=len(self.listed), **beside)


@dataclass(frozen=True)
class Stands:
    """What stands of one case: its lines and risks, and the numbers of those that an action answers; the agencies on
    the panel, which may undertake something; and all that may be named beside a line."""

    lines: list[Entry]
    risks: list[Risk]
    answered: set[int | None]
    panel: list[Agency]
    agencies: list[Agency]

    @property
    def unanswered(self) -> list[Risk]:
        return [each for each in self.risks if each.pk not in self.answered]


_OF_A_LINE = (
    *("agency_id", "agency__name", "kind", "text", "source", "dated_on", "may_be_minuted", "known", "about"),
    *("position", "key", "struck_on", "struck_by", "struck_reason"),
)


def course_of(viewer: Viewer, meeting: Meeting) -> Course:
    """In one question."""
    with lifted():
        every = list(_every_item(viewer, meeting))
    items = [each for each in every if each.is_seen]
    running = next((each for each in items if each.is_running), None)
    listed = [_place(each, viewer.at) for each in every if each.state in ON_THE_LIST]
    return Course(meeting, items, running, pace_of(meeting, items, viewer.at), listed)


def _waits(item: AgendaItem) -> bool:
    return item.state == AgendaItem.State.LISTED and item.began_at is None


def _place(item: AgendaItem, now: datetime | None) -> Place:
    return Place(item.pk, item.minutes, _waits(item), item.is_running, item.seconds(now) or 0)


def _every_item(viewer: Viewer, meeting: Meeting) -> QuerySet[Any]:
    """In their order, each with whether the viewer sees it; of the others nothing but their place may be used: who sits
    in the room hears that a case is heard."""
    seen = Exists(AgendaItem.objects.visible_to(viewer).filter(pk=OuterRef("pk")))
    lines = Count("discussion__entries", filter=Q(discussion__entries__struck_on=None), distinct=True)
    waits = Q(actions__state=State.OPEN, actions__answer__in=UNANSWERED)
    counts = {"agreed": Count("actions", distinct=True), "to_answer": Count("actions", filter=waits, distinct=True)}
    found = AgendaItem.objects.visible_to(the_system(viewer.today)).filter(meeting=meeting).select_related("case")
    return found.annotate(is_seen=seen, written=lines, **counts).order_by("position")


def pace_of(meeting: Meeting, items: list[AgendaItem], now: datetime | None) -> Pace:
    listed = [each for each in items if each.state in ON_THE_LIST]
    done = sum(each.minutes for each in listed if each.ended_at is not None)
    running = next((each for each in listed if each.is_running), None)
    starts = timezone.make_aware(datetime.combine(meeting.held_on, meeting.starts_at))
    waits = sum(each.minutes for each in listed if _waits(each))
    return pace(
        starts=starts,
        now=now or starts,
        done=done,
        running=running.minutes if running else 0,
        spent=(running.seconds(now) or 0) if running else 0,
        waiting=waits,
        begun=any(each.began_at is not None for each in listed),
    )


def mark_of(viewer: Viewer, meeting_id: int, but: Collection[str] = ()) -> int:
    """The number of the last change in any case of the meeting that the viewer sees: while it stays, no screen of
    theirs is old. Whatever is done passes the trail, so this is one question for all of it. `but` names events that
    change nothing on the screen that asks."""
    cases = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting_id).values("case_id")
    changes = AuditEvent.objects.filter(case_id__in=cases, kind=AuditEvent.Kind.CHANGE).exclude(name__in=but)
    return changes.aggregate(last=Max("number"))["last"] or 0


def stands(viewer: Viewer, item: AgendaItem) -> Stands:
    """In one question."""
    meeting = item.meeting
    lines, risks, actions, seats, agencies = together(
        wanted(lines_of(viewer, item), *_OF_A_LINE),
        wanted(Risk.objects.visible_to(viewer).filter(case=item.case_id), "text", "kind"),
        wanted(Action.objects.visible_to(viewer).filter(case=item.case_id), "risk_id"),
        wanted(seats_on(meeting.marac_id, viewer.today), "agency_id", "agency__name"),
        wanted(agencies_at(viewer, item), "name"),
    )
    return Stands(
        lines=sorted(lines, key=lambda each: each.position),
        risks=sorted(risks, key=lambda each: each.pk),
        answered={each.risk_id for each in actions},
        panel=sorted({each.agency_id: each.agency for each in seats}.values(), key=_by_name),
        agencies=sorted(agencies, key=_by_name),
    )


def _by_name(agency: Agency) -> str:
    return agency.name


def texts_of(item: AgendaItem) -> dict[str, Any]:
    discussion: Discussion | None = getattr(item, "discussion", None)
    return {name: getattr(discussion, name, "") for name in TEXTS}
