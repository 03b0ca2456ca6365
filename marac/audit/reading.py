"""Reading leaves a trace: opening a case, a document or a person is an event, or it is not shown."""

from typing import Any

from django.db import transaction

from marac.access.viewer import Viewer
from marac.audit.chain import Entry, append
from marac.audit.models import AuditEvent


def record_reading(viewer: Viewer, what: str, *, case_id: int | None = None, **details: Any) -> None:
    """Record that the viewer opened `what` ("case", "document", "person", …) before it is shown."""
    _record(viewer, AuditEvent.Kind.READ, what, case_id, details)


def record_search(viewer: Viewer, what: str, *, terms: str, found: int) -> None:
    """Record a search with its terms and how many rows it gave."""
    _record(viewer, AuditEvent.Kind.SEARCH, what, None, {"terms": terms, "found": found})


def record_export(viewer: Viewer, what: str, **details: Any) -> None:
    """Record that data left as a file."""
    _record(viewer, AuditEvent.Kind.EXPORT, what, None, details)


def _record(viewer: Viewer, kind: str, what: str, case_id: int | None, details: dict[str, Any]) -> None:
    with transaction.atomic():
        append(viewer, [Entry(kind=kind, name=what, case_id=case_id, details=details)])
