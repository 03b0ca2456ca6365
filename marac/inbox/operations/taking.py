"""Taking a message in: its original sealed first, then what it is proposed as. Each message once."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Marac
from marac.documents.models import Document
from marac.documents.operations import add_document, file_with_case
from marac.documents.scanner import Scanned
from marac.inbox import queries
from marac.inbox.models import Message
from marac.inbox.rules.proposals import Facts, Proposal, actions_in, propose, references_in
from marac.incoming.sender import Sender, own_results
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.research.models import Request


@dataclass(frozen=True)
class MessageTaken:
    case_id: int | None
    message_id: int
    document_id: int
    proposed: str


class AlreadyTaken(Refusal):
    """The same message was taken before: `message` is what it is here."""

    def __init__(self, message: Message) -> None:
        super().__init__(_("This message is here already. Open it instead."), field="file")
        self.message = message


@dataclass(frozen=True)
class Brought:
    """A message as it was found. `look` is what it says of itself; `reads_as` is "form", "letter" or "file" where it
    reads as a referral, and `not_read` why it could not be read. `server` is whose check of the sender counts."""

    came: str
    name: str
    file: Scanned
    look: dict[str, Any] = field(repr=False)
    reads_as: str = ""
    not_read: str = ""
    found_in: str = ""
    arrived_at: datetime | None = None
    only_head: bool = False
    server: str = ""


@operation(needs=Permission.WORK_INBOX)
def take(*, viewer: Viewer, marac: Marac, brought: Brought) -> Message:
    """Keep the original and put the message in the queue. Refused where it was taken before: the row of the MARAC is
    locked, so that of two runs at once one is second."""
    marac = lock(Marac, viewer, marac.pk)
    look = brought.look
    before = queries.known(marac, brought.file.content, look["fingerprint"])
    if before is not None:
        raise AlreadyTaken(before)
    sender = queries.whose(marac, look["sender_address"], look["sender_name"], viewer.today)
    case, proposal = _proposed(viewer, marac, sender, brought)
    document = add_document(
        viewer=viewer, marac=marac, name=brought.name, file=brought.file, kind=Document.Kind.MESSAGE
    )
    message = Message(marac=marac, document=document, taken_on=viewer.today, case=case, **_said_by_itself(brought))
    message.standing, message.like, message.agency_id = sender.standing.value, sender.like[:200], sender.agency_id
    message.proposed, message.reasons = proposal.state.value, [list(each) for each in proposal.reasons]
    message.request_id, message.action_id = proposal.request_id, proposal.action_id
    message.save()
    if case is not None:
        file_with_case(viewer=viewer, document=document, case=case)
    record(
        MessageTaken(
            case_id=case.pk if case else None,
            message_id=message.pk,
            document_id=document.pk,
            proposed=proposal.state.value,
        )
    )
    return message


def _said_by_itself(brought: Brought) -> dict[str, Any]:
    """The fields of a message that nothing here was asked for."""
    look = brought.look
    same = ("fingerprint", "sender_name", "sender_address", "subject")
    return {name: look[name] for name in same} | {
        "came": brought.came,
        "message_number": look["message_id"],
        "sent_at": parse_datetime(look["sent_at"]) if look["sent_at"] else None,
        "arrived_at": brought.arrived_at,
        "found_in": brought.found_in[:200],
        "only_head": brought.only_head,
        "look": look,
        "not_read": brought.not_read[:300],
        "results": own_results(look["results"], brought.server),
    }


def _proposed(viewer: Viewer, marac: Marac, sender: Sender, brought: Brought) -> tuple[Case | None, Proposal]:
    """By what it names, what it answers, and what its sender's agency owes."""
    look = brought.look
    words = "\n".join([look["subject"], *look["lines"]])
    answered = queries.answered_by(viewer, marac, look["answers"])
    case = queries.case_named(viewer, marac, references_in(words, marac.prefix)) or answered.case
    named = Action.objects.filter(pk__in=actions_in(words)[:20], case=case, state="open").first() if case else None
    ours = {"agency": sender.agency_id, "case": case}
    owes = case is not None and sender.agency_id is not None
    facts = Facts(
        standing=sender.standing,
        reads_as=brought.reads_as,
        case=case.reference if case else "",
        asked=tuple(_open_requests(ours)) if owes else (),
        owed=tuple(Action.objects.filter(**ours, state="open").values_list("pk", flat=True)[:2]) if owes else (),
        named_action=named.pk if named else None,
        answers_to=answered.kind,
        about=answered.reference,
        automatic=look["automatic"],
        words=words,
    )
    return case, propose(facts)


def _open_requests(ours: dict[str, Any]) -> list[int]:
    found = Request.objects.waiting().filter(**ours)
    return list(found.values_list("pk", flat=True)[:2])
