"""Reads what a letter says outside label lines: its date, who sent it, the account, and what it says of numbers."""

import re
from typing import Any

from marac.answers import names, phones
from marac.answers.found import INFERRED, LIKELY, Found, Unread
from marac.answers.safety import said_of_number
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.birthdates import ADULT_AGE
from marac.kernel.dates import dates_in
from marac.kernel.identifiers import phones_in
from marac.opening.blocks import Block
from marac.opening.text import plain, tidy
from marac.questions.gathered import Gathered
from marac.reading.covering import CLOSING, EMAIL
from marac.reading.people import Person, blank_person

DEAR = re.compile(r"(?:dear|to whom it may concern)\b", re.I)
SENDER = re.compile(
    r"\b(?:hospital|trust|council|surgery|school|academy|police|service|services|association|clinic|centre|homes|housing|"
    r"practice|college|probation|charity|refuge|aid|university|foundation|hub|team|society)\b",
    re.I,
)
TOP = 8  # blocks in which a document says what it is and when
LONGEST_TITLE = 120
SHORTEST_ACCOUNT = 60  # characters: a shorter line is a label, a greeting or a heading
AGED = re.compile(
    r"\b(?:child|children|son|daughter|baby|boy|girl)\b,?\s+(?:called\s+|named\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r",?\s*\(?(?:who is\s+|is\s+)?(?:aged?\s*)?(?P<age>\d{1,2})\b(?!\s*(?:/|\.\d|weeks?|months?|mths?))"
)
THEIRS = re.compile(r"\b(?:his|perp\w*|suspect)(?:[’']s)?\s+(?:\w+\s+)?(?:number|mobile|phone|tel)", re.I)


def date_at_top(blocks: list[Block]) -> Found | None:
    """A date that stands alone near the top, or beside the word referral in the title."""
    for block in blocks[:TOP]:
        words = tidy(block.text.words)
        found = dates_in(words, last_year=LAST_TWO_FIGURE_YEAR) if len(words) < LONGEST_TITLE else []
        for day, start, end in found[:1]:
            alone = not re.search(r"\w{3}", words[:start] + words[end:])
            if alone or re.search(r"\breferral\b|\breferred\b", words[:start], re.I):
                return Found(day.isoformat(), block.spot("", words), LIKELY)
    return None


def sign(tree: dict[str, Any], blocks: list[Block]) -> None:
    """Gives the referrer the name and post under the letter and the agency at its head, where no label gave them."""
    opening = next((n for n, block in enumerate(blocks) if DEAR.match(block.text.words)), None)
    closing = next((n for n, block in enumerate(blocks) if CLOSING.match(block.text.words)), None)
    if opening is None or closing is None:
        return
    under = [block for block in blocks[closing + 1 : closing + 5] if block.kind != "table"]
    lines = [block for block in under if not re.search(r"[\d@]", block.text.words)]
    for key, block in zip(("name", "role", "agency"), lines, strict=False):
        tree[key] = tree[key] or Found(tidy(block.text.words), block.spot("", block.text.words), INFERRED)
    for block in blocks[:opening]:
        if SENDER.search(block.text.words) and not tree["agency"]:
            tree["agency"] = Found(tidy(block.text.words), block.spot("", block.text.words), INFERRED)
    for block in under:
        address = EMAIL.search(block.text.words)
        if address and not tree["email"]:
            tree["email"] = Found(address.group(), block.spot("", block.text.words), LIKELY)


def account(found: Gathered) -> list[tuple[str, Any]]:
    """The longer passages, when no label says where the account is."""
    return [(told.text, told.place) for told in found.unread if _is_account(told)]


def apply(found: Gathered, people: list[Person]) -> None:
    """What sentences say of a number, where there is one victim whom they can mean."""
    victims = [person for person in people if person.role == "victim"]
    if len(victims) != 1:
        return
    taken = {phone.number for person in people if person is not victims[0] for phone in person.phones}
    for told in found.unread:
        for sentence in phones.SENTENCE.split(told.text) if told.kind == "passage" else []:
            numbers = {number for number, _, _ in phones_in(sentence)}
            if (
                numbers
                and not numbers & taken
                and said_of_number(sentence, pointed=True)
                and not _theirs(sentence, people)
            ):
                phones.judge_and_add(victims[0].phones, sentence, told.place)


def children(found: Gathered, people: list[Person]) -> None:
    """Children whom sentences name with their age, and whom no box names: they are added to be checked."""
    told = [(entry.value.words, entry.place) for entry in found.entries if entry.label.field == "narrative"]
    told += [(each.text, each.place) for each in found.unread if each.kind == "passage"]
    known = {first for person in people for first in _forenames(person)}
    for words, place in told:
        for match in AGED.finditer(words):
            name = names.parse_name(match["name"])
            first = plain(name.forenames or "").split()[:1]
            if int(match["age"]) >= ADULT_AGE or set(first) & known:
                continue
            known |= set(first)
            child = blank_person("child", 0)
            child.tree["forenames"] = Found(name.forenames, place, INFERRED) if name.forenames else None
            child.tree["surname"] = Found(name.surname, place, INFERRED) if name.surname else None
            child.tree["age_stated"] = Found(int(match["age"]), place, INFERRED)
            people.append(child)


def _forenames(person: Person) -> list[str]:
    held = person.tree["forenames"]
    return plain(str(held.value)).split()[:1] if held else []


def _theirs(sentence: str, people: list[Person]) -> bool:
    """Speaks of the perpetrator's own number, or names the perpetrator beside it, so that it may be theirs."""
    names = [p.tree["forenames"] for p in people if p.role == "perpetrator" and p.tree["forenames"]]
    first = {plain(str(name.value)).split()[0] for name in names if plain(str(name.value))}
    return THEIRS.search(sentence) is not None or bool(first & set(plain(sentence).split()))


def _is_account(told: Unread) -> bool:
    return told.kind == "passage" and len(told.text) >= SHORTEST_ACCOUNT
