"""What pages ask about research: what an agency has to answer, who has not answered, and what was found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.directory.models import Agency
from marac.kernel.dates import Precision, UncertainDate, format_uncertain
from marac.meetings.models import AgendaItem, Meeting
from marac.people.models import Party
from marac.research.models import Finding, OfRequest, Request, RequestQuerySet, Withheld


@dataclass(frozen=True)
class Sought:
    """Somebody to search for: what identifies them and nothing else."""

    role: str
    name: str
    other_names: list[str]
    born: str


@dataclass(frozen=True)
class GridRow:
    """A case on the list, with each agency's request in the order of the grid (None: not asked)."""

    case: Case
    cells: Sequence[Request | None]


@dataclass(frozen=True)
class Grid:
    """Who has answered for a meeting: agencies across, cases down."""

    agencies: Sequence[Agency]
    rows: Sequence[GridRow]
    waiting: int


def my_requests(viewer: Viewer, *, meeting: str = "") -> RequestQuerySet[Request]:
    """What the viewer's agency is asked of cases still listed, on every agenda or on that of the meeting with this
    number: unanswered first, then by when it is due."""
    found: RequestQuerySet[Request] = Request.objects.visible_to(viewer).filter(
        agency=viewer.agency_id, item__state__in=AgendaItem.RESEARCHED
    )
    if meeting.isdecimal() and len(meeting) < 10:
        found = found.filter(item__meeting=int(meeting))
    return found.select_related("case", "item__meeting").order_by(
        F("answered_on").asc(nulls_first=True), "due_on", "case__reference"
    )


def unanswered(viewer: Viewer) -> RequestQuerySet[Request]:
    """Who has not answered, over every meeting to come, longest due first."""
    found: RequestQuerySet[Request] = Request.objects.visible_to(viewer).here(viewer).waiting()
    return found.select_related("case", "agency", "item__meeting")


def people_sought(viewer: Viewer, case: Case) -> list[Sought]:
    """Names and birth dates of those in the case, so that an agency can search: no address, no circumstances."""
    parties = Party.objects.visible_to(viewer).filter(case=case, unborn=False).select_related("person")
    order = list(Party.Role)
    return [
        Sought(
            role=party.get_role_display(),
            name=party.person.name,
            other_names=[each.text for each in party.person.other_names.all()],
            born=_born(party.person.born_from, party.person.born_until, party.person.born_precision),
        )
        for party in sorted(
            parties.prefetch_related("person__other_names"), key=lambda each: order.index(Party.Role(each.role))
        )
    ]


def _born(earliest: date | None, latest: date | None, precision: str) -> str:
    if earliest is None or latest is None:
        return ""
    if earliest == latest:
        return format_uncertain(UncertainDate.exactly(earliest))
    known = Precision(precision) if precision not in (Precision.EXACT, Precision.UNKNOWN) else Precision.APPROXIMATE
    return format_uncertain(UncertainDate(earliest, latest, known))


def findings_of(viewer: Viewer, case: Case) -> OfRequest[Finding]:
    """What agencies found about a case, by agency, as far as the viewer may see it."""
    found: OfRequest[Finding] = Finding.objects.visible_to(viewer).filter(request__case=case)
    return found.select_related("request__agency").order_by("request__agency__name", "pk")


def findings_for(viewer: Viewer, request: Request) -> OfRequest[Finding]:
    """What one agency found, in the order it was written."""
    found: OfRequest[Finding] = Finding.objects.visible_to(viewer).filter(request=request)
    return found


def withheld_for(viewer: Viewer, request: Request) -> str:
    """What the viewer's own agency holds back; nothing for everybody else."""
    found = Withheld.objects.visible_to(viewer).filter(request=request).first()
    return found.text if found else ""


def may_answer(viewer: Viewer, request: Request) -> bool:
    return (
        request.agency_id == viewer.agency_id
        and request.item.state in AgendaItem.RESEARCHED
        and viewer.may(Permission.ANSWER_RESEARCH)
    )


def meetings_researched(viewer: Viewer) -> list[Meeting]:
    """Meetings to come that have a case listed, for those who prepare them."""
    if not viewer.may(Permission.SEE_RESEARCH):
        return []
    found = Meeting.objects.visible_to(viewer).filter(held_on__gte=viewer.today, items__state__in=AgendaItem.RESEARCHED)
    return list(found.select_related("marac").distinct())


def grid(viewer: Viewer, meeting: Meeting) -> Grid:
    """Each agency's answer for each listed case, in a constant number of questions."""
    listed = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting, state__in=AgendaItem.RESEARCHED)
    items = list(listed.select_related("case"))
    requests = list(Request.objects.visible_to(viewer).filter(item__in=items).select_related("agency"))
    agencies = sorted({each.agency for each in requests}, key=lambda agency: agency.name)
    held = {(each.item_id, each.agency_id): each for each in requests}
    rows = [GridRow(item.case, [held.get((item.pk, agency.pk)) for agency in agencies]) for item in items]
    return Grid(agencies, rows, sum(each.answered_on is None for each in requests))
