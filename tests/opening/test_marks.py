"""What was done to the words of a page, and what its fonts of signs show, is part of what was answered."""

import pytest
from pikepdf import Array, Dictionary, Name, String

from marac.answers.choices import yes_no
from marac.opening import open_file, signs
from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.markup import p, word

QUESTION = [words(40, 740, "Told?"), words(140, 740, "Yes"), words(164, 740, "/"), words(172, 740, "No")]


def note(kind: str, x: float, y: float, width: float, height: float = 14, **rest) -> Dictionary:
    """What a PDF reader puts on top of a page, such as a highlighter's line."""
    where = Array([x, y, x + width, y + height])
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=where, **rest)


def answer(content: bytes) -> bool | None:
    (block,) = open_file(content, "form.pdf")
    return yes_no(block.text if block.kind == "line" else block.rows[0][-1].text).value


@pytest.mark.parametrize(("left", "width", "told"), [(139, 18, True), (171, 15, False)])
def test_a_highlighters_ink_behind_an_answer_chooses_it(left, width, told):
    assert answer(pdf(page(f"1 1 0 rg {left} 738 {width} 11 re f 0 g", *QUESTION))) is told


@pytest.mark.parametrize("band", ["0.9 g 30 738 300 11 re f 0 g", "1 1 0 rg 30 720 300 60 re f 0 g"])
def test_a_band_of_grey_or_of_more_than_a_line_chooses_nothing(band):
    blocks = open_file(pdf(page(band, *QUESTION)), "form.pdf")

    texts = [block.text if block.kind == "line" else block.rows[0][-1].text for block in blocks]
    assert [yes_no(text).value for text in texts] == [None]


@pytest.mark.parametrize(
    ("kind", "left", "told"),
    [("Highlight", 171, False), ("Circle", 171, False), ("Ink", 139, True), ("StrikeOut", 171, True)],
)
def test_what_a_reader_marked_on_top_of_the_page_counts(kind, left, told):
    assert answer(pdf(page(*QUESTION), fields={0: [note(kind, left, 738, 18)]})) is told


def test_what_was_typed_onto_a_page_without_fields_is_read_where_it_stands():
    typed = note("FreeText", 140, 716, 200, Contents=String("07700 900123"))
    blocks = open_file(pdf(page(words(40, 720, "Telephone"), words(40, 700, "Work")), fields={0: [typed]}), "form.pdf")

    told = [
        block.text.words if block.kind == "line" else [cell.text.words for row in block.rows for cell in row]
        for block in blocks
    ]
    assert "07700 900123" in str(told[0])


@pytest.mark.parametrize(
    ("letters", "font", "seen"),
    [
        ("4", "ZapfDingbats", "✔"),
        ("8", "ABCDEF+ZapfDingbats", "✘"),
        ("þ", "Wingdings-Regular", "☑"),
        ("\uf0a8", "Wingdings", "☐"),
        ("R", "Wingdings2", "☑"),
        ("a", "Webdings", "✓"),
        ("4", "Helvetica", "4"),
        ("zz", "Wingdings", "zz"),
    ],
)
def test_letters_of_a_font_of_signs_are_the_signs(letters, font, seen):
    assert signs.of(letters, font) == seen


@pytest.mark.parametrize(
    ("code", "font", "seen"),
    [
        (0xF0FE, "Wingdings", "☑"),
        (0xFE, "", ""),
        (0x2612, "MS Gothic", "☒"),
        (0xF028, "Wingdings", ""),
        (0xD800, "", ""),
    ],
)
def test_a_symbol_of_word_is_a_sign_a_letter_or_a_picture_that_says_nothing(code, font, seen):
    assert signs.symbol(code, font) == (seen or ("þ" if code == 0xFE else ""))


def test_words_in_a_font_of_signs_are_signs_in_word_too():
    run = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>þ</w:t></w:r>'
    (block,) = open_file(word(p(run, '<w:r><w:t xml:space="preserve"> Yes</w:t></w:r>')), "form.docx")

    assert block.text.words == "☑ Yes"
