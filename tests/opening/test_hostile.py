"""Files that are meant to do harm, or are not what they say, are refused with a sentence."""

import io
import time
import zipfile

import pytest

from marac.kernel.refusal import Refusal
from marac.opening import guard
from marac.reading import read, read_safely
from tests.reading import documents

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
FORM = documents.form([["Victim name", "Ada Hollis"]])


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 80_000_000)
    return held.getvalue()


def many_parts() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for number in range(2100):
            package.writestr(f"word/{number}.xml", b"x")
    return held.getvalue()


def lying_directory() -> bytes:
    """The directory says 10 bytes; the part holds far more."""
    plain = documents.with_part(FORM, "word/document.xml", b"<a>" + b" " * 200_000 + b"</a>")
    at = plain.rfind(b"word/document.xml") - 46
    return plain[: at + 24] + (10).to_bytes(4, "little") + plain[at + 28 :]


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>'
BLANK = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
HOSTILE = [
    ("empty", b"", "form.docx", "empty"),
    ("white space", b"  \n ", "form.eml", "empty"),
    ("huge", b"a" * (25 * 1024 * 1024 + 1), "form.pdf", "25 MB"),
    ("text as word", b"hello there", "form.docx", "not what its name says"),
    ("word as pdf", FORM, "form.pdf", "not what its name says"),
    ("program", b"MZ\x90\0" + b"\0" * 200, "form.docx", "not what its name says"),
    ("picture", b"\xff\xd8\xff\xe0" + b"\0" * 200, "form.jpg", "This is a picture"),
    ("picture as word", b"\x89PNG\r\n" + b"\0" * 200, "form.docx", "This is a picture"),
    ("word named as old word", FORM, "form.doc", "under the right name"),
    ("spreadsheet", documents.with_part(FORM, "word/document.xml", b""), "list.xlsx", "tracker of cases"),
    ("blank word", documents.with_part(FORM, "word/document.xml", BLANK), "form.docx", "Nothing is written"),
    ("no ending", FORM, "form", "not what its name says"),
    ("old word", OLE, "form.doc", "save it as .docx"),
    ("outlook damaged", OLE + "__substg1.0".encode("utf-16-le"), "mail.msg", "damaged"),
    ("locked word", OLE + "EncryptedPackage".encode("utf-16-le"), "form.docx", "password"),
    ("locked pdf", documents.pdf("") + b" /Encrypt 5 0 R", "form.pdf", "password"),
    ("macro ending", FORM, "form.docm", "macros"),
    ("macros", documents.with_part(FORM, "word/vbaProject.bin", b"x"), "form.docx", "macros"),
    ("bomb", bomb(), "form.docx", "unpacks"),
    ("many parts", many_parts(), "form.docx", "unpacks"),
    ("lying directory", lying_directory(), "form.docx", "again"),
    ("external entity", documents.with_part(FORM, "word/document.xml", ENTITY), "form.docx", "again"),
    ("inner entities", documents.with_part(FORM, "word/document.xml", LAUGHS), "form.docx", "again"),
    ("half a zip", FORM[: len(FORM) // 2], "form.docx", "again"),
    ("half a pdf", b"%PDF-1.4\n1 0 obj", "form.pdf", "upload"),
    ("picture pdf", documents.pdf("0 0 m 100 100 l S"), "form.pdf", "picture"),
]


@pytest.mark.parametrize(
    ("content", "name", "words"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE]
)
def test_it_is_refused_with_what_to_do(content, name, words):
    with pytest.raises(Refusal) as refusal:
        read(content, name)

    assert words in refusal.value.sentence


def test_a_zip_bomb_is_refused_in_under_a_second():
    content = bomb()
    started = time.perf_counter()

    with pytest.raises(Refusal):
        guard.check_file(content, "form.docx")

    assert time.perf_counter() - started < 1


def test_a_form_read_in_a_child_process_reads_the_same():
    assert read_safely(FORM, "form.docx").as_plain() == read(FORM, "form.docx").as_plain()


def test_a_refusal_in_the_child_is_a_refusal_here():
    with pytest.raises(Refusal, match="picture"):
        read_safely(documents.pdf("0 0 m 100 100 l S"), "form.pdf")


def test_a_file_that_takes_too_long_is_given_up():
    with pytest.raises(Refusal, match="too long"):
        read_safely(FORM, "form.docx", seconds=0.001)


def test_a_file_that_eats_memory_is_given_up_and_harms_nobody():
    drawing = "BT /F1 9 Tf " + "1 0 0 1 9 9 Tm (word) Tj " * 900_000 + "ET"

    with pytest.raises(Refusal):
        read_safely(documents.pdf(drawing), "form.pdf", seconds=8)


def test_deeply_nested_tables_do_not_bring_it_down():
    nested = "<w:p/>"
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}<w:p/></w:tc></w:tr></w:tbl>"

    assert read(documents.body(nested), "form.docx").content["victims"] == []


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.docx", "C:\\forms\\a.docx", "-c.docx", "a" * 300 + ".docx", "a\u202excod.docx"]
)
def test_a_strange_name_is_harmless(name):
    assert read_safely(FORM, name).content["victims"][0]["surname"] == "Hollis"
