"""Files that once brought the reader down or made it slow, found by python -m bench.fuzz: read or refused, and soon."""

import contextlib
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from marac.kernel.refusal import Refusal
from marac.reading import read
from tests.reading import documents

FUZZED = sorted((Path(__file__).parent / "fuzzed").iterdir())
IN_TIME = 5  # seconds, in which a mail of 10 MB must be read
SOON = 3  # seconds; the aim for a form is 1, on a machine that does nothing else


def crowd() -> bytes:
    lines = "\n".join(f"PERPETRATOR {n}\n- Name: Nico Marchetti\n- DOB: 30.01.1990" for n in range(400))
    return documents.mail(f"VICTIM\n- Name: Ada Hollis\n{lines}")


LONG = {
    "names without an end": (lambda n: f"Ada{'abcdefgh'[n % 8]} Hollis{'abcdefgh'[n % 7]} and ", 200_000),
    "children with their ages": (lambda n: f"her son Nico{'abcdefgh'[n % 8]} (aged {n % 17}), ", 100_000),
    "one word of capitals": (lambda n: "A", 40_000),
    "capitals and hyphens": (lambda n: "A-", 40_000),
    "addresses of one box": (lambda n: f"{n} Mill Row, Westmoor, ZZ{n % 9 + 1} {n % 9 + 1}AB; ", 40_000),
}


def told(kind: str) -> str:
    unit, size = LONG[kind]
    return "".join(unit(number) for number in range(size // len(unit(10))))


def damaged_inside() -> bytes:
    """A Word file whose compressed text does not unpack."""
    form = documents.form([["Victim name", "Ada HOLLIS"]])
    with zipfile.ZipFile(BytesIO(form)) as package:
        part = package.getinfo("word/document.xml")
    at = part.header_offset + 30 + len(part.filename)
    return form[:at] + bytes([7]) * 40 + form[at + 40 :]


@pytest.mark.parametrize("path", FUZZED, ids=lambda path: path.name)
def test_a_file_that_brought_it_down_is_read_or_refused_in_time(path):
    began = time.process_time()

    with contextlib.suppress(Refusal):
        read(path, path.name)

    assert time.process_time() - began < IN_TIME


def test_a_word_file_that_does_not_unpack_is_refused():
    with pytest.raises(Refusal, match="damaged"):
        read(damaged_inside(), "form.docx")


def test_a_list_of_hundreds_of_people_is_refused_soon():
    began = time.process_time()

    with pytest.raises(Refusal, match="more people than one referral"):
        read(crowd(), "list.eml")

    assert time.process_time() - began < SOON


def test_a_mail_of_hundreds_of_people_with_no_part_is_read_or_refused_soon():
    began = time.process_time()

    with contextlib.suppress(Refusal):
        read(FUZZED[0].parent / "many-named.eml", "many-named.eml")

    assert time.process_time() - began < SOON


@pytest.mark.parametrize("kind", LONG)
def test_a_long_letter_is_read_or_refused_soon(kind):
    letter = documents.mail("", html=f"<p>{told(kind)}</p>")
    began = time.process_time()

    with contextlib.suppress(Refusal):
        read(letter, "letter.eml")

    assert time.process_time() - began < SOON


@pytest.mark.parametrize("kind", LONG)
def test_a_long_answer_is_read_or_refused_soon(kind):
    form = documents.form([["Victim"], ["Name", "Ada Hollis"], ["Address", told(kind)]])
    began = time.process_time()

    with contextlib.suppress(Refusal):
        read(form, "form.docx")

    assert time.process_time() - began < SOON


def test_a_page_that_holds_more_than_print_can_is_refused():
    with pytest.raises(Refusal, match="holds more than can be read"):
        read(documents.pdf("BT /F1 9 Tf 40 700 Td (" + "x " * 25_000 + ") Tj ET"), "form.pdf")


def test_a_mail_of_more_lines_than_any_referral_has_is_refused_soon():
    letter = documents.mail("ZZ1 9BR\n07700 900441\n" * 6_000)
    began = time.process_time()

    with pytest.raises(Refusal, match="more lines than can be read"):
        read(letter, "letter.eml")

    assert time.process_time() - began < SOON


def test_a_line_that_is_said_thousands_of_times_is_shown_as_often_and_read_soon():
    letter = documents.mail("Nico Marchetti rang her again on 07700 900441.\n" * 3_000)
    began = time.process_time()

    reading = read(letter, "letter.eml")

    assert time.process_time() - began < SOON
    assert len(reading.pages) == 3_000
