"""Issued minutes in a file that is not meant to be changed."""

from django.http import HttpRequest, HttpResponse

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.circulation.printed import pdf_file, pdf_name
from marac.minutes.letters import minutes_letter
from marac.minutes.models import Issue
from marac.minutes.queries import reading_of
from marac.papers.queries import copy_for, office_copy
from marac.ui.pages import PDF_FILE, download


@requires(Permission.READ_MINUTES)
@fresh_factor
@gives_file
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The viewer's own cut of what went out. What was withdrawn only the office is given."""
    found = visible_or_404(Issue, request.viewer, pk=pk)
    reading, office = reading_of(request.viewer, found), request.viewer.may(Permission.RUN_MEETINGS)
    if found.document_id is None or (reading.newer is not None and not office):
        raise Unseen
    case_ids = [each["case_id"] for each in reading.content["cases"]]
    record_reading(request.viewer, "minutes file", issue_id=found.pk, case_ids=case_ids)
    whose = office_copy() if office else copy_for(request.viewer)
    letter = minutes_letter(reading.content, found.number, found.trail, reading.since, whose)
    return download(pdf_file(letter), pdf_name(found.content, found.number), PDF_FILE)
