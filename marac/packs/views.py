"""One's own papers for a meeting; and for the office, asking for them and how far that is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting
from marac.packs import operations
from marac.packs.letters import pack_file, pack_name
from marac.packs.models import Pack
from marac.packs.queries import agency_name, newer_than, own_pack, progress, reading_of
from marac.ui.pages import download
from marac.ui.refusals import said

PDF_FILE = "application/pdf"


@requires(Permission.SEE_MEETINGS)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, visible_or_404(Meeting, request.viewer, "marac", pk=pk))


@requires(Permission.RUN_MEETINGS)
@require_POST
def make(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    try:
        operations.ask_for_papers(viewer=request.viewer, meeting=found)
    except Refusal as refusal:
        return _page(request, found, said(refusal))
    return redirect("packs:meeting", found.pk)


@requires(Permission.SEE_MEETINGS)
@fresh_factor
@gives_file
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own, as far as one may see it now. An issue that another followed is withdrawn."""
    viewer = request.viewer
    found = visible_or_404(Pack, viewer, "meeting", pk=pk)
    if found.state != Pack.State.MADE:
        raise Unseen
    newer = newer_than(viewer, found)
    if newer is not None:
        return render(request, "packs/withdrawn.html", {"pack": found, "newer": newer}, status=410)
    reading = reading_of(viewer, found)
    case_ids = [each["case_id"] for each in reading.content["cases"]]
    record_reading(viewer, "papers", meeting_id=found.meeting_id, pack_id=found.pk, case_ids=case_ids)
    found = operations.open_pack(viewer=viewer, pack=found)
    whose = {"name": viewer.name, "agency": agency_name(found), "number": found.number, "made_on": found.made_on}
    file = pack_file(reading.content, reading.since, **whose)
    return download(file, pack_name(reading.content, found.number), PDF_FILE)


def _page(request: HttpRequest, found: Meeting, refused: str = "") -> HttpResponse:
    viewer = request.viewer
    runs = viewer.may(Permission.RUN_MEETINGS)
    shown = {"meeting": found, "own": own_pack(viewer, found), "runs": runs, "refused": refused}
    if runs:
        shown["progress"] = progress(found)
    return render(request, "packs/meeting.html", shown, status=409 if refused else 200)
