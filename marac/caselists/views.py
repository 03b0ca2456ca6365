"""The case list as an agency reads and prints it: only the cases that it has a seat on, by identifiers only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.caselists import operations
from marac.caselists.letters import file_name, word_file
from marac.caselists.queries import CaseList, case_list, last_issue
from marac.directory.queries import profile_on
from marac.kernel.refusal import Refusal
from marac.meetings.models import ListSent, Meeting
from marac.papers.fields import Paper
from marac.papers.queries import sheet_for
from marac.ui.pages import download
from marac.ui.refusals import said

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Permission.SEE_MEETINGS)
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, visible_or_404(Meeting, request.viewer, pk=pk))


@requires(Permission.SEE_MEETINGS)
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """The link to one issue: withdrawn as soon as another has taken its place. Whoever runs the meeting may follow that
    of another agency, and reads their own list by it."""
    found = visible_or_404(ListSent, request.viewer, "meeting", pk=pk)
    in_force = last_issue(request.viewer, found)
    if in_force.number > found.number:
        return render(request, "caselists/withdrawn.html", {"sent": found, "in_force": in_force}, status=410)
    return _page(request, found.meeting)


@requires(Permission.SEE_MEETINGS)
@fresh_factor
@gives_file
def word(request: HttpRequest, pk: int) -> HttpResponse:
    found = _opened(request, visible_or_404(Meeting, request.viewer, pk=pk))
    sheet = sheet_for(request.viewer, found.meeting.marac_id, Paper.CASE_LIST)
    return download(word_file(found, _marking(request, found), sheet), file_name(found), WORD_FILE)


@requires(Permission.PLAN_MEETINGS)
@require_POST
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """One press for all agencies that have not opened the issue in force."""
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    try:
        operations.remind(viewer=request.viewer, meeting=meeting)
    except Refusal as refusal:
        return render(request, "caselists/refused.html", {"meeting": meeting, "sentence": said(refusal)}, status=409)
    return redirect("meetings:board", pk)


def _page(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    found = _opened(request, meeting)
    return render(request, "caselists/one.html", {"list": found, "marking": _marking(request, found)})


def _opened(request: HttpRequest, meeting: Meeting) -> CaseList:
    """Opening it is recorded before it is shown, and the first opening by an agency is kept with the issue; not that of
    somebody to whom none of its cases is open."""
    viewer = request.viewer
    found = case_list(viewer, meeting)
    record_reading(viewer, "case list", meeting_id=meeting.pk, case_ids=found.case_ids)
    sent = found.sent
    if sent is not None and sent.opened_on is None and (found.case_ids or not sent.cases):
        operations.open_list(viewer=viewer, meeting=meeting, number=sent.number)
    return found


def _marking(request: HttpRequest, found: CaseList) -> str:
    return profile_on(found.meeting.marac_id, request.viewer.today).marking
