"""What changes nothing leaves a trace too: opening a case or a person, searching, signing in and out."""

from typing import Any

from django.db import transaction

from marac.access.viewer import Viewer
from marac.audit.chain import Entry, append
from marac.audit.models import AuditEvent


def record_reading(viewer: Viewer, what: str, *, case_id: int | None = None, **details: Any) -> None:
    """Record that the viewer opened `what` ("case", "document", "person", …) before it is shown."""
    _record(viewer, AuditEvent.Kind.READ, what, case_id, details)


def record_search(viewer: Viewer, what: str, *, terms: str, found: int, **details: Any) -> None:
    """Record a search with its terms and how many rows it gave."""
    _record(viewer, AuditEvent.Kind.SEARCH, what, None, {"terms": terms, "found": found} | details)


def record_export(viewer: Viewer, what: str, **details: Any) -> None:
    """Record that data left as a file."""
    _record(viewer, AuditEvent.Kind.EXPORT, what, None, details)


def record_refusal(viewer: Viewer | None, what: str, *, case_id: int | None = None, **details: Any) -> None:
    """Record that somebody signed in asked for what is not there, or not for them; they are told nothing of it."""
    _record(viewer, AuditEvent.Kind.REFUSAL, what, case_id, details)


def record_sign_in(viewer: Viewer | None, what: str, **details: Any) -> None:
    """Record that somebody signed in or out, failed to, or acts in another role. Nobody is a viewer before that."""
    _record(viewer, AuditEvent.Kind.SIGN_IN, what, None, details)


def _record(viewer: Viewer | None, kind: str, what: str, case_id: int | None, details: dict[str, Any]) -> None:
    with transaction.atomic():
        append(viewer, [Entry(kind=kind, name=what, case_id=case_id, details=details)])
