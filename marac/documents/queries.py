"""What a kept file holds, for whoever may open it, and which files wait for the virus scanner."""

from marac.documents import store
from marac.documents.models import Document, DocumentQuerySet, Scan
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

NOT_OPENED = {
    Scan.WAITING: _("This file waits for the virus scanner and cannot be opened yet. Try again in some minutes."),
    Scan.HARMFUL: _("The virus scanner found something harmful in this file, so nobody can open it. Tell the sender."),
}


def content_of(document: Document) -> bytes:
    """The bytes as they were kept. There is no other way to them: a file that waits or is harmful is refused."""
    if document.scan in NOT_OPENED:
        raise Refusal(NOT_OPENED[Scan(document.scan)])
    return store.fetch(document.stored_as, document.sha256)


def waiting_for_scanner() -> DocumentQuerySet[Document]:
    found: DocumentQuerySet[Document] = Document.objects.filter(scan=Scan.WAITING).order_by("pk")
    return found
