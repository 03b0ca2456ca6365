"""What a document may be called and how large it may be."""

import pytest

from marac.documents.rules import check_size, clean_name, ending_of
from marac.kernel.refusal import Refusal


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("form.docx", "form.docx"),
        ("C:\\Users\\ann\\form.docx", "form.docx"),
        ("../../etc/form.docx", "form.docx"),
        ("a\u202excod.exe", "axcod.exe"),
        ("two\nlines.pdf", "two lines.pdf"),
        ("", "document"),
        ("folder/", "document"),
    ],
)
def test_a_name_is_kept_without_folders_or_hidden_characters(given, kept):
    assert clean_name(given) == kept


def test_a_long_name_keeps_its_ending():
    name = clean_name("a" * 400 + ".docx")

    assert (len(name), name[-6:]) == (200, "a.docx")


def test_a_long_name_without_an_ending_is_cut():
    assert clean_name("a" * 400) == "a" * 200


@pytest.mark.parametrize(("name", "ending"), [("form.DOCX", "docx"), ("form", ""), ("a.b.pdf", "pdf")])
def test_the_ending_is_what_follows_the_last_dot(name, ending):
    assert ending_of(name) == ending


def test_an_empty_file_and_one_past_the_limit_are_refused():
    for content in (b"", b"12345"):
        with pytest.raises(Refusal):
            check_size(content, 4)


def test_a_file_at_the_limit_is_taken():
    assert check_size(b"1234", 4) is None
