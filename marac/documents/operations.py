"""Adding a document: the file is kept first, and taken away again if its record does not come about."""

from dataclasses import dataclass

from django.conf import settings

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Marac
from marac.documents import store
from marac.documents.models import Document
from marac.documents.rules import check_size, clean_name


@dataclass(frozen=True)
class DocumentAdded:
    document_id: int
    case_id: int | None
    size: int


@dataclass(frozen=True)
class DocumentFiled:
    document_id: int
    case_id: int


@operation(needs=Permission.READ_DOCUMENTS)
def add_document(
    *, viewer: Viewer, marac: Marac, name: str, content: bytes, kind: str, case: Case | None = None
) -> Document:
    """Keep a file of a MARAC, or of one of its cases."""
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
    )
    try:
        document.save()
    except BaseException:
        store.remove(stored_as)
        raise
    record(DocumentAdded(document_id=document.pk, case_id=case.pk if case else None, size=document.size))
    return document


@operation(needs=Permission.READ_DOCUMENTS)
def file_with_case(*, viewer: Viewer, document: Document, case: Case) -> Document:
    """Put a document that came in before there was a case with the case it led to."""
    document = lock(Document, viewer, document.pk)
    document.case = lock(Case, viewer, case.pk)
    document.save()
    record(DocumentFiled(document_id=document.pk, case_id=case.pk))
    return document
