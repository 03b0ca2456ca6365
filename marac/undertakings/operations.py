"""Accepting an action, refusing it, taking it away to answer; what the chair decides; and asking again."""

from dataclasses import dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action, Reply
from marac.actions.operations import reopened, tell_owner
from marac.actions.rules import Answer, Said, State
from marac.audit.operation import lock, operation, record
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.undertakings.queries import is_at_meeting, names_at_table
from marac.undertakings.rules import check_can_answer, check_decide, check_who, check_words


@dataclass(frozen=True)
class ActionAccepted:
    """`for_agency` is true of all three when somebody else wrote down what the agency said."""

    case_id: int
    action_id: int
    for_agency: bool


@dataclass(frozen=True)
class ActionRefused:
    case_id: int
    action_id: int
    for_agency: bool


@dataclass(frozen=True)
class ActionTakenAway:
    case_id: int
    action_id: int
    for_agency: bool
    answer_by_on: date


@dataclass(frozen=True)
class RefusalDecided:
    case_id: int
    action_id: int
    said: str


@dataclass(frozen=True)
class ActionAskedAgain:
    """Its agency has not said whether it will do it, and its day has passed."""

    case_id: int
    action_id: int


@operation(needs=Permission.REPORT_ON_ACTION)
def accept(*, viewer: Viewer, action: Action, said_by: str = "", revision: int | None = None) -> Action:
    """The agency will do it, by its day."""
    found = _replying(viewer, action, revision, said_by)
    found.answer = Answer.ACCEPTED.value
    _reply(viewer, found, Said.ACCEPTED, said_by=said_by)
    record(ActionAccepted(case_id=found.case_id, action_id=found.pk, for_agency=_is_for(viewer, found)))
    return found


@operation(needs=Permission.REPORT_ON_ACTION)
def refuse(*, viewer: Viewer, action: Action, reason: str, said_by: str = "", revision: int | None = None) -> Action:
    """The agency will not do it: the reason is minuted, and the chair decides."""
    found = _replying(viewer, action, revision, said_by)
    check_words(Said.REFUSED, reason=reason, answer_by_on=None, today=viewer.today)
    found.state, found.answer, found.reason = State.REFUSED.value, Answer.REFUSED.value, reason.strip()
    found.reported_on, found.reported_by = viewer.today, viewer.name
    _reply(viewer, found, Said.REFUSED, said_by=said_by, reason=reason)
    record(ActionRefused(case_id=found.case_id, action_id=found.pk, for_agency=_is_for(viewer, found)))
    return found


@operation(needs=Permission.REPORT_ON_ACTION)
def take_away(
    *, viewer: Viewer, action: Action, answer_by_on: date | None, said_by: str = "", revision: int | None = None
) -> Action:
    """The agency has to ask at home, and answers by a day."""
    found = _replying(viewer, action, revision, said_by)
    check_words(Said.AWAY, reason="", answer_by_on=answer_by_on, today=viewer.today)
    assert answer_by_on is not None
    found.answer, found.answer_by_on, found.chased_on = Answer.AWAY.value, answer_by_on, None
    _reply(viewer, found, Said.AWAY, said_by=said_by, answer_by_on=answer_by_on)
    record(
        ActionTakenAway(
            case_id=found.case_id,
            action_id=found.pk,
            for_agency=_is_for(viewer, found),
            answer_by_on=answer_by_on,
        )
    )
    return found


@operation(needs=Permission.APPROVE_MINUTES)
def decide(*, viewer: Viewer, action: Action, said: str, reason: str) -> Action:
    """What the chair makes of a refusal: the agency is asked again, or it stands."""
    found = lock(Action, viewer, action.pk)
    check_decide(answer=found.answer, said=said, reason=reason)
    if said == Said.AGAIN:
        reopened(found, Answer.ASKED)
        tell_owner(viewer, found)
    else:
        found.answer = Answer.STANDS.value
    _reply(viewer, found, Said(said), reason=reason)
    record(RefusalDecided(case_id=found.case_id, action_id=found.pk, said=said))
    return found


@operation(needs=Permission.DO_DUE_WORK)
def ask_again(*, viewer: Viewer, action: Action) -> Action:
    """Once, when the day has passed; from then on it stands late on the lists."""
    found = lock(Action, viewer, action.pk)
    if not Action.objects.unanswered().filter(pk=found.pk, chased_on=None, answer_by_on__lt=viewer.today).exists():
        raise Refusal(_("This has been answered meanwhile, or was asked again already."))
    found.chased_on = viewer.today
    found.save()
    tell_owner(viewer, found)
    record(ActionAskedAgain(case_id=found.case_id, action_id=found.pk))
    return found


def _replying(viewer: Viewer, action: Action, revision: int | None, said_by: str) -> Action:
    found = lock(Action, viewer, action.pk, "agency", "item__meeting", revision=revision)
    check_can_answer(state=found.state, answer=found.answer)
    check_who(
        is_owner=not _is_for(viewer, found),
        runs_meeting=viewer.may(Permission.RUN_MEETINGS),
        is_present=bool(names_at_table(found)),
        at_meeting=is_at_meeting(viewer, found),
        said_by=said_by,
        agency=found.agency.name,
    )
    return found


def _is_for(viewer: Viewer, action: Action) -> bool:
    return action.agency_id != viewer.agency_id


def _reply(
    viewer: Viewer, action: Action, said: Said, *, said_by: str = "", reason: str = "", answer_by_on: date | None = None
) -> None:
    """Who said so, where somebody else wrote it: as it was told, else those who are at the table for the agency."""
    told = (said_by.strip() or names_at_table(action)) if _is_for(viewer, action) else ""
    action.revision += 1
    action.save()
    reply = Reply(action=action, said=said.value, reason=reason.strip(), answer_by_on=answer_by_on)
    reply.on, reply.by, reply.said_by = viewer.today, viewer.name, told[:400]
    reply.save()
