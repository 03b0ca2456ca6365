"""What is due by itself: the office is told that nobody looked, and what was not ours is forgotten."""

from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Marac
from marac.inbox.models import Message
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mailboxes.operations import tell_office


@dataclass(frozen=True)
class InboxNotLookedThrough:
    marac_id: int


@dataclass(frozen=True)
class MessageForgotten:
    """Its words and its original are gone; that it came, and why it was not ours, stays."""

    message_id: int


@operation(needs=Permission.DO_DUE_WORK)
def tell_missed(*, viewer: Viewer, marac: Marac, about: str) -> None:
    """Nobody has looked through the queue by the area's hour: the office is told, once."""
    record(InboxNotLookedThrough(marac_id=marac.pk))
    tell_office(viewer=viewer, marac=marac, about=about, reference="inbox")


@operation(needs=Permission.DO_DUE_WORK)
def forget(*, viewer: Viewer, message: Message) -> str:
    """Gives the name of the file that is to go, once this has come about. A copy of the message is still known."""
    message = lock(Message, viewer, message.pk, "document")
    document = message.document
    if document is None:
        raise Refusal(_("Another run was first."))
    message.document, message.look, message.subject = None, {}, ""
    message.sender_name, message.sender_address = "", ""
    message.save()
    document.delete()
    record(MessageForgotten(message_id=message.pk))
    stored_as: str = document.stored_as
    return stored_as
