"""Handing a kept file back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import gives_file
from marac.access.requires import open_to_signed_in, visible_or_404
from marac.cases.door import record_look
from marac.cleaning.copy import clean_copy
from marac.documents.forms import OpenForm
from marac.documents.models import Document
from marac.documents.operations import open_original
from marac.documents.queries import content_of
from marac.documents.rules import ending_of
from marac.kernel.refusal import Refusal
from marac.kernel.text import safe_file_name
from marac.ui.formpage import FormPage
from marac.ui.pages import download, page_before
from marac.ui.refusals import said


@open_to_signed_in
@gives_file
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """Always a download of plain bytes under our own name: what came in from outside is never shown as a page. Of a
    referral or message as it came, whoever opens it says why."""
    found = visible_or_404(Document, request.viewer, pk=pk)
    record_look(request, "document", case_id=found.case_id, document_id=found.pk)
    form = OpenForm(request.POST or None, name=found.name)
    if found.kind in Document.AS_IT_CAME and not (request.method == "POST" and form.is_valid()):
        return render(request, "ui/form.html", {"form": form, "page": _asks_why(request, found)})
    try:
        content = _content(request, found, form)
    except Refusal as refusal:
        return render(request, "documents/changed.html", {"sentence": said(refusal)}, status=409)
    name = safe_file_name("document", str(found.pk), extension=ending_of(found.name))
    return download(content, name, "application/octet-stream")


def _content(request: HttpRequest, document: Document, form: OpenForm) -> bytes:
    if document.kind in Document.AS_IT_CAME:
        content = open_original(viewer=request.viewer, document=document, **form.given)
        return clean_copy(content, document.name) if form.given["clean"] else content
    return content_of(document)


def _asks_why(request: HttpRequest, document: Document) -> FormPage:
    return FormPage(
        heading=_("Open it as it came"),
        caption=_("Document %(number)s") % {"number": document.pk},
        button=_("Download the file"),
        back=page_before(request) or reverse("office:today"),
        intro=_(
            "Nothing that its pages show is withheld. It may say where somebody lives or hides, which number is safe "
            "to ring, who told an agency something, and what was said of everybody in it. Keep no copy on your device."
        ),
    )
