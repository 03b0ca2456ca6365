"""What becomes of a message: filed once, by somebody, and put back where that was wrong."""

from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions import operations as actions
from marac.actions.models import Action
from marac.actions.rules import State as ActionState
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Marac
from marac.directory.queries import profile_on
from marac.documents.operations import file_with_case, take_from_case
from marac.documents.queries import content_of
from marac.inbox.models import LookedThrough, Message
from marac.inbox.queries import case_by_reference
from marac.inbox.rules.states import (
    WITH_A_CASE,
    State,
    check_filed,
    check_open,
    check_reason,
    kept_until,
)
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.referrals.models import Referral
from marac.referrals.operations import AlreadyHere, read_document
from marac.research.models import Request
from marac.research.operations import answer_for
from marac.research.rules import Line


@dataclass(frozen=True)
class MessageFiled:
    """`filed_as` is its new state, `record_id` the referral, request or action that it went to."""

    case_id: int | None
    message_id: int
    filed_as: str
    record_id: int | None


@dataclass(frozen=True)
class MessagePutBack:
    case_id: int | None
    message_id: int
    was: str


@dataclass(frozen=True)
class InboxLookedThrough:
    marac_id: int
    waiting: int


def make_referral(*, viewer: Viewer, message: Message, revision: int) -> Referral:
    """Read it and make one referral of it. The reading runs before the transaction, so nobody waits for it; if the
    page is sent again after a break in between, the referral that was made is found."""
    check_open(message.state, message.handled_by)
    if message.document is None or message.only_head:
        raise Refusal(_("The message itself was too large and is not here. Ask the sender for the form by itself."))
    kept = message.document
    content = content_of(kept)
    try:
        made = read_document(viewer=viewer, marac=message.marac, name=kept.name, content=content, kept=kept)
    except AlreadyHere as already:
        made = already.referral
    file_as_referral(viewer=viewer, message=message, referral=made, revision=revision)
    return made


@operation(needs=Permission.WORK_INBOX)
def file_as_referral(*, viewer: Viewer, message: Message, referral: Referral, revision: int) -> Message:
    message = _opened(viewer, message, revision)
    message.referral, message.case = _marked(lock(Referral, viewer, referral.pk), message), None
    if message.document is not None and referral.case_id is None and message.document.case_id is not None:
        take_from_case(viewer=viewer, document=message.document)
    return _filed(viewer, message, State.REFERRAL, referral.pk)


@operation(needs=Permission.WORK_INBOX)
def file_as_information(*, viewer: Viewer, message: Message, reference: str, revision: int) -> Message:
    """With a case, by its reference; the original stands among the documents of the case."""
    message = _opened(viewer, message, revision)
    case = case_by_reference(viewer, message.marac, reference)
    if case is None:
        raise Refusal(_("There is no case of that reference that you can open."), field="reference")
    _put_with(viewer, message, case)
    return _filed(viewer, message, State.INFORMATION, case.pk)


@operation(needs=Permission.WORK_INBOX)
def file_as_research(
    *,
    viewer: Viewer,
    message: Message,
    request: int,
    answer: str,
    said_by: str,
    line: Line | None,
    why_not_searched: str,
    revision: int,
) -> Message:
    """What an agency wrote in answer to a request, typed by the office; the message stands with the case."""
    message = _opened(viewer, message, revision)
    asked = lock(Request, viewer, request)
    lines = [line] if line else []
    answer_for(
        viewer=viewer, request=asked, answer=answer, said_by=said_by, lines=lines, why_not_searched=why_not_searched
    )
    _put_with(viewer, message, asked.case)
    message.request = asked
    return _filed(viewer, message, State.RESEARCH, asked.pk)


@operation(needs=Permission.WORK_INBOX)
def file_as_action(
    *, viewer: Viewer, message: Message, action: int, state: str, outcome: str, reason: str, said_by: str, revision: int
) -> Message:
    """What an agency wrote of an action, typed by the office; the message stands with the case."""
    message = _opened(viewer, message, revision)
    found = lock(Action, viewer, action)
    given: dict[str, Any] = {"viewer": viewer, "action": found, "said_by": said_by}
    if state == ActionState.COMPLETE:
        actions.complete(**given, outcome=outcome)
    elif state == ActionState.CANNOT:
        actions.cannot_complete(**given, reason=reason)
    else:
        actions.not_done(**given, reason=reason)
    _put_with(viewer, message, found.case)
    message.action = found
    return _filed(viewer, message, State.ACTION, found.pk)


