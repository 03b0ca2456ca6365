"""Reads a table of telephone numbers: a line for each, with whose it is and in which ways it may be used."""

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from marac.answers.names import parse_name
from marac.kernel.identifiers import PHONE_IN_TEXT
from marac.labels.known import Label
from marac.labels.relations import PARTNERS
from marac.layout.gathered import Entry
from marac.layout.grids import Row
from marac.written.blocks import Block, Cell
from marac.written.text import Text, join, plain, tidy

if TYPE_CHECKING:
    from marac.questions.entries import Gatherer

WAYS = (
    ("safe_to_text", re.compile(r"\b(?:texts?|texted|sms|whatsapp)\b")),
    ("safe_to_leave_message", re.compile(r"\b(?:voice ?mails?|messages?|answer ?phone|v mail)\b")),
    ("safe_to_call", re.compile(r"\b(?:ring|rung|calls?|phone|telephone|safe|ok|use|voice)\b")),
)
WHOSE = re.compile(r"\b(?:whose|who|which|belongs?|owner)\b")
HEAD = re.compile(r"\b(?:numbers?|phones?|telephones?|tel|mobiles?|contact)\b")
OWN = re.compile(r"\b(?:own|mobile|landline|home|new|old|self|pay as you go)\b")
OF_NUMBERS = ("phone", "contact_note", "relationship_to_victim")
NO_CONTACTS = ("referrer", "child", "other", "police")  # of whom no number is a way to the victim
FEWEST_WAYS = 2
MOST_OF_A_HEAD = 6  # words
MOST_OF_AN_OWNER = 2  # words
OF = re.compile(r"\bof\b|[’']s\b")
MOST_WITH_A_NUMBER = 60  # characters of a cell that is a number, and whose or which it is
NO_NUMBER = re.compile(r"\W*|none\b.{0,20}|n/?a|not (?:known|given|held)|unknown|no (?:land ?line|mobile|phone)", re.I)


def in_table(gatherer: "Gatherer", block: Block, head: Row, rows: list[Row]) -> int:
    """How many rows beneath the head were lines of numbers, and have been kept; none if this is no such table."""
    lines = list(takewhile(lambda row: len(row) == len(head), rows))
    at = next((n for n in range(len(head)) if lines and _numbers(line[n] for line in lines)), None)
    if at is None or gatherer.role in NO_CONTACTS or not _heads(gatherer, head, at):
        return 0
    fields = [None if n == at else _way(cell.text.words) for n, cell in enumerate(head)]
    whose = next((n for n, cell in enumerate(head) if n != at and not fields[n] and _asks_whose(cell)), None)
    ways = sum(field is not None for field in fields)
    if ways < FEWEST_WAYS and (whose is None or len(head) > FEWEST_WAYS + 1):
        return 0
    gatherer.waiting = None
    for line in lines:
        if PHONE_IN_TEXT.search(line[at].text.words):
            _line(gatherer, block, head, line, at, whose, fields)
    return len(lines)


def _heads(gatherer: "Gatherer", head: Row, at: int) -> bool:
    """Short heads of which one asks for a number, and none for anything but numbers."""
    asked = [label.field for cell in head if (label := gatherer.knows.find(cell.text.words)) and label.personal]
    other = any(field not in OF_NUMBERS and not field.startswith("safe_to_") for field in asked)
    return not other and HEAD.search(plain(head[at].text.words)) is not None and all(map(_is_head, head))


def _line(
    gatherer: "Gatherer", block: Block, head: Row, line: Row, at: int, whose: int | None, fields: list[str | None]
) -> None:
    owner = tidy(line[whose].text.words) if whose is not None else ""
    beside = PHONE_IN_TEXT.sub(" ", line[at].text.words)
    role = _role(owner or tidy(beside).strip(" ()-–:,"), gatherer.found.entries) or (
        gatherer.role if gatherer.role == "perpetrator" else "victim"
    )
    named = (
        owner and not OWN.search(plain(owner)) and role == "victim" and not _named(owner, gatherer.found.entries, role)
    )
    number = join([Text(owner), line[at].text], " ") if named else line[at].text
    place = block.spot(tidy(head[at].text.words), line[at].text.words, line[at])
    gatherer.found.entries.append(Entry(Label("phone", True, role), number, place, role, gatherer.group))
    for n, cell in enumerate(line):
        if n in (at, whose) or cell.text.blank:
            continue
        field = fields[n] or "contact_note"
        spot = block.spot(tidy(head[n].text.words), cell.text.words, cell)
        gatherer.found.entries.append(Entry(Label(field, True, role), cell.text, spot, role, gatherer.group))


def _is_head(cell: Cell) -> bool:
    words = cell.text.words
    return len(words.split()) <= MOST_OF_A_HEAD and not re.search(r"\d|@", words)


def _numbers(cells: Iterable[Cell]) -> bool:
    """Every cell is one telephone number, with a word of whose it is at most, or says that there is none."""
    told = [cell.text.words.strip() for cell in cells]
    held = [words for words in told if not NO_NUMBER.fullmatch(words)]
    return bool(held) and all(
        len(PHONE_IN_TEXT.findall(words)) == 1 and len(words) < MOST_WITH_A_NUMBER for words in held
    )


def _way(words: str) -> str | None:
    bare = plain(words)
    return next((field for field, said in WAYS if said.search(bare) and not WHOSE.search(bare)), None)


def _asks_whose(cell: Cell) -> bool:
    return WHOSE.search(plain(cell.text.words)) is not None


def _role(owner: str, entries: list[Entry]) -> str | None:
    """The one of our people whose first name, or part, is written there."""
    said = set(plain(owner).split())
    related = [e.value.words for e in entries if e.role == "perpetrator" and e.label.field == "relationship_to_victim"]
    harms = {word for words in related for word in plain(words).split()}
    if said & ({"perpetrator", "suspect", "abuser"} | (harms & {*PARTNERS, "ex"})):
        return "perpetrator"
    last = owner.split()[-1:] if len(said) > 1 and not OF.search(owner) else []  # "son, Darren"
    told = [owner, *last] if len(said) <= MOST_OF_AN_OWNER else []
    return next((role for role in ("perpetrator", "victim") if any(_named(each, entries, role) for each in told)), None)


def _named(owner: str, entries: list[Entry], role: str) -> bool:
    """By the first name, or by an initial and the surname: "L Prentice"."""
    said = plain(owner).split()
    names = [parse_name(e.value.words) for e in entries if e.role == role and e.label.field in ("name", "forenames")]
    held = [(plain(n.forenames or n.surname or "").split()[:1], plain(n.surname or "").split()) for n in names]
    by_initial = len(said) > 1 and len(said[0]) == 1
    return any(
        first == said[:1] or (by_initial and first and first[0][0] == said[0] and last == said[1:])
        for first, last in held
        if said
    )
