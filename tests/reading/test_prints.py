"""PDFs as printers of forms draw them: shaded labels, bands of colour, stuck labels. No printed word is lost."""

import io
import re

import pdfplumber
import pytest

from marac.opening import open_file
from marac.reading import read
from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.scoring import DRAWN

PRINTS = sorted(path.name for path in DRAWN.glob("*.pdf"))
GREY, BLACK = "0.9 g", "0 g"


def shaded(x: int, y: int, wide: int, high: int) -> list[str]:
    return [GREY, f"{x} {y} {wide} {high} re f", BLACK]


def boxed(x: int, y: int, wide: int, high: int) -> list[str]:
    return [f"{x} {y} {wide} {high} re S"]


def labelled(*rows: tuple[str, str], top: int = 760) -> list[str]:
    """A row for each label, which stands on a ground of its own, and its answer on none."""
    drawn = []
    for number, (label, answer) in enumerate(rows):
        y = top - 22 * number
        drawn += [*shaded(50, y - 6, 140, 20), words(54, y, label), words(200, y, answer)]
    return drawn


def told(*drawn: str):
    return read(pdf(page(*drawn)), "print.pdf").content


LETTERS = re.compile(r"[A-Za-z]{4,}")


def printed(content: bytes) -> list[set[str]]:
    """The words of each page."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [set(LETTERS.findall(each.extract_text(x_tolerance=2) or "")) for each in document.pages]


@pytest.mark.parametrize("name", PRINTS)
def test_every_word_of_a_print_stands_in_a_block(name):
    """But for what is said again and again at the head or the foot of its pages."""
    content = (DRAWN / name).read_bytes()
    blocks = open_file(content, name)
    texts = [text for block in blocks for text in (block.text, *(cell.text for row in block.rows for cell in row))]
    held = {word for text in texts for word in LETTERS.findall(text.words)}
    pages = printed(content)

    assert {word for word in set.union(*pages) - held if sum(word in page for page in pages) < 2} == set()


def test_an_answer_beside_a_shaded_label_is_read():
    rows = [("Person at risk", ""), ("Name", "Ada HOLLIS"), ("Date of birth", "01/02/1990"), ("Mobile", "07700 900123")]
    victim = told(*labelled(*rows))["victims"][0]

    assert (victim["surname"], victim["dob"], victim["phones"][0]["number"]) == ("Hollis", "1990-02-01", "07700900123")


def test_a_band_behind_the_heads_of_columns_is_no_table_of_its_own():
    rows = [("Name", "Born", "Sex", "Lives with", "School"), ("Mia HOLLIS", "05/06/2018", "", "Mother", "Elm Infants")]
    rows += [("Kit HOLLIS", "07/08/2015", "M", "", "Elm Juniors")]
    at = (50, 160, 250, 320, 420)
    drawn = [words(50, 790, "Children", bold=True), *shaded(48, 754, 480, 18)]
    for number, row in enumerate(rows):
        drawn += [words(x, 758 - 24 * number, each) for x, each in zip(at, row, strict=True) if each]
    children = told(*drawn)["children"]

    assert [(child["forenames"], child["gender"], child["school"]) for child in children] == [
        ("Mia", None, "Elm Infants"),
        ("Kit", "male", "Elm Juniors"),
    ]


def test_a_label_that_is_stuck_on_the_form_is_read_in_its_box():
    label = ["HOLLIS, Ada Jane", "DOB 01-Feb-1990   NHS 999 012 3454", "12 Mill Row, Westmoor ZZ1 4MR"]
    drawn = [words(50, 800, "Westmoor Infirmary"), words(50, 785, "Affix patient label"), words(50, 770, "Referral")]
    drawn += [*boxed(320, 755, 230, 60), *(words(330, 800 - 15 * n, each) for n, each in enumerate(label))]
    drawn += labelled(("Alleged perpetrator", ""), ("Name", "Karl VOSS"), ("Relationship", "Husband"), top=700)
    content = told(*drawn)

    victim = content["victims"][0]
    assert (victim["surname"], victim["dob"], victim["addresses"][0]["postcode"]) == ("Hollis", "1990-02-01", "ZZ1 4MR")
    assert [person["surname"] for person in content["perpetrators"]] == ["Voss"]
