"""The door of a restricted case: whoever opens it, or a page of it, says why once in a session."""

from typing import Any

from django.http import HttpRequest

from marac.access.viewer import Viewer
from marac.audit.reading import record_reading
from marac.cases.models import Case

REASONS = "reasons"  # in the session: why each restricted case was opened, by its number


class AskWhy(Exception):
    """The page shows a restricted case, and nobody has said why in this session."""

    def __init__(self, case_id: int | None) -> None:
        super().__init__()
        self.case_id = case_id


def keep_reason(request: HttpRequest, case: Case, why: str) -> None:
    request.session[REASONS] = request.session.get(REASONS, {}) | {str(case.pk): why}


def reason_of(request: HttpRequest, case_id: int | None) -> str:
    """Empty where nobody was asked, or has not answered."""
    return str(request.session.get(REASONS, {}).get(str(case_id), ""))


def record_look(
    request: HttpRequest, what: str, *, case_id: int | None, restricted: bool | None = None, **details: Any
) -> None:
    """Record, before it is shown, that the viewer opened a page of one case, with their reason where it is restricted.
    Whoever opens a page is sent to the door, never what was typed into a form on it.

    `restricted` is for a page that has the case at hand; otherwise it is asked."""
    why = reason_of(request, case_id)
    opens = case_id is not None and not why and request.method != "POST" and restricted is not False
    if opens and _is_restricted(request.viewer, case_id):
        raise AskWhy(case_id)
    record_reading(request.viewer, what, case_id=case_id, **details, **({"why": why} if why else {}))


def _is_restricted(viewer: Viewer, case_id: int | None) -> bool:
    """Not for who sees a record of the case and not the case, such as an action that they still owe: no door opens."""
    return Case.objects.visible_to(viewer).filter(pk=case_id, restricted=True).exists()
