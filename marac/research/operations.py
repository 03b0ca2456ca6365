"""Asking agencies what they know, and their answers."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import AuditEvent
from marac.audit.operation import lock, operation, record
from marac.cases.models import CaseAccess
from marac.cases.operations import give_seat
from marac.directory.models import Agency, PanelSeat
from marac.directory.queries import seats_on
from marac.kernel.masked import unmasked
from marac.mail.rules import Kind
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.notices import tell
from marac.meetings.queries import seated_until
from marac.research.models import Finding, Request, Withheld
from marac.research.rules import (
    Answer,
    Line,
    check_known,
    check_lines,
    check_nothing,
    check_own,
    check_said_by,
    check_waiting,
    check_why,
)


@dataclass(frozen=True)
class ResearchAsked:
    """`agency_ids` are those newly asked; an agency that was asked before is not asked twice."""

    case_id: int
    item_id: int
    agency_ids: list[int]


@dataclass(frozen=True)
class ResearchAskedForMeeting:
    meeting_id: int
    requests: int


@dataclass(frozen=True)
class ResearchAnswered:
    case_id: int
    request_id: int
    answer: str
    lines: int


@dataclass(frozen=True)
class InformantRevealed:
    kind = AuditEvent.Kind.READ

    case_id: int
    finding_id: int


@operation(needs=Permission.PLAN_MEETINGS)
def ask(*, viewer: Viewer, item: AgendaItem, also: Sequence[Agency] = ()) -> list[Request]:
    """Ask every core agency on the panel, and those named besides, what it knows; for an emergency MARAC, only those
    named. Gives the new requests."""
    made = _ask(viewer, item, also)
    _tell(viewer, item.meeting, made)
    return made


def redate_requests(meeting: Meeting, today: date) -> int:
    """Open requests take the day on which the research of their meeting is due now. To be called inside the operation
    that moved it."""
    waiting = Request.objects.filter(item__meeting=meeting, answered_on=None)
    return waiting.update(due_on=max(meeting.research_on, today))


def _ask(viewer: Viewer, item: AgendaItem, also: Sequence[Agency]) -> list[Request]:
    item = lock(AgendaItem, viewer, item.pk)
    check_waiting(item.state)
    panel = [] if item.meeting.emergency else seats_on(item.meeting.marac_id, viewer.today)
    core = [seat.agency for seat in panel if seat.standing == PanelSeat.Standing.CORE]
    asked_before = set(Request.objects.filter(item=item).values_list("agency_id", flat=True))
    to_ask = {agency.pk: agency for agency in [*core, *also] if agency.pk not in asked_before}
    due_on = max(item.meeting.research_on, viewer.today)
    made = [
        Request(item=item, case=item.case, agency=agency, due_on=due_on, asked_on=viewer.today)
        for agency in to_ask.values()
    ]
    for request in made:
        request.save()
    _seat(viewer, item, to_ask.values())
    record(ResearchAsked(case_id=item.case_id, item_id=item.pk, agency_ids=list(to_ask)))
    return made


def _seat(viewer: Viewer, item: AgendaItem, agencies: Iterable[Agency]) -> None:
    """Whoever is asked can open the case: also an agency on call, or one that joined the panel after it was listed."""
    seated = set(CaseAccess.objects.in_force(viewer.today).filter(case=item.case_id).values_list("agency", flat=True))
    until_on = seated_until(item.meeting)
    for agency in agencies:
        if agency.pk not in seated:
            give_seat(viewer=viewer, case=item.case, agency=agency, basis=CaseAccess.Basis.PANEL, until_on=until_on)


@operation(needs=Permission.PLAN_MEETINGS)
def ask_for_meeting(*, viewer: Viewer, meeting: Meeting, also: Sequence[Agency] = ()) -> list[Request]:
    """Ask about every case on the list of a meeting; who was asked before is not asked again."""
    meeting = lock(Meeting, viewer, meeting.pk)
    made: list[Request] = []
    items = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting, state__in=AgendaItem.RESEARCHED)
    for item in items:
        made += _ask(viewer, item, also)
    _tell(viewer, meeting, made)
    record(ResearchAskedForMeeting(meeting_id=meeting.pk, requests=len(made)))
    return made


def _tell(viewer: Viewer, meeting: Meeting, made: Sequence[Request]) -> None:
    if made:
        tell(viewer=viewer, kind=Kind.RESEARCH, meeting=meeting, agencies=[request.agency for request in made])


@operation(needs=Permission.ANSWER_RESEARCH)
def nothing_held(*, viewer: Viewer, request: Request) -> Request:
    """The agency searched and holds nothing about anybody in the case."""
    found = _lock(viewer, request)
    check_nothing(lines=found.findings.count(), withheld=_withheld(found) is not None)
    return _answered(viewer, found, Answer.NOT_KNOWN)


@operation(needs=Permission.ANSWER_RESEARCH)
def not_searched(*, viewer: Viewer, request: Request, why_not_searched: str) -> Request:
    """The agency did not search, and says why; it may still answer later."""
    found = _lock(viewer, request)
    check_why(why_not_searched)
    check_nothing(lines=found.findings.count(), withheld=_withheld(found) is not None)
    return _answered(viewer, found, Answer.NOT_SEARCHED, why=why_not_searched.strip())


@operation(needs=Permission.ANSWER_RESEARCH)
def answer(
    *,
    viewer: Viewer,
    request: Request,
    lines: Sequence[Line] = (),
    withheld: str = "",
    flag_in_place: bool | None = None,
) -> Request:
    """What the agency found. Lines are added to those it gave before, one that is there already is not added again;
    `withheld` is for its own people only."""
    found = _lock(viewer, request)
    check_lines(lines, today=viewer.today)
    check_known(lines=len(lines) + found.findings.count(), withheld=withheld)
    new = [line for line in lines if not found.findings.filter(**asdict(line)).exists()]
    Finding.objects.bulk_create([Finding(request=found, **asdict(line)) for line in new])
    _withhold(found, withheld)
    found.flag_in_place = flag_in_place
    return _answered(viewer, found, Answer.KNOWN, lines=len(new))


@operation(needs=Permission.PLAN_MEETINGS)
def answer_for(
    *,
    viewer: Viewer,
    request: Request,
    answer: str,
    said_by: str,
    lines: Sequence[Line] = (),
    why_not_searched: str = "",
) -> Request:
    """The office types what an agency wrote to it, with who wrote it: what the agency said itself stays as it was."""
    found = lock(Request, viewer, request.pk)
    check_waiting(found.item.state)
    check_said_by(said_by)
    check_lines(lines, today=viewer.today)
    if answer == Answer.KNOWN:
        check_known(lines=len(lines), withheld="")
    else:
        check_nothing(lines=len(lines) + found.findings.count(), withheld=_withheld(found) is not None)
    if answer == Answer.NOT_SEARCHED:
        check_why(why_not_searched)
    Finding.objects.bulk_create([Finding(request=found, **asdict(line)) for line in lines])
    found.said_by = said_by.strip()
    why = why_not_searched.strip() if answer == Answer.NOT_SEARCHED else ""
    return _answered(viewer, found, Answer(answer), why=why, lines=len(lines))


@operation(needs=Permission.REVEAL)
def reveal_informant(*, viewer: Viewer, finding: Finding) -> str:
    """Who told an agency one thing: the entry of the trail is written with it, or it is not told."""
    found = lock(Finding, viewer, finding.pk, "request")
    record(InformantRevealed(case_id=found.request.case_id, finding_id=found.pk))
    return unmasked(found.informant)


def _lock(viewer: Viewer, request: Request) -> Request:
    found = lock(Request, viewer, request.pk)
    check_own(agency_id=found.agency_id, viewer_agency_id=viewer.agency_id)
    check_waiting(found.item.state)
    return found


def _withheld(request: Request) -> Withheld | None:
    return Withheld.objects.filter(request=request).first()


def _withhold(request: Request, text: str) -> None:
    """A blank box changes nothing: what was written before stays."""
    if not text.strip():
        return
    kept = _withheld(request) or Withheld(request=request)
    kept.text = text.strip()
    kept.save()


def _answered(viewer: Viewer, request: Request, answer: Answer, *, why: str = "", lines: int = 0) -> Request:
    request.answer, request.why_not_searched = answer.value, why
    request.answered_on, request.answered_by = viewer.today, viewer.name
    request.save()
    record(ResearchAnswered(case_id=request.case_id, request_id=request.pk, answer=answer.value, lines=lines))
    return request
