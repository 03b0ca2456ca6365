"""Taking an order that was worked out, moving cases by hand, taking that back, saying who is needed and who comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.agenda.models import Agenda, Coming, KeptPlace, SaidNeed
from marac.agenda.queries import sitting
from marac.agenda.rules.hand import (
    MOST_TAKEN_BACK,
    check_can_move,
    check_coming,
    check_something_to_undo,
    moved,
)
from marac.agenda.rules.needs import check_said
from marac.audit.operation import Stale, lock, operation, record
from marac.directory.models import Agency
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.operations import note_on_the_day
from marac.meetings.rules import was_moved

CHANGED = _("Somebody else changed the agenda while you looked at it. It is shown as it stands now. Try again.")


@dataclass(frozen=True)
class OrderTaken:
    """`saved`: minutes waited less than by district."""

    meeting_id: int
    cost: int
    bound: int
    saved: int


@dataclass(frozen=True)
class CasePlaced:
    case_id: int
    meeting_id: int
    place: int


@dataclass(frozen=True)
class PlaceLetGo:
    case_id: int
    meeting_id: int


@dataclass(frozen=True)
class OrderTakenBack:
    meeting_id: int


@dataclass(frozen=True)
class NeedSaid:
    case_id: int
    agency_id: int
    needed: bool
    reason: str


@dataclass(frozen=True)
class ComingSaid:
    meeting_id: int
    agency_id: int


@operation(needs=Permission.RUN_MEETINGS)
def take_order(
    *, viewer: Viewer, meeting: Meeting, order: Sequence[str], bound: int, worked_out_for: str, revision: int | None
) -> Agenda:
    """The cases stand in this order from now on, by their references. What was asked must be what is asked now."""
    meeting, agenda = _locked(viewer, meeting.pk, revision)
    now = sitting(meeting, viewer.today)
    if now.mark != worked_out_for:
        raise Stale(CHANGED)
    numbers = {each.name: each.item.pk for each in now.cases}
    _remember(agenda)
    _put(viewer, meeting, [numbers[name] for name in order])
    agenda.bound, agenda.worked_out_for = bound, worked_out_for
    agenda.revision += 1
    agenda.save()
    found = sitting(meeting, viewer.today).costs
    record(OrderTaken(meeting_id=meeting.pk, cost=found.now, bound=bound, saved=found.saved))
    return agenda


@operation(needs=Permission.RUN_MEETINGS)
def place_case(*, viewer: Viewer, item: AgendaItem, place: int, revision: int | None = None) -> AgendaItem:
    """Put a case at this place among those that the viewer sees; it stays there."""
    meeting, agenda = _locked(viewer, item.meeting_id, revision)
    item = lock(AgendaItem, viewer, item.pk, "case")
    check_can_move(meeting.state, item.state)
    _remember(agenda)
    seen = list(_waiting(viewer, meeting))
    everything = list(_waiting(the_system(viewer.today), meeting))
    kept = set(KeptPlace.objects.filter(item__in=everything).values_list("item", flat=True))
    wanted = moved(seen, kept, item.pk, place)
    _put(viewer, meeting, _with_the_others(everything, wanted), by_hand=item.pk)
    if item.pk not in kept:
        KeptPlace(item=item).save()
    agenda.revision += 1
    agenda.save()
    record(CasePlaced(case_id=item.case_id, meeting_id=meeting.pk, place=place))
    return item


@operation(needs=Permission.RUN_MEETINGS)
def let_go(*, viewer: Viewer, item: AgendaItem, revision: int | None = None) -> AgendaItem:
    """A case that was put in its place may be moved by the next order."""
    meeting, agenda = _locked(viewer, item.meeting_id, revision)
    item = lock(AgendaItem, viewer, item.pk, "case")
    check_can_move(meeting.state, item.state)
    _remember(agenda)
    KeptPlace.objects.filter(item=item).delete()
    agenda.revision += 1
    agenda.save()
    record(PlaceLetGo(case_id=item.case_id, meeting_id=meeting.pk))
    return item


@operation(needs=Permission.RUN_MEETINGS)
def take_back(*, viewer: Viewer, meeting: Meeting, revision: int | None = None) -> Agenda:
    """The order before the last change of it. A case that was listed since stands last; one that is gone stays gone."""
    meeting, agenda = _locked(viewer, meeting.pk, revision)
    check_something_to_undo(agenda.earlier)
    *agenda.earlier, last = agenda.earlier
    waiting = list(_waiting(the_system(viewer.today), meeting))
    before = [pk for pk, _kept in last if pk in set(waiting)]
    _put(viewer, meeting, [*before, *(pk for pk in waiting if pk not in set(before))])
    kept = {pk for pk, was_kept in last if was_kept and pk in set(waiting)}
    now = set(KeptPlace.objects.filter(item__in=waiting).values_list("item", flat=True))
    KeptPlace.objects.filter(item__in=now - kept).delete()
    for pk in kept - now:
        KeptPlace(item_id=pk).save()
    agenda.revision += 1
    agenda.save()
    record(OrderTakenBack(meeting_id=meeting.pk))
    return agenda


@operation(needs=Permission.RUN_MEETINGS)
def say_need(*, viewer: Viewer, item: AgendaItem, agency: int, needed: bool, reason: str) -> SaidNeed:
    """Whether an agency is needed when the case is heard, whatever the records say."""
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    check_can_move(item.meeting.state, item.state)
    check_said(reason)
    found = Agency.objects.filter(pk=agency).first()
    if found is None:
        raise Refusal(_("Choose the agency."), field="agency")
    said = SaidNeed.objects.filter(item=item, agency=found).first() or SaidNeed(item=item, agency=found)
    said.needed, said.reason, said.said_by = needed, reason.strip(), viewer.name
    said.save()
    record(NeedSaid(case_id=item.case_id, agency_id=found.pk, needed=needed, reason=said.reason))
    return said


@operation(needs=Permission.RUN_MEETINGS)
def say_coming(
    *,
    viewer: Viewer,
    meeting: Meeting,
    agency: int,
    people: int | None = None,
    from_at: time | None = None,
    until_at: time | None = None,
) -> Coming:
    """How many come for an agency, and between which times it can be there."""
    meeting = lock(Meeting, viewer, meeting.pk)
    check_can_move(meeting.state)
    check_coming(people=people, from_at=from_at, until_at=until_at, starts_at=meeting.starts_at)
    found = Agency.objects.filter(pk=agency).first()
    if found is None:
        raise Refusal(_("Choose the agency."), field="agency")
    said = Coming.objects.filter(meeting=meeting, agency=found).first() or Coming(meeting=meeting, agency=found)
    said.people, said.from_at, said.until_at, said.said_by = people, from_at, until_at, viewer.name
    said.save()
    record(ComingSaid(meeting_id=meeting.pk, agency_id=found.pk))
    return said


def _locked(viewer: Viewer, meeting_id: int, revision: int | None) -> tuple[Meeting, Agenda]:
    """The meeting, so that one change of its order follows the other, and its agenda, a new one if it has none."""
    meeting = lock(Meeting, viewer, meeting_id)
    check_can_move(meeting.state)
    agenda = Agenda.objects.filter(meeting=meeting).first() or Agenda(meeting=meeting)
    if revision is not None and agenda.revision != revision:
        raise Stale(CHANGED)
    return meeting, agenda


def _waiting(viewer: Viewer, meeting: Meeting) -> list[int]:
    """Items that are listed, in their order."""
    found = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting, state=AgendaItem.State.LISTED)
    return list(found.order_by("position", "pk").values_list("pk", flat=True))


def _with_the_others(everything: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Those that the viewer does not see stay at their numbers."""
    seen, rest = set(wanted), iter(wanted)
    return [next(rest) if pk in seen else pk for pk in everything]


def _put(viewer: Viewer, meeting: Meeting, order: Sequence[int], by_hand: int = 0) -> None:
    """Cases that were heard keep their numbers, and come before those that wait."""
    place = {pk: at for at, pk in enumerate(order, 1)}
    waiting = AgendaItem.objects.filter(meeting=meeting, pk__in=place).select_related("meeting")
    for was, item in enumerate(waiting.order_by("position", "pk"), 1):
        now = place[item.pk]
        if was != now and (item.pk == by_hand or was_moved(item.on_the_day)):
            note_on_the_day(viewer, item, "moved", was=was, place=now)
        if item.position != now:
            item.position = now
            item.save()


def _remember(agenda: Agenda) -> None:
    waiting = _waiting(the_system(agenda.meeting.held_on), agenda.meeting)
    kept = set(KeptPlace.objects.filter(item__in=waiting).values_list("item", flat=True))
    agenda.earlier = [*agenda.earlier, [[pk, pk in kept] for pk in waiting]][-MOST_TAKEN_BACK:]
