"""What is drawn on a page tells what stands together: lines cut at the columns, and boxes beside other words."""

from itertools import pairwise

import pytest

from marac.opening import open_file
from tests.reading.documents import pdf
from tests.reading.layouts.pdfs import check_field, text_field, words
from tests.reading.layouts.pdfs import pdf as form_pdf

EDGES = [40, 110, 170, 250, 400]
ROWS = [
    ["Name", "Born", "Relation", "Lives at"],
    ["Kit HOLLIS-LOWE", "05-Nov-2016", "Grandson", "Same as patient"],
    ["Zara LOWE", "17-Aug-2020", "Granddaughter", "With her mother"],
]


def cut_line(y: float) -> str:
    """A line in pieces that meet where the columns do, as a browser prints the lower borders of cells."""
    return " ".join(f"{left} {y} {right - left} 0.7 re f" for left, right in pairwise(EDGES))


def ruled(top: float, rows: list[list[str]]) -> str:
    drawn = ""
    for number, row in enumerate(rows):
        y = top - number * 16
        drawn += " ".join(words(x + 2, y, cell, 8) for x, cell in zip(EDGES, row, strict=False))
        drawn += " " + cut_line(y - 4) + " "
    return drawn


def blocks(drawing: str):
    return open_file(pdf(drawing), "print.pdf")


def cells(block) -> list[list[str]]:
    return [[cell.text.words for cell in row] for row in block.rows]


def test_lines_cut_at_the_columns_are_a_table_however_near_its_words_stand():
    told = blocks(words(40, 760, "Children") + " " + ruled(720, ROWS))

    assert [block.kind for block in told] == ["line", "table"]
    assert cells(told[1]) == ROWS


def test_a_band_between_two_of_them_is_a_heading_and_no_row():
    band = "0.8 g 40 655 360 14 re f 0 g " + words(42, 659, "Another", 9)
    told = blocks(f"{ruled(720, ROWS)} {band} {ruled(640, ROWS)}")

    assert [block.kind for block in told] == ["table", "line", "table"]
    assert cells(told[0]) == cells(told[2]) == ROWS


@pytest.mark.parametrize("text", ["He has told her that nobody will believe a word", "Kit told her"])
def test_words_that_run_over_the_columns_are_no_row(text):
    told = blocks(f"{words(84, 735, text, 9)} {ruled(720, ROWS)}")

    assert told[0].text.words == text
    assert cells(told[1]) == ROWS


def test_a_postcode_beneath_an_address_belongs_to_it():
    told = blocks(" ".join([words(40, 720, "9 Fern Court, Westmoor"), words(40, 708, "ZZ1 9XX")]))

    assert [block.text.words for block in told] == ["9 Fern Court, Westmoor ZZ1 9XX"]


def test_a_band_and_the_field_beneath_its_end_are_no_table():
    """Whose frames nearly touch it, as forms that are filled in on a screen are often drawn."""
    drawn = "0.3 0.2 0.5 rg 40 747 515 16 re f 0 g 0.8 0.8 1 rg 100 732 200 14 re B 355 732 200 14 re B 0 g "
    drawn += " ".join([words(45, 751, "Client", 9), words(40, 735, "Surname", 9), words(305, 735, "Forenames", 8)])
    typed = [text_field(100, 732, "a", "Hollis"), text_field(355, 732, "b", "Ada")]

    told = open_file(form_pdf(drawn, fields={0: typed}), "form.pdf")

    assert [block.text.words for block in told] == ["Client", "Surname    Hollis    Forenames    Ada"]


def test_a_question_with_boxes_behind_it_does_not_flow_into_the_heading_beneath():
    drawn = " ".join(
        [
            words(40, 420, "Is he gay, bisexual or trans?", 9),
            *(words(x, 420, said, 9) for x, said in ((365, "Yes"), (435, "No"), (505, "Not asked"))),
            words(40, 407, "Partner / ex-partner / family member who is abusing him", 9),
        ]
    )
    ticks = [check_field(x, 418, name, None, full=name == "b") for x, name in ((350, "a"), (420, "b"), (490, "c"))]

    told = open_file(form_pdf(drawn, fields={0: ticks}), "form.pdf")

    assert told[-1].text.words == "Partner / ex-partner / family member who is abusing him"
