"""A PDF without its history: its pages and what is filled in, and nothing of who made them, of notes or of versions."""

import io
from collections.abc import Iterable

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

# What acts, and what editors left behind.
OF_A_PAGE = ("/Metadata", "/AA", "/PieceInfo", "/LastModified", "/Thumb", "/AF", "/B")
OF_A_FIELD = ("/A", "/AA", "/TM", "/M", "/NM", "/PMD", "/AF")
FIELD, LINK = "/Widget", "/Link"
DAMAGED = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError)
HAS_LAYERS = _("This PDF holds pages that are hidden until somebody shows them, so no clean copy of it is made.")
NOT_CLEANED = _("No clean copy of this PDF could be made: it is damaged.")


def bare_pdf(content: bytes) -> bytes:
    """The same pages with what is filled in. Raises Refusal where it is damaged, or hides pages in layers."""
    try:
        given, made = PdfReader(io.BytesIO(content)), PdfWriter()
        root = given.trailer["/Root"].get_object()
        if _hides_layers(root):
            raise Refusal(HAS_LAYERS)
        for page in given.pages:
            _drop(page, OF_A_PAGE)
            _keep_fields(page)
            made.add_page(page)
        _keep_form(root, made)
        made.metadata = None
        kept = io.BytesIO()
        made.write(kept)
        return kept.getvalue()
    except DAMAGED as error:
        raise Refusal(NOT_CLEANED) from error


def _hides_layers(root: DictionaryObject) -> bool:
    """Whether pages hold something that is drawn only when somebody switches it on."""
    layers = root.get("/OCProperties")
    shown = layers.get_object().get("/D") if layers is not None else None
    return shown is not None and bool(shown.get_object().get("/OFF") or shown.get_object().get("/BaseState") == "/OFF")


def _keep_form(root: DictionaryObject, made: PdfWriter) -> None:
    """The fields as one form, so that what is filled in is still told which question it answers."""
    form = root.get("/AcroForm")
    if form is not None:
        _drop(form.get_object(), ("/XFA",))
        made.root_object[NameObject("/AcroForm")] = form.get_object().clone(made)


def _drop(held: DictionaryObject, names: Iterable[str]) -> None:
    for name in names:
        held.pop(NameObject(name), None)


def _keep_fields(page: DictionaryObject) -> None:
    """Of the marks on a page, the fields of its form: every note, stamp and drawn line goes."""
    if "/Annots" not in page:
        return
    kept = ArrayObject()
    for each in page["/Annots"].get_object():
        mark = each.get_object()
        if mark.get("/Subtype") == FIELD:
            _drop(mark, OF_A_FIELD)
            kept.append(each)
    page[NameObject("/Annots")] = kept
