"""A sheet becomes a PDF that a second program reads: tagged, titled, in its language, with every page marked."""

import io

import pdfplumber
import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marac.printing.blocks import Facts, Heading, Items, Sheet, Table, Text
from marac.printing.pdf import print_pdf


def sheet(*blocks, language="en-gb"):
    return Sheet(
        title="Minutes of 3 March 2026, issue 2",
        language=language,
        marking="OFFICIAL-SENSITIVE",
        copy_for="Copy for Eastmere Housing",
        foot="Issue 2, 3 March 2026",
        blocks=[Heading("Minutes", level=1), *blocks],
    )


def texts(pdf):
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def tags(pdf):
    """The names of the elements of its tag tree, in their order."""
    opened = pikepdf.open(io.BytesIO(pdf))
    found, waiting = [], [opened.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting.extend(reversed(list(node)))
        elif isinstance(node, pikepdf.Dictionary):
            found += [str(node.S)] if "/S" in node else []
            waiting += [node.K] if "/K" in node else []
    return found


def test_it_says_what_it_is_called_and_in_which_language_and_that_it_is_tagged():
    opened = pikepdf.open(io.BytesIO(print_pdf(sheet(Text("Attended twice.")))))

    assert str(opened.docinfo["/Title"]) == "Minutes of 3 March 2026, issue 2"
    assert str(opened.Root.Lang) == "en-GB"
    assert bool(opened.Root.MarkInfo.Marked)
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert "<pdfuaid:part>1</pdfuaid:part>" in opened.Root.Metadata.read_bytes().decode()


def test_it_is_in_welsh_where_the_words_are():
    assert str(pikepdf.open(io.BytesIO(print_pdf(sheet(language="cy")))).Root.Lang) == "cy"


def test_headings_lists_and_the_heads_of_tables_are_told_to_a_screen_reader():
    pdf = print_pdf(
        sheet(
            Heading("Case FS/26/017"),
            Facts([("Venue", "Town Hall")]),
            Items(["One", "Two"]),
            Table((1, 3), ("Agency", "Action"), [("Eastmere Housing", "Fit a new lock.")]),
        )
    )

    found = tags(pdf)

    assert [found.count(each) for each in ("/H1", "/H2", "/L", "/Table", "/TH", "/TD")] == [1, 1, 2, 1, 2, 2]


def test_whose_it_is_stands_on_every_page():
    pages = texts(print_pdf(sheet(*(Heading(f"Case {number}", new_page=True) for number in range(3)))))

    assert len(pages) == 4
    assert all("Copy for Eastmere Housing" in page and "Issue 2, 3 March 2026" in page for page in pages)
    assert ["1/4" in pages[0].replace(" ", ""), "4/4" in pages[3].replace(" ", "")] == [True, True]


@pytest.mark.parametrize("text", ['#read("/etc/passwd")', "*bold* _it_ $x$ @ref <label> // note", "\\ #{1+1} [x]"])
def test_words_are_printed_and_never_obeyed(text):
    assert text in texts(print_pdf(sheet(Text(text))))[0]


def test_a_letter_that_no_font_has_stands_as_its_code():
    assert "He said [U+40000] to her" in texts(print_pdf(sheet(Text("He said \U00040000 to her"))))[0]


def test_more_letters_without_a_font_than_are_tried_are_all_coded():
    odd = "".join(chr(0x40000 + number) for number in range(60))

    assert "[U+40000]" in texts(print_pdf(sheet(Text(odd))))[0]


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=40))
def test_anything_that_was_typed_can_be_printed(text):
    assert print_pdf(sheet(Text(text), Facts([(text, text)]), Table((1,), (text,), [(text,)]))).startswith(b"%PDF-")


def row_of(words, number):
    return (f"row{number}", " ".join(f"r{number}w{at}" for at in range(words)))


def test_no_row_of_a_table_is_torn_over_two_pages():
    found = texts(print_pdf(sheet(Table((1, 3), ("Agency", "Action"), [row_of(60, each) for each in range(40)]))))

    ends = [(f"r{each}w0 ", f"r{each}w59") for each in range(40)]
    assert len(found) > 2
    assert [any(first in page and last in page for page in found) for first, last in ends] == [True] * 40


@pytest.mark.parametrize("widths", [(1, 3), (1, 12), (12, 1)])
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_row_that_is_taller_than_a_page_is_printed_whole(widths, between):
    """Every word stands on a page: above its foot and below its head, where it can be read."""
    row = tuple(each.replace(" ", between) for each in row_of(2500, 1))
    with pdfplumber.open(io.BytesIO(print_pdf(sheet(Table(widths, ("Agency", "Action"), [row]))))) as file:
        seen = {
            each["text"] for page in file.pages for each in page.extract_words() if each["bottom"] < page.height - 40
        }

    assert {f"r1w{at}" for at in range(2500)} <= seen
