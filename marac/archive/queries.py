"""What a reader finds in past minutes, and why each of it is open to them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.archive.rules import Passage, Wanted, answers, around, passages
from marac.cases.models import Case, CaseAccess, NamedReader
from marac.directory.models import PanelSeat
from marac.meetings.models import Meeting
from marac.minutes.models import Issue
from marac.minutes.queries import whole_minutes
from marac.people.models import held_cases

NOT_ISSUED = ("held", "minuted")


@dataclass(frozen=True)
class Filters:
    """A year of four digits, the number of a meeting, the name of an agency; nothing for all."""

    year: str = ""
    meeting: str = ""
    agency: str = ""


@dataclass(frozen=True)
class Hit:
    """`issue` is None for the office's own working text, which has not gone out."""

    meeting_id: int
    held_on: date
    issue: int | None
    number: int
    passage: Passage
    shown: str


@dataclass(frozen=True)
class _Minutes:
    meeting_id: int
    held_on: date
    issue: int | None
    number: int
    content: dict[str, Any]


def hits(viewer: Viewer, to: Wanted, filters: Filters) -> list[Hit]:
    """Newest meeting first. What the reader's copy leaves out is not looked at, so that neither the count nor the time
    tells of it."""
    if not to:
        return []
    minutes = list(_minutes(viewer, filters))
    case_ids = _open_to(viewer, {case["case_id"] for each in minutes for case in each.content["cases"]})
    return [
        Hit(each.meeting_id, each.held_on, each.issue, each.number, passage, around(passage.text, to))
        for each in minutes
        for passage in passages(each.content, case_ids)
        if filters.agency in ("", passage.agency) and answers(passage.text, to)
    ]


def reasons(viewer: Viewer, case_ids: Collection[int]) -> dict[int, str]:
    """By case, the ground on which the viewer may read it."""
    if viewer.may(Permission.SEE_EVERY_CASE):
        every = dict.fromkeys(case_ids, _("Your role reads every case of the MARAC"))
    else:
        seats = CaseAccess.objects.in_force(viewer.today).filter(case__in=case_ids, agency=viewer.agency_id)
        every = dict.fromkeys(case_ids, _("Opened in an emergency"))
        every |= {
            each.case_id: _("Your agency has a seat on it: {basis}").format(basis=_(each.get_basis_display()))
            for each in seats
        }
    named = NamedReader.objects.in_force(viewer.today).filter(case__in=case_ids, user=viewer.user_id)
    return every | {each.case_id: _("You are a named reader of this restricted case") for each in named}


def meetings_with_minutes(viewer: Viewer) -> list[tuple[int, date]]:
    """Number and day of each meeting of which the viewer reads minutes, newest first."""
    return [(each.meeting_id, each.meeting.held_on) for each in _issued(viewer, Filters()).defer("content")]


def agencies_named(viewer: Viewer) -> list[str]:
    """Whose words may be asked for: every agency that has sat on a panel of the viewer's."""
    seats = PanelSeat.objects.visible_to(viewer).order_by("agency__name")
    return list(dict.fromkeys(seats.values_list("agency__name", flat=True)))


def _minutes(viewer: Viewer, filters: Filters) -> Iterator[_Minutes]:
    if viewer.may(Permission.RUN_MEETINGS):
        for meeting in _chosen(_unissued(viewer), filters, ""):
            yield _Minutes(meeting.pk, meeting.held_on, None, 0, whole_minutes(viewer, meeting))
    for each in _issued(viewer, filters):
        yield _Minutes(each.meeting_id, each.meeting.held_on, each.pk, each.number, each.content)


def _issued(viewer: Viewer, filters: Filters) -> QuerySet[Issue]:
    """The last issue of each meeting: what was withdrawn is not found."""
    out = Issue.objects.visible_to(viewer).filter(state=Issue.State.ISSUED)
    later = Issue.objects.filter(meeting=OuterRef("meeting"), state=Issue.State.ISSUED, number__gt=OuterRef("number"))
    last = _chosen(out.exclude(Exists(later)), filters, "meeting__")
    return last.select_related("meeting").order_by("-meeting__held_on", "-pk")


def _unissued(viewer: Viewer) -> QuerySet[Meeting]:
    out = Issue.objects.filter(meeting=OuterRef("pk"), state=Issue.State.ISSUED)
    held = Meeting.objects.visible_to(viewer).filter(state__in=NOT_ISSUED, held_on__lte=viewer.today)
    return held.exclude(Exists(out)).select_related("marac").order_by("-held_on", "-pk")


def _chosen(rows: QuerySet[Any], filters: Filters, path: str) -> QuerySet[Any]:
    if filters.year:
        rows = rows.filter(**{f"{path}held_on__year": int(filters.year)})
    return rows.filter(**{f"{path}pk": int(filters.meeting)}) if filters.meeting else rows


def _open_to(viewer: Viewer, case_ids: Collection[int]) -> set[int]:
    found = Case.objects.visible_to(viewer).exclude(pk__in=held_cases(viewer))
    return set(found.filter(pk__in=case_ids).values_list("pk", flat=True))
