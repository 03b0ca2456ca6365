"""A clean copy reads as the document does, and holds nothing that its pages do not show."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from marac.cleaning.copy import clean_copy, has_clean_copy
from marac.cleaning.pdf import bare_pdf
from marac.cleaning.pictures import bare_picture
from marac.cleaning.word import bare_word
from marac.kernel.refusal import Refusal
from marac.reading import read
from tests.inbox.letters import SAMPLES
from tests.reading import layouts

OWN = {each.SOURCE: each.document for each in layouts.EVERY if has_clean_copy(each.SOURCE)}
GIVEN = {each.name: each.read_bytes for each in sorted((SAMPLES / "intake").iterdir()) if has_clean_copy(each.name)}
WAYS = {"docx": bare_word, "pdf": bare_pdf}
SECRET = "Mill Row"


def every_word_of(content):
    """Of every part of a Word file, whatever a page shows of it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"\n".join(package.read(name) for name in package.namelist()).decode("utf-8", "replace")


def saved(document):
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize("name", OWN | GIVEN)
def test_a_clean_copy_reads_as_the_document_does(name):
    content = (OWN | GIVEN)[name]()

    assert read(WAYS[name.rpartition(".")[2]](content), name).content == read(content, name).content


def _deleted(paragraph):
    paragraph._p.append(_element("w:del", SECRET, "w:delText"))


def _element(around, words, tag="w:t"):
    run, text, outside = OxmlElement("w:r"), OxmlElement(tag), OxmlElement(around)
    text.text = words
    run.append(text)
    outside.append(run)
    return outside


def _hidden(paragraph):
    paragraph.add_run(SECRET).font.hidden = True


def _hidden_by_style(paragraph):
    style = paragraph.part.document.styles.add_style("Unseen", 2)
    style.font.hidden = True
    paragraph.add_run(SECRET, style)


def _moved_away(paragraph):
    paragraph._p.append(_element("w:moveFrom", SECRET))


def _commented(paragraph):
    paragraph.part.document.add_comment(paragraph.runs, text=SECRET, author="Una Sorrel")


def _author(paragraph):
    paragraph.part.document.core_properties.author = SECRET
    paragraph.part.document.core_properties.comments = SECRET


def _row_deleted(paragraph):
    row = paragraph.part.document.add_table(1, 1).rows[0]
    row.cells[0].text = SECRET
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:del"))


def _template(paragraph):
    settings = paragraph.part.document.settings.element
    found = OxmlElement("w:docVars")
    one = OxmlElement("w:docVar")
    one.set(qn("w:val"), SECRET)
    found.append(one)
    settings.append(found)


HIDING = (_deleted, _hidden, _hidden_by_style, _moved_away, _commented, _author, _row_deleted, _template)


@pytest.mark.parametrize("hide", HIDING)
def test_what_a_page_of_word_does_not_show_is_in_no_part_of_the_copy(hide):
    document = Document()
    hide(document.add_paragraph("She asked for help."))
    content = saved(document)
    assert SECRET in every_word_of(content)

    clean = bare_word(content)

    assert SECRET not in every_word_of(clean)
    assert "Una Sorrel" not in every_word_of(clean)
    assert [each.text for each in Document(io.BytesIO(clean)).paragraphs] == ["She asked for help."]


def test_what_was_written_in_while_changes_were_tracked_stays_and_not_who_wrote_it():
    document = Document()
    inserted = _element("w:ins", "In the yard.")
    inserted.set(qn("w:author"), SECRET)
    document.add_paragraph("He waited. ")._p.append(inserted)

    clean = bare_word(saved(document))

    assert [each.text for each in Document(io.BytesIO(clean)).paragraphs] == ["He waited. In the yard."]
    assert SECRET not in every_word_of(clean)


def test_nothing_of_the_copy_is_fetched_from_elsewhere_and_a_link_stays():
    document = Document()
    document.part.relate_to("https://track.example.org/seen.png", "http://x/relationships/image", is_external=True)
    document.part.relate_to("https://www.example.org/", "http://x/relationships/hyperlink", is_external=True)

    kept = every_word_of(bare_word(saved(document)))

    assert "track.example.org" not in kept
    assert "www.example.org" in kept


def test_a_photograph_keeps_its_pixels_and_not_its_place():
    made, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = SECRET
    Image.new("RGB", (40, 30), "green").save(made, "JPEG", exif=exif)
    assert SECRET.encode() in made.getvalue()

    clean = bare_picture(made.getvalue())

    assert SECRET.encode() not in clean
    assert Image.open(io.BytesIO(clean)).size == (40, 30)


def noted(content):
    """A PDF with a note on its page, a word of who made it, a file inside and an earlier version beneath."""
    made = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    made.add_metadata({"/Author": SECRET})
    made.add_attachment("notes.txt", SECRET.encode())
    made.add_annotation(0, FreeText(text=SECRET, rect=(50, 50, 200, 80)))
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"alert('{SECRET}')")}
    made.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    kept = io.BytesIO()
    made.write(kept)
    return kept.getvalue()


def every_object_of(content):
    reader = PdfReader(io.BytesIO(content))
    found = []
    for number in sorted({each for held in reader.xref.values() for each in held} | set(reader.xref_objStm)):
        one = reader.get_object(number)
        found.append(one.get_data().decode("latin-1") if hasattr(one, "get_data") else str(one))
    return "\n".join(found)


def test_what_a_page_of_a_pdf_does_not_show_is_in_no_object_of_the_copy():
    content = noted((SAMPLES / "intake" / "avonbrook-referral.pdf").read_bytes())
    assert every_object_of(content).count(SECRET) >= 4

    clean = bare_pdf(content)

    assert SECRET not in every_object_of(clean)
    assert SECRET.encode() not in clean


def test_a_pdf_that_hides_a_layer_is_not_given_on():
    made = PdfWriter(clone_from=PdfReader(SAMPLES / "intake" / "avonbrook-referral.pdf"))
    off = DictionaryObject({NameObject("/OFF"): ArrayObject([DictionaryObject()])})
    made.root_object[NameObject("/OCProperties")] = DictionaryObject({NameObject("/D"): off})
    kept = io.BytesIO()
    made.write(kept)

    with pytest.raises(Refusal, match="hidden"):
        bare_pdf(kept.getvalue())


@pytest.mark.parametrize(("content", "name"), [(b"%PDF-1.4 and no more", "a.pdf"), (b"PK\x03\x04 nothing", "a.docx")])
def test_of_what_is_damaged_no_copy_is_made_and_the_sentence_says_so(content, name):
    with pytest.raises(Refusal, match="damaged"):
        clean_copy(content, name)


def test_it_is_made_in_a_process_of_its_own():
    name = "norbrook-tolliver.docx"
    content = (SAMPLES / "intake" / name).read_bytes()

    assert clean_copy(content, name) == bare_word(content)


def test_of_a_mail_there_is_no_clean_copy():
    assert [has_clean_copy(name) for name in ("a.docx", "b.PDF", "c.eml", "d.msg", "e.xlsx")] == [
        True,
        True,
        *[False] * 3,
    ]
