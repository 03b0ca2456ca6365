"""The action list of a meeting: read as it was sent, seen by the office as it stands, and sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.circulation import operations
from marac.circulation.actionlist import last_sent, own_list, whole_list
from marac.circulation.letters import action_list_file, action_list_letter, action_list_name
from marac.circulation.models import ActionList
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting
from marac.papers.fields import Paper
from marac.papers.queries import copy_for, sheet_of
from marac.ui.pages import download
from marac.ui.refusals import said

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Permission.READ_MINUTES)
def actions(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, visible_or_404(Meeting, request.viewer, "marac", pk=pk))


@requires(Permission.ISSUE_MINUTES)
@require_POST
def send_actions(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    try:
        operations.send_actions(viewer=request.viewer, meeting=found)
    except Refusal as refusal:
        return _page(request, found, said(refusal))
    return redirect(f"{reverse('circulation:actions', args=[found.pk])}?saved=sent")


@requires(Permission.READ_MINUTES)
@fresh_factor
@gives_file
def actions_word(request: HttpRequest, pk: int) -> HttpResponse:
    """The viewer's own cut of the last list that went out, on the template on which it was printed."""
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    sent = last_sent(request.viewer, found)
    if sent is None:
        raise Unseen
    own = _own(request, found, sent.content)
    sheet = sheet_of(sent.template, Paper.ACTION_LIST, copy_for(request.viewer))
    return download(action_list_file(own, sent.sent_on, sheet), action_list_name(own), WORD_FILE)


def _page(request: HttpRequest, found: Meeting, refused: str = "") -> HttpResponse:
    """Readers see the last list that went out; the office sees what would go out now."""
    may_send = request.viewer.may(Permission.ISSUE_MINUTES)
    sent = last_sent(request.viewer, found)
    letter = _letter(request, found, sent, may_send=may_send)
    shown = {"meeting": found, "sent": sent, "letter": letter, "may_send": may_send, "refused": refused}
    shown["saved"] = request.GET.get("saved", "")
    return render(request, "circulation/actions.html", shown, status=409 if refused else 200)


def _letter(request: HttpRequest, found: Meeting, sent: ActionList | None, *, may_send: bool) -> dict[str, Any] | None:
    content = whole_list(found) if may_send else sent.content if sent else None
    if content is None:
        return None
    return action_list_letter(_own(request, found, content), request.viewer.today, "")


def _own(request: HttpRequest, found: Meeting, content: dict[str, Any]) -> dict[str, Any]:
    own = own_list(request.viewer, content)
    case_ids = sorted({each["case_id"] for each in own["actions"]})
    record_reading(request.viewer, "action list", meeting_id=found.pk, case_ids=case_ids)
    return own
