"""Handing a kept file back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.fresh import gives_file
from marac.access.requires import open_to_signed_in, visible_or_404
from marac.cases.door import record_look
from marac.documents.models import Document
from marac.documents.queries import content_of
from marac.documents.rules import ending_of
from marac.kernel.refusal import Refusal
from marac.kernel.text import safe_file_name
from marac.ui.pages import download
from marac.ui.refusals import said


@open_to_signed_in
@gives_file
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Always a download of plain bytes under our own name: what came in from outside is never shown as a page."""
    found = visible_or_404(Document, request.viewer, pk=pk)
    record_look(request, "document", case_id=found.case_id, document_id=found.pk)
    try:
        content = content_of(found)
    except Refusal as refusal:
        return render(request, "documents/changed.html", {"sentence": said(refusal)}, status=409)
    name = safe_file_name("document", str(found.pk), extension=ending_of(found.name))
    return download(content, name, "application/octet-stream")
