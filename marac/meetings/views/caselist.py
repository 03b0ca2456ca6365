"""The case list as an agency reads and prints it: only the cases that it has a seat on, by identifiers only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.directory.queries import profile_on
from marac.meetings.models import Meeting
from marac.meetings.operations import open_list
from marac.meetings.queries import case_list


@requires(Permission.SEE_MEETINGS)
def shown(request: HttpRequest, pk: int) -> HttpResponse:
    """Opening it is recorded before it is shown, and the first opening by an agency is kept with the list."""
    viewer = request.viewer
    meeting = visible_or_404(Meeting, viewer, "marac", pk=pk)
    found = case_list(viewer, meeting)
    record_reading(viewer, "case list", meeting_id=meeting.pk, case_ids=found.case_ids)
    if found.sent is not None and found.sent.opened_on is None:
        open_list(viewer=viewer, meeting=meeting)
    marking = profile_on(meeting.marac_id, viewer.today).marking
    return render(request, "meetings/case_list.html", {"list": found, "marking": marking})
