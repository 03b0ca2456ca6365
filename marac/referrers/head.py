"""Reads who refers, and when, from the head of a form whose labels are on no list. All of it is to be checked."""

import re
from dataclasses import replace

from marac.answers import choices
from marac.answers.found import INFERRED, Unread
from marac.answers.senders import POST, SENDER
from marac.inferred import likely
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.keeping.boxes import NAMED
from marac.kernel.dates import dates_in
from marac.kernel.identifiers import phones_in
from marac.labels.known import Label
from marac.layout.gathered import Entry, Gathered
from marac.layout.grids import PEOPLE
from marac.written.blocks import Block
from marac.written.text import Text, plain

LED = re.compile(r"(?P<printed>[A-Z][^\n:.]{1,40}?)\s*(?:\.{3,}|…+|\t|\s{3,}|\s[-–—]\s|:\s)\s*(?P<value>\S.*)", re.S)
OF_THE_DAY = re.compile(r"\b(?:date|day|dated|on|when(?= )|written|today)\b")
OF_SOMEBODY_ELSE = re.compile(
    r"\b(?:gp|doctor|manager|supervisor|allocated|previous|police|oic|safe|trusted|school"
    r"|she|he|hers?|his|him|they|theirs?|them)\b"
)
NO_POST = re.compile(r"\b(?:name|named|who|whom|contact|by|person|from|to|sender|author|you|your|for|dear|attention)\b")
TO = re.compile(r"(?:(?:sent|going|addressed|copy|copied|taken) )?(?:to|for)\b|(?:attention|cc|dear)\b")
MARAC = re.compile(r"\bmarac\b", re.I)
DEAR = re.compile(r"\W*Dear\b")
LETTERHEAD = 14  # lines
SENDERS = {"referrer", "referrer.agency"}  # a number that stands before anybody is named may be the victim's
SOMEBODY = set(PEOPLE) - {"referrer"}
LONGEST_POST = 4  # words
MOST_OF_A_DAY = 7  # words
LONGEST = 120  # characters of an answer


def fill(found: Gathered, blocks: list[Block]) -> None:
    """Adds what stands above everybody's box and can only be about the one who refers and the day."""
    order = {block.id: number for number, block in enumerate(blocks)}
    boxes = [entry for entry in found.entries if entry.role in SOMEBODY and entry.label.personal]
    boxes += [entry for entry, _ in found.unplaced if entry.label.field in NAMED]
    first = min(((order.get(e.place.block, 0), e.place.row) for e in boxes), default=(0, 0))
    known = {_field(entry) for entry in found.entries} | {"referrer.role"}
    for told in [each for each in found.unread if (order.get(each.place.block, 0), each.place.row) < first]:
        for printed, value in _pairs(told):
            field = _meant(plain(printed), value)
            if field is None or field in known or (field == "phone" and not known & SENDERS):
                continue
            known.add(field)
            place = replace(told.place, label=printed, source=value)
            entry = Entry(Label(field, field == "phone", None), Text(value), place, "referrer", 0, INFERRED)
            found.entries.append(entry)
            found.unread = [each for each in found.unread if each is not told or "\n" in told.text]
            if field == "referrer" and _is_post(printed, value):
                found.entries.append(replace(entry, label=Label("referrer.role", False, None), value=Text(printed)))


def numbers(blocks: list[Block]) -> set[str]:
    """The numbers of a letterhead, above "Dear colleague": those of the house that writes."""
    dear = next((at for at, block in enumerate(blocks[:LETTERHEAD]) if DEAR.match(block.text.words)), 0)
    return {number for block in blocks[:dear] for number, _, _ in phones_in(block.text.words)}


def _field(entry: Entry) -> str:
    """What is asked of the one who refers; the same field of anybody else is another."""
    named = "referrer" if entry.role == "referrer" and entry.label.field == "name" else entry.label.field
    return named if not entry.label.personal or entry.role == "referrer" else ""


def _pairs(told: Unread) -> list[tuple[str, str]]:
    """The words of labels and their answers; of a passage, line by line."""
    if told.kind == "label":
        return [(told.place.label, told.place.source)]
    lines = told.text.split("\n") if told.kind == "passage" else []
    return [(led["printed"], led["value"]) for line in lines if (led := LED.fullmatch(line.strip()))]


def _meant(printed: str, value: str) -> str | None:
    """What an answer at the head of a form is by its looks, beside words that speak of nobody else."""
    if len(value) > LONGEST or choices.is_unknown(value) or OF_SOMEBODY_ELSE.search(printed):
        return None
    if likely.whose(printed) not in (None, "referrer"):
        return None
    if dates_in(value, last_year=LAST_TWO_FIGURE_YEAR):
        return "referral_date" if OF_THE_DAY.search(printed) and len(value.split()) < MOST_OF_A_DAY else None
    parts = re.split(r",\s|\n|;| [-–] ", value)
    if SENDER.search(parts[0]) and not POST.search(parts[0]) and not parts[0][:1].isdigit():  # "58 Quarry Bank Road"
        return "referrer.agency"
    full = likely.is_name(Text(parts[0])) and len(parts[0].split()) > 1
    if full and not TO.match(printed) and not any(MARAC.search(words) for words in (printed, value)):
        return "referrer"  # with the number that stands behind the name
    return "phone" if phones_in(value) else None


def _is_post(printed: str, value: str) -> bool:
    """ "Chaplain: Tobias Reeve" says what he does."""
    alone = not re.search(r"[,\n;]", value) and len(printed.split()) < LONGEST_POST
    return alone and not NO_POST.search(plain(printed))
