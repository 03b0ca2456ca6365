"""Tells by their words the heads and columns of a table of telephone numbers."""

import re
from collections.abc import Iterable

from marac.kernel.identifiers import PHONE_IN_TEXT
from marac.written.blocks import Cell
from marac.written.text import plain

WAYS = (
    ("safe_to_text", re.compile(r"\b(?:texts?|texted|sms|whatsapp)\b")),
    ("safe_to_leave_message", re.compile(r"\b(?:voice ?mails?|messages?|msgs?|answer ?phone|v mail|vm)\b")),
    ("safe_to_call", re.compile(r"\b(?:ring|rung|calls?|phone|telephone|safe|ok|use|voice)\b")),
)
WHOSE = re.compile(r"\b(?:whose|who|which|belongs?|owner|person)\b")
HEAD = re.compile(r"\b(?:numbers?|phones?|telephones?|tel|mobiles?|contact)\b")
MOST_OF_A_HEAD = 6  # words
MOST_WITH_A_NUMBER = 60  # characters of a cell that is a number, and whose or which it is
NO_NUMBER = re.compile(r"\W*|none\b.{0,20}|n/?a|not (?:known|given|held)|unknown|no (?:land ?line|mobile|phone)", re.I)


def is_head(cell: Cell) -> bool:
    """A few words without a number or a mail address."""
    words = cell.text.words
    return len(words.split()) <= MOST_OF_A_HEAD and not re.search(r"\d|@", words)


def are_numbers(cells: Iterable[Cell]) -> bool:
    """Every cell is one telephone number, with a word of whose it is at most, or says that there is none."""
    told = [cell.text.words.strip() for cell in cells]
    held = [words for words in told if not NO_NUMBER.fullmatch(words)]
    return bool(held) and all(
        len(PHONE_IN_TEXT.findall(words)) == 1 and len(words) < MOST_WITH_A_NUMBER for words in held
    )


def way(words: str) -> str | None:
    """The field that a head over answers about numbers asks for: one of the ways of `WAYS`."""
    bare = plain(words)
    return next((field for field, said in WAYS if said.search(bare) and not WHOSE.search(bare)), None)


def asks_whose(cell: Cell) -> bool:
    """Whose number it is."""
    return WHOSE.search(plain(cell.text.words)) is not None


def asks_number(cell: Cell) -> bool:
    """A telephone number."""
    return HEAD.search(plain(cell.text.words)) is not None
