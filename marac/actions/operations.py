"""Naming a risk, setting an action, reporting on it, and opening it again."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action, Risk
from marac.actions.queries import seats_without_action
from marac.actions.rules import (
    STATE_NAMES,
    Answer,
    Cause,
    State,
    check_belongs,
    check_can_agree,
    check_cannot,
    check_different,
    check_move,
    check_report,
    check_review,
    check_risk,
    check_task,
    check_words,
    days_late,
)
from marac.actions.table import agreed_before, at_table, usual_day
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case, CaseAccess
from marac.cases.operations import give_seat
from marac.directory.models import Agency
from marac.flags.models import Flag
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.operations import notify
from marac.mail.rules import Kind
from marac.meetings.models import AgendaItem
from marac.meetings.notices import tell


@dataclass(frozen=True)
class RiskNamed:
    case_id: int
    risk_id: int


@dataclass(frozen=True)
class ActionAgreed:
    """At the table, in the discussion of its case."""

    case_id: int
    action_id: int


@dataclass(frozen=True)
class ActionSet:
    case_id: int
    action_id: int
    agency_id: int


@dataclass(frozen=True)
class ActionReported:
    """`for_agency` is true when the office reported on the agency's behalf."""

    case_id: int
    action_id: int
    state: str
    days_late: int
    for_agency: bool


@dataclass(frozen=True)
class ActionReopened:
    case_id: int
    action_id: int
    was: str
    reason: str


@dataclass(frozen=True)
class ActionReviewed:
    """Whether what was done made the risk lower."""

    case_id: int
    action_id: int
    lowered: str


@dataclass(frozen=True)
class ActionSeatEnds:
    """The agency has no action left to answer; `until_on` is the last day of the seat that they gave it."""

    case_id: int
    agency_id: int
    until_on: date


@operation(needs=Permission.RUN_MEETINGS)
def add_risk(*, viewer: Viewer, case: Case, text: str, item: AgendaItem | None = None, kind: str = "") -> Risk:
    """Name a risk in a case; actions may then answer it. `kind` is one of marac/library/rules.py, if it was said."""
    case = lock(Case, viewer, case.pk)
    if not text.strip():
        raise Refusal(_("Say what the risk is."), field="text")
    check_belongs(case_id=case.pk, item_case_id=item.case_id if item else None, risk_case_id=None)
    risk = Risk(case=case, item=item, text=text.strip(), kind=kind)
    risk.save()
    record(RiskNamed(case_id=case.pk, risk_id=risk.pk))
    return risk


@operation(needs=Permission.RUN_MEETINGS)
def set_action(
    *,
    viewer: Viewer,
    case: Case,
    agency: Agency,
    task: str,
    due_on: date,
    item: AgendaItem | None = None,
    risk: Risk | None = None,
    **more: str,
) -> Action:
    """An agency undertakes something by a day; it gets a seat on the case, so that it can report. `more` are further
    texts of an `Action`, such as the person and the result."""
    case = lock(Case, viewer, case.pk)
    agreed_on = item.meeting.held_on if item else viewer.today
    check_belongs(
        case_id=case.pk, item_case_id=item.case_id if item else None, risk_case_id=risk.case_id if risk else None
    )
    check_task(task=task, due_on=due_on, agreed_on=agreed_on)
    action = Action(
        case=case, item=item, risk=risk, agency=agency, task=task.strip(), agreed_on=agreed_on, due_on=due_on, **more
    )
    action.save()
    give_seat(viewer=viewer, case=case, agency=agency, basis=CaseAccess.Basis.ACTION)
    tell_owner(viewer, action)
    record(ActionSet(case_id=case.pk, action_id=action.pk, agency_id=agency.pk))
    return action


@operation(needs=Permission.RUN_MEETINGS)
def agree(
    *,
    viewer: Viewer,
    item: AgendaItem,
    agency: int,
    task: str,
    due_on: date | None = None,
    risk: int | None = None,
    new_risk: str = "",
    risk_kind: str = "",
    why_no_risk: str = "",
    standard: str = "",
    different: str = "",
    **more: str,
) -> Action:
    """Set an action at the table, by keys of the agency and of a risk of the case; `new_risk` names another. Its agency
    has still to say whether it will do it (marac/undertakings). Without a day it is due when such an action usually
    is. `more` are the person and the result."""
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    doer = Agency.objects.filter(pk=agency).first()
    if doer is None:
        raise Refusal(_("Choose the agency that will do it."), field="agency")
    table, answered = at_table(item), lock(Risk, viewer, risk) if risk is not None else None
    day = due_on or usual_day(table, standard=standard, risk_kind=answered.kind if answered else risk_kind)
    check_task(task=task, due_on=day, agreed_on=item.meeting.held_on)
    assert day is not None
    same = Action.objects.filter(item=item, agency=doer, task=task.strip(), due_on=day, state=State.OPEN.value)
    check_can_agree(meeting_state=item.meeting.state, agreed_already=same.exists())
    check_risk(named=answered is not None or bool(new_risk.strip()), why_none=why_no_risk)
    _check_again(viewer, item, standard=standard, task=task, different=different)
    if new_risk.strip():
        answered = add_risk(viewer=viewer, case=item.case, text=new_risk, item=item, kind=risk_kind)
    more |= {"standard": standard, "why_no_risk": "" if answered else why_no_risk.strip(), "different": different}
    action = set_action(
        viewer=viewer, case=item.case, agency=doer, task=task, due_on=day, item=item, risk=answered, **more
    )
    action.answer, action.answer_by_on = Answer.ASKED.value, table.answer_by_on
    action.save()
    record(ActionAgreed(case_id=item.case_id, action_id=action.pk))
    return action


