"""What is known at the table while an action is agreed: what is offered, by when it is usually done, what worked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from marac.access.viewer import Viewer
from marac.actions.models import Action, Risk
from marac.actions.rules import Lowered, State, is_the_same
from marac.cases.models import Case
from marac.directory.models import PanelSeat
from marac.directory.profile import Profile
from marac.directory.queries import holidays_of, profile_on, seats_on
from marac.kernel.text import shorten
from marac.kernel.workdays import add_workdays
from marac.library.models import CHAIR, COORDINATOR, EACH, LEAD
from marac.library.queries import library_on
from marac.library.rules import Days, Standard, due_on, found, soonest
from marac.meetings.models import AgendaItem, Meeting
from marac.people.models import Party

ANYBODY = frozenset({EACH, LEAD, COORDINATOR, CHAIR})  # no one kind of agency: the table says which


@dataclass(frozen=True)
class AtTable:
    """The area's rules on the day of the meeting, its standard actions, and the days that an action may take."""

    profile: Profile
    library: list[Standard]
    days: Days
    answer_by_on: date


@dataclass(frozen=True)
class Worked:
    """How often it was agreed against this kind of risk here, done, and said to have lowered it; a number that is too
    small to be shown is None."""

    agreed: int
    done: int | None
    lowered: int | None


@dataclass(frozen=True)
class Offer:
    """A standard action as it would be agreed now. `worked` is None where there is too little to tell."""

    standard: Standard
    due_on: date
    agency_id: int | None
    worked: Worked | None


def at_table(item: AgendaItem) -> AtTable:
    meeting = item.meeting
    profile = profile_on(meeting.marac_id, meeting.held_on)
    holidays = holidays_of(profile)
    later = Meeting.objects.filter(marac=meeting.marac_id, held_on__gt=meeting.held_on)
    next_on = later.exclude(state=Meeting.State.CANCELLED).order_by("held_on").values_list("held_on", flat=True).first()
    return AtTable(
        profile=profile,
        library=library_on(meeting.marac_id, meeting.held_on),
        days=Days(meeting.held_on, next_on, profile.adviser_days, profile.action_days, holidays),
        answer_by_on=add_workdays(meeting.held_on, profile.table_answer_days, holidays),
    )


def usual_day(table: AtTable, *, standard: str, risk_kind: str) -> date | None:
    """As the standard action has it; else the shortest that the library gives against this kind of risk."""
    chosen = next((each.due for each in table.library if each.code == standard), "")
    due = chosen or soonest(table.library, risk_kind)
    return due_on(due, table.days) if due else None


def offered(viewer: Viewer, item: AgendaItem, *, words: str, risk_kind: str) -> list[Offer]:
    """For what was typed so far and the risk chosen."""
    table = at_table(item)
    standards = found(table.library, words, risk_kind)
    seats = list(seats_on(item.meeting.marac_id, item.meeting.held_on))
    worked = _worked(viewer, item, risk_kind, table.profile.small_number) if standards and risk_kind else {}
    return [
        Offer(each, due_on(each.due, table.days), owner_of(each, seats), worked.get(each.code)) for each in standards
    ]


def offer_of(item: AgendaItem, code: str) -> Offer | None:
    """The standard action that was chosen, as it would be agreed now."""
    table = at_table(item)
    chosen = next((each for each in table.library if each.code == code and not each.is_off), None)
    if chosen is None:
        return None
    seats = seats_on(item.meeting.marac_id, item.meeting.held_on)
    return Offer(chosen, due_on(chosen.due, table.days), owner_of(chosen, seats), None)


def owner_of(standard: Standard, seats: Iterable[PanelSeat]) -> int | None:
    """The first agency on the panel of a kind that usually does it, in the order of the kinds; None where none is."""
    by_group: dict[str, int] = {}
    for seat in seats:
        by_group.setdefault(seat.return_group, seat.agency_id)
    return next((by_group[group] for group in standard.groups if group in by_group and group not in ANYBODY), None)


def _worked(viewer: Viewer, item: AgendaItem, risk_kind: str, small: int) -> dict[str, Worked]:
    here = Action.objects.visible_to(viewer).filter(case_marac=item.meeting.marac_id, risk__kind=risk_kind)
    rows = (
        here.exclude(standard="")
        .values("standard")
        .annotate(
            agreed=Count("pk"),
            done=Count("pk", filter=Q(state=State.COMPLETE)),
            lowered=Count("pk", filter=Q(lowered=Lowered.YES)),
        )
    )
    return {
        row["standard"]: Worked(row["agreed"], _shown(row["done"], small), _shown(row["lowered"], small))
        for row in rows.order_by()
        if row["agreed"] > small
    }


def _shown(number: int, small: int) -> int | None:
    return number if number > small else None


def cases_of_the_same_people(viewer: Viewer, case: Case) -> QuerySet[Case]:
    """This case, and those that the viewer sees with the same victim and one of the same perpetrators."""
    ours, shared = Party.objects.filter(case=case), Q()
    for role in (Party.Role.VICTIM, Party.Role.PERPETRATOR):
        named = Party.objects.filter(role=role, person__in=ours.filter(role=role).values("person"))
        shared &= Q(pk__in=named.values("case"))
    return Case.objects.visible_to(viewer).filter(Q(pk=case.pk) | shared)


def agreed_before(viewer: Viewer, item: AgendaItem, *, standard: str, task: str) -> Action | None:
    """The last time that the same was agreed about the same people, at an earlier meeting."""
    earlier = Action.objects.visible_to(viewer).filter(
        case__in=cases_of_the_same_people(viewer, item.case), agreed_on__lt=item.meeting.held_on
    )
    same = (
        each
        for each in earlier.order_by("-agreed_on", "-pk")
        if is_the_same(standard=standard, task=task, before_standard=each.standard, before_task=each.task)
    )
    return next(same, None)


def choices_at(viewer: Viewer, item: AgendaItem) -> tuple[list[tuple[int, str]], list[Risk]]:
    """What an action of this case may be given to (agencies on the panel) and may answer (risks named)."""
    seats = seats_on(item.meeting.marac_id, viewer.today)
    return [(seat.agency_id, seat.agency.name) for seat in seats], list(risks_of(viewer, item))


def risks_of(viewer: Viewer, item: AgendaItem) -> QuerySet[Risk]:
    return Risk.objects.visible_to(viewer).filter(case=item.case_id)


def in_short(risk: Risk) -> str:
    return shorten(risk.text, 80)
