"""The case list as an agency reads and prints it: only the cases that it has a seat on, by identifiers only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.directory.queries import profile_on
from marac.meetings.letters import file_name, word_file
from marac.meetings.models import Meeting
from marac.meetings.operations import open_list
from marac.meetings.queries import CaseList, case_list
from marac.papers.fields import Paper
from marac.papers.queries import sheet_for
from marac.ui.pages import download

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Permission.SEE_MEETINGS)
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    found = _opened(request, visible_or_404(Meeting, request.viewer, pk=pk))
    return render(request, "meetings/case_list.html", {"list": found, "marking": _marking(request, found)})


@requires(Permission.SEE_MEETINGS)
@fresh_factor
@gives_file
def word(request: HttpRequest, pk: int) -> HttpResponse:
    found = _opened(request, visible_or_404(Meeting, request.viewer, pk=pk))
    sheet = sheet_for(request.viewer, found.meeting.marac_id, Paper.CASE_LIST)
    return download(word_file(found, _marking(request, found), sheet), file_name(found), WORD_FILE)


def _opened(request: HttpRequest, meeting: Meeting) -> CaseList:
    """Opening it is recorded before it is shown, and the first opening by an agency is kept with the list."""
    viewer = request.viewer
    found = case_list(viewer, meeting)
    record_reading(viewer, "case list", meeting_id=meeting.pk, case_ids=found.case_ids)
    if found.sent is not None and found.sent.opened_on is None:
        open_list(viewer=viewer, meeting=meeting)
    return found


def _marking(request: HttpRequest, found: CaseList) -> str:
    return profile_on(found.meeting.marac_id, request.viewer.today).marking