@operation(needs=Permission.REPORT_ON_ACTION)
def complete(*, viewer: Viewer, action: Action, outcome: str, said_by: str = "", revision: int | None = None) -> Action:
    """It was done; `outcome` says what, and what changed by it."""
    found = lock(Action, viewer, action.pk, revision=revision)
    return _report(viewer, found, State.COMPLETE, outcome=outcome, said_by=said_by)


@operation(needs=Permission.REPORT_ON_ACTION)
def cannot_complete(
    *,
    viewer: Viewer,
    action: Action,
    reason: str,
    cause: str = Cause.NOT_SAID.value,
    new_plan: str = "",
    said_by: str = "",
    revision: int | None = None,
) -> Action:
    """Circumstances changed, and it can no longer be done: `new_plan` is what is done instead."""
    found = lock(Action, viewer, action.pk, revision=revision)
    check_cannot(cause=cause, new_plan=new_plan)
    found.cause, found.new_plan = cause, new_plan.strip()
    return _report(viewer, found, State.CANNOT, reason=reason, said_by=said_by)


@operation(needs=Permission.REPORT_ON_ACTION)
def not_done(*, viewer: Viewer, action: Action, reason: str, said_by: str = "", revision: int | None = None) -> Action:
    """It could have been done and was not."""
    found = lock(Action, viewer, action.pk, revision=revision)
    return _report(viewer, found, State.NOT_DONE, reason=reason, said_by=said_by)


@operation(needs=Permission.RUN_MEETINGS)
def review(*, viewer: Viewer, action: Action, lowered: str) -> Action:
    """When the case is looked at again: did what was done make the risk lower?"""
    action = lock(Action, viewer, action.pk)
    check_review(action.state, lowered)
    action.lowered = lowered
    action.save()
    record(ActionReviewed(case_id=action.case_id, action_id=action.pk, lowered=lowered))
    return action


@operation(needs=Permission.PLAN_MEETINGS)
def reopen(*, viewer: Viewer, action: Action, reason: str) -> Action:
    """The answer is taken back (it stays in the trail), and the action is open again."""
    action = lock(Action, viewer, action.pk)
    check_move(action.state, State.OPEN)
    if not reason.strip():
        raise Refusal(_("Say why the action is opened again."), field="reason")
    was = action.state
    reopened(action, Answer.ASKED if was == State.REFUSED else Answer(action.answer))
    action.revision += 1
    action.save()
    give_seat(viewer=viewer, case=action.case, agency=action.agency, basis=CaseAccess.Basis.ACTION)
    record(ActionReopened(case_id=action.case_id, action_id=action.pk, was=was, reason=reason.strip()))
    return action


def reopened(action: Action, answer: Answer) -> None:
    """The action without its report, open; to be saved."""
    action.state, action.reported_on, action.reported_by = State.OPEN.value, None, ""
    action.reason, action.outcome, action.said_by, action.cause, action.new_plan, action.lowered = ("",) * 6
    action.answer, action.chased_on = answer.value, None


@operation(needs=Permission.DO_DUE_WORK)
def end_seat(*, viewer: Viewer, seat: CaseAccess) -> CaseAccess:
    """Of a seat that actions gave, whose agency has none left to answer: what an answer did not end, the tick does."""
    _end_seat(seat, viewer.today)
    return seat


def _check_again(viewer: Viewer, item: AgendaItem, *, standard: str, task: str, different: str) -> None:
    before = agreed_before(viewer, item, standard=standard, task=task)
    check_different(
        before_on=before.agreed_on if before else None,
        before_words=(before.outcome or before.reason or STATE_NAMES[State(before.state)]) if before else "",
        different=different,
    )


def _end_seat(seat: CaseAccess, on: date) -> None:
    """On that day, or when the last flag of the case ends, if that is later."""
    last_flag = Flag.objects.filter(case=seat.case_id).current().aggregate(last=Max("ends_on"))["last"]
    seat.until_on = max(on, last_flag) if last_flag else on
    seat.save()
    record(ActionSeatEnds(case_id=seat.case_id, agency_id=seat.agency_id, until_on=seat.until_on))


def tell_owner(viewer: Viewer, action: Action) -> None:
    """Its agency is told: of the meeting where it was agreed, else of the case. Called inside an operation."""
    if action.item is not None:
        tell(viewer=viewer, kind=Kind.ACTIONS, meeting=action.item.meeting, agencies=[action.agency])
        return
    notify(
        viewer=viewer,
        kind=Kind.ACTIONS,
        marac=action.case.marac,
        agencies=[action.agency],
        about=f"case {action.case_id}",
        reference=action.case.reference,
        case=action.case,
    )


def _report(
    viewer: Viewer, action: Action, state: State, *, said_by: str, reason: str = "", outcome: str = ""
) -> Action:
    check_move(action.state, state)
    check_report(
        owner_id=action.agency_id,
        reporter_id=viewer.agency_id,
        is_office=viewer.may(Permission.PLAN_MEETINGS),
        said_by=said_by,
    )
    check_words(state, reason=reason, outcome=outcome)
    for_agency = action.agency_id != viewer.agency_id
    action.state, action.reason, action.outcome = state.value, reason.strip(), outcome.strip()
    action.reported_on, action.reported_by = viewer.today, viewer.name
    action.said_by = said_by.strip() if for_agency else ""
    action.revision += 1
    action.save()
    for seat in seats_without_action().filter(case=action.case_id, agency=action.agency_id):
        _end_seat(seat, viewer.today)
    late = days_late(action.due_on, viewer.today, viewer.today)
    record(
        ActionReported(
            case_id=action.case_id, action_id=action.pk, state=state.value, days_late=late, for_agency=for_agency
        )
    )
    return action
