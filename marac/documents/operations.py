"""Adding a document: the file is kept first, and taken away again if its record does not come about."""

from dataclasses import dataclass

from django.conf import settings

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import AuditEvent
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Marac
from marac.documents import store
from marac.documents.models import Document, Scan
from marac.documents.queries import content_of
from marac.documents.rules import check_size, clean_name
from marac.documents.scanner import Scanned
from marac.kernel.refusal import Refusal
from marac.kernel.text import _


@dataclass(frozen=True)
class DocumentAdded:
    document_id: int
    case_id: int | None
    size: int
    scan: str


@dataclass(frozen=True)
class HarmfulFileRefused:
    """A file that was not kept. `found` is the scanner's name for what it holds."""

    marac_id: int
    sha256: str
    found: str


@dataclass(frozen=True)
class DocumentScanned:
    document_id: int
    case_id: int | None
    scan: str


@dataclass(frozen=True)
class DocumentFiled:
    document_id: int
    case_id: int


@dataclass(frozen=True)
class DocumentTakenFromCase:
    document_id: int
    case_id: int | None


@dataclass(frozen=True)
class OriginalOpened:
    """A referral or message as it came: nothing in it is masked."""

    kind = AuditEvent.Kind.READ

    case_id: int | None
    document_id: int
    reason: str
    clean: bool


@operation(needs=Permission.REVEAL)
def open_original(*, viewer: Viewer, document: Document, reason: str, clean: bool = False) -> bytes:
    """The bytes as they came, from which a `clean` copy is made where that is asked for."""
    document = lock(Document, viewer, document.pk)
    if not reason.strip():
        raise Refusal(_("Say why you open it"), field="reason")
    content = content_of(document)
    record(OriginalOpened(case_id=document.case_id, document_id=document.pk, reason=reason.strip(), clean=clean))
    return content


@operation(needs=Permission.READ_DOCUMENTS)
def add_document(
    *, viewer: Viewer, marac: Marac, name: str, file: Scanned, kind: str, case: Case | None = None
) -> Document:
    """Keep a file of a MARAC, or of one of its cases, whatever the scanner said: who may open it, `content_of` says."""
    content = file.content
    check_size(content, settings.MAX_UPLOAD_BYTES)
    marac = lock(Marac, viewer, marac.pk)
    if case is not None:
        case = lock(Case, viewer, case.pk)
    stored_as = store.keep(content)
    document = Document(
        marac=marac,
        case=case,
        kind=kind,
        name=clean_name(name),
        stored_as=stored_as,
        sha256=store.sha256_of(content),
        size=len(content),
        added_on=viewer.today,
        added_by=viewer.name,
        scan=file.scan,
        found=file.found,
    )
    try:
        document.save()
    except BaseException:
        store.remove(stored_as)
        raise
    record(
        DocumentAdded(
            document_id=document.pk, case_id=case.pk if case else None, size=document.size, scan=document.scan
        )
    )
    return document


@operation(needs=Permission.READ_DOCUMENTS)
def take_from_case(*, viewer: Viewer, document: Document) -> Document:
    """It was put with the wrong case, and is with none again."""
    document = lock(Document, viewer, document.pk)
    was, document.case = document.case_id, None
    document.save()
    record(DocumentTakenFromCase(document_id=document.pk, case_id=was))
    return document


@operation(needs=Permission.READ_DOCUMENTS)
def file_with_case(*, viewer: Viewer, document: Document, case: Case) -> Document:
    """Put a document that came in before there was a case with the case it led to."""
    document = lock(Document, viewer, document.pk)
    document.case = lock(Case, viewer, case.pk)
    document.save()
    record(DocumentFiled(document_id=document.pk, case_id=case.pk))
    return document


@operation(needs=Permission.READ_DOCUMENTS)
def note_harmful(*, viewer: Viewer, marac: Marac, file: Scanned) -> None:
    """For the trail: an upload that the scanner flagged, and that was neither opened nor kept."""
    marac = lock(Marac, viewer, marac.pk)
    record(HarmfulFileRefused(marac_id=marac.pk, sha256=store.sha256_of(file.content), found=file.found))


@operation(needs=Permission.DO_DUE_WORK)
def note_scan(*, viewer: Viewer, document: Document, scanned: Scanned) -> Document:
    """What the scanner said in the end of a file that waited for it."""
    document = lock(Document, viewer, document.pk)
    if document.scan != Scan.WAITING:
        raise Refusal(_("Another run was first."))
    document.scan, document.found = scanned.scan, scanned.found
    document.save()
    record(DocumentScanned(document_id=document.pk, case_id=document.case_id, scan=document.scan))
    return document