@operation(needs=Permission.WORK_INBOX)
def keep_as_correspondence(*, viewer: Viewer, message: Message, revision: int) -> Message:
    """Kept, with no case: it was read and asks for nothing here."""
    message = _opened(viewer, message, revision)
    _put_with(viewer, message, None)
    return _filed(viewer, message, State.CORRESPONDENCE, None)


@operation(needs=Permission.WORK_INBOX)
def set_aside(*, viewer: Viewer, message: Message, reason: str, revision: int) -> Message:
    """Not ours: kept for the area's days, so that a mistake can be put right, and then forgotten."""
    message = _opened(viewer, message, revision)
    check_reason(reason)
    _put_with(viewer, message, None)
    message.reason = reason.strip()
    message.keep_until = kept_until(viewer.today, profile_on(message.marac_id, viewer.today).not_ours_days)
    return _filed(viewer, message, State.NOT_OURS, None)


@operation(needs=Permission.WORK_INBOX)
def put_back(*, viewer: Viewer, message: Message, revision: int) -> Message:
    """In the queue again. A referral, an answer or a report that was made of it stays, and is put right where it is."""
    message = lock(Message, viewer, message.pk, "document", revision=revision)
    check_filed(message.state)
    if message.document is None:
        raise Refusal(_("This message has been forgotten, as the area keeps what is not its own no longer."))
    was, case_id = message.state, message.case_id
    if was in WITH_A_CASE:
        _put_with(viewer, message, None)
    message.state, message.request, message.action, message.referral = State.PUT_BACK.value, None, None, None
    message.reason, message.keep_until, message.handled_on, message.handled_by = "", None, None, ""
    message.revision += 1
    message.save()
    record(MessagePutBack(case_id=case_id, message_id=message.pk, was=was))
    return message


@operation(needs=Permission.WORK_INBOX)
def look_through(*, viewer: Viewer, marac: Marac) -> LookedThrough:
    """Whoever is on duty went through the queue today; what still waits is counted."""
    marac = lock(Marac, viewer, marac.pk)
    waiting = Message.objects.filter(marac=marac).waiting().count()
    made = LookedThrough(marac=marac, on=viewer.today, by=viewer.name, waiting=waiting)
    made.save()
    record(InboxLookedThrough(marac_id=marac.pk, waiting=waiting))
    return made


def _marked(referral: Referral, message: Message) -> Referral:
    """An address proves nothing, whatever it looks like: the referral says so until somebody has verified it."""
    if message.sender_address and not referral.from_address and not referral.decided_on:
        referral.from_address = message.sender_address
        referral.save()
    return referral


def _opened(viewer: Viewer, message: Message, revision: int) -> Message:
    """Locked, and still waiting: the second of two is told what the first did."""
    found = lock(Message, viewer, message.pk, "document", "marac")
    check_open(found.state, found.handled_by)
    if found.revision != revision:
        raise Refusal(_("Somebody else has had this message in hand meanwhile. Open it again."))
    return found


def _put_with(viewer: Viewer, message: Message, case: Case | None) -> None:
    """The message and its original, with this case or with none."""
    message.case = case
    document = message.document
    if document is None or document.case_id == (case.pk if case else None):
        return
    if case is None:
        take_from_case(viewer=viewer, document=document)
    else:
        file_with_case(viewer=viewer, document=document, case=case)


def _filed(viewer: Viewer, message: Message, state: State, record_id: int | None) -> Message:
    message.state = state.value
    message.handled_on, message.handled_by = viewer.today, viewer.name
    message.revision += 1
    message.save()
    record(MessageFiled(case_id=message.case_id, message_id=message.pk, filed_as=state.value, record_id=record_id))
    return message
