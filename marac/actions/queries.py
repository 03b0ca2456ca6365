"""What pages ask about actions: which there are, which are late, how each agency stands, and who may report."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action, ActionQuerySet, Reply
from marac.actions.rules import UNANSWERED, Answer, State, check_report
from marac.cases.models import Case, CaseAccess
from marac.cases.written import LookedUp
from marac.directory.models import Agency
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting

MEETINGS_OFFERED = 26


@dataclass(frozen=True)
class Filters:
    """What the log shows: words of a task or a reference; a state of `_in_state`, or all; an agency's number, "mine" or
    all; the number of the meeting that agreed it.
    """

    words: str = ""
    state: str = "open"
    agency: str = ""
    meeting: str = ""


@dataclass(frozen=True)
class AgencyTally:
    """How one agency stands: open actions, and how many of those are past their day."""

    agency: str
    open: int
    late: int


@dataclass(frozen=True)
class Steps:
    """What the viewer may do with an action now."""

    report: bool
    for_agency: bool
    reopen: bool
    open_case: bool
    unanswered: bool
    answer: bool
    decide: bool
    review: bool


def actions_found(viewer: Viewer, filters: Filters) -> ActionQuerySet[Action]:
    """The viewer's actions as filtered, what is due first standing first; of those that are answered too, the last."""
    found: ActionQuerySet[Action] = Action.objects.visible_to(viewer)
    if filters.words:
        found = found.filter(Q(case__reference__icontains=filters.words) | Q(task__icontains=filters.words))
    found = found.filter(_in_state(filters.state, viewer.today))
    if filters.agency == "mine":
        found = found.filter(agency=viewer.agency_id)
    elif filters.agency.isdecimal():
        found = found.filter(agency=int(filters.agency))
    if filters.meeting.isdecimal():
        found = found.filter(item__meeting=int(filters.meeting))
    found = found.select_related("case", "agency", "risk")
    return found if filters.state in ("open", "late", "unanswered") else found.order_by("-due_on", "-pk")


def _in_state(state: str, today: date) -> Q:
    is_open = Q(state=State.OPEN)
    return {
        "open": is_open,
        "late": is_open & Q(due_on__lt=today),
        "unanswered": is_open & Q(answer__in=UNANSWERED),
        "refused": Q(state=State.REFUSED),
        "answered": ~is_open,
    }.get(state, Q())


def seats_without_action() -> QuerySet[CaseAccess]:
    """Seats that an action gave and that have no end yet, of agencies with no action left to answer in the case."""
    left = Action.objects.open().filter(case=OuterRef("case"), agency=OuterRef("agency"))
    given = CaseAccess.objects.filter(basis=CaseAccess.Basis.ACTION, until_on=None)
    return given.filter(~Exists(left))


def overdue(viewer: Viewer) -> ActionQuerySet[Action]:
    """Open and past its day, longest first."""
    found: ActionQuerySet[Action] = Action.objects.visible_to(viewer).here(viewer).overdue(viewer.today)
    return found.select_related("case", "agency")


def actions_of(viewer: Viewer, case: Case) -> ActionQuerySet[Action]:
    """The actions of one case that the viewer may see, by when they are due."""
    found: ActionQuerySet[Action] = Action.objects.visible_to(viewer).filter(case=case)
    return found.select_related("agency", "risk")


def tally_by_agency(viewer: Viewer) -> list[AgencyTally]:
    """Agencies with open actions, by name."""
    late = Count("pk", filter=Q(due_on__lt=viewer.today))
    rows = (
        Action.objects.visible_to(viewer)
        .here(viewer)
        .open()
        .values("agency__name")
        .annotate(open=Count("pk"), late=late)
    )
    return [AgencyTally(row["agency__name"], row["open"], row["late"]) for row in rows.order_by("agency__name")]


def agencies_with_actions(viewer: Viewer) -> list[tuple[str, str]]:
    """Number and name of every agency with an action that the viewer may see, for a drop-down list."""
    theirs = Action.objects.visible_to(viewer).filter(agency=OuterRef("pk"))
    return [(str(each.pk), each.name) for each in Agency.objects.filter(LookedUp(theirs))]


def meetings_with_actions(viewer: Viewer) -> list[tuple[str, date]]:
    """Number and day of the last meetings that agreed an action that the viewer may see, the newest first."""
    agreed = Action.objects.visible_to(viewer).filter(item__meeting=OuterRef("pk"))
    found = Meeting.objects.filter(LookedUp(agreed), marac__in=viewer.marac_ids).order_by("-held_on", "-pk")
    return [(str(each.pk), each.held_on) for each in found[:MEETINGS_OFFERED]]


def next_steps(viewer: Viewer, action: Action) -> Steps:
    """What the page offers: the same rules that the operations will ask."""
    is_open, unanswered = action.state == State.OPEN, action.answer in UNANSWERED
    is_own, runs = action.agency_id == viewer.agency_id, viewer.may(Permission.RUN_MEETINGS)
    return Steps(
        report=may_report(viewer, action),
        for_agency=action.agency_id != viewer.agency_id,
        reopen=not is_open and viewer.may(Permission.PLAN_MEETINGS),
        open_case=viewer.may(Permission.SEE_CASES),
        unanswered=is_open and unanswered,
        answer=is_open and unanswered and (is_own or runs),
        decide=action.answer == Answer.REFUSED and viewer.may(Permission.APPROVE_MINUTES),
        review=action.state == State.COMPLETE and runs,
    )


def replies_to(viewer: Viewer, action: Action) -> QuerySet[Reply]:
    """What was said to it, in the order it was said."""
    return Reply.objects.visible_to(viewer).filter(action=action)


def may_report(viewer: Viewer, action: Action) -> bool:
    """Whether a report of theirs would be taken now; a chair reads every action and reports on their own agency's."""
    if action.state != State.OPEN:
        return False
    try:
        check_report(
            owner_id=action.agency_id,
            reporter_id=viewer.agency_id,
            is_office=viewer.may(Permission.PLAN_MEETINGS),
            said_by=viewer.name,
        )
    except Refusal:
        return False
    return True
