"""Reads a table of telephone numbers: a line for each, with whose it is and in which ways it may be used."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from marac.answers.names import parse_name
from marac.kernel.identifiers import PHONE_IN_TEXT
from marac.labels.known import Label
from marac.labels.relations import PARTNERS
from marac.layout.gathered import Entry
from marac.layout.grids import Row
from marac.layout.numbers import are_numbers, asks_number, asks_whose, is_head, way
from marac.written.blocks import Block
from marac.written.text import Text, join, plain, tidy

if TYPE_CHECKING:
    from marac.questions.entries import Gatherer

OWN = re.compile(r"\b(?:own|mobile|landline|home|new|old|self|pay as you go)\b")
OF_NUMBERS = ("phone", "contact_note", "relationship_to_victim")
NO_CONTACTS = ("referrer", "child", "other", "police")  # of whom no number is a way to the victim
FEWEST_WAYS = 2
MOST_OF_AN_OWNER = 2  # words
OF = re.compile(r"\bof\b|[’']s\b")


def in_table(gatherer: "Gatherer", block: Block, head: Row, rows: list[Row]) -> int:
    """How many rows beneath the head were lines of numbers, and have been kept; none if this is no such table."""
    lines = list(takewhile(lambda row: len(row) == len(head), rows))
    at = next((n for n in range(len(head)) if lines and are_numbers(line[n] for line in lines)), None)
    if at is None or gatherer.role in NO_CONTACTS or not _heads(gatherer, head, at):
        return 0
    fields = [None if n == at else way(cell.text.words) for n, cell in enumerate(head)]
    whose = next((n for n, cell in enumerate(head) if n != at and not fields[n] and asks_whose(cell)), None)
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
    return not other and asks_number(head[at]) and all(map(is_head, head))


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
