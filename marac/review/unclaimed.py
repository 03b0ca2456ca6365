"""What stands in the document, can tell who somebody is or where they are, and was put with nobody: it is asked about.

A reader overlooks things. So that whoever checks it does not, this looks at nothing but the printed words and the
record, and knows none of the rules by which the one was made from the other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from marac.answers.addresses import PRISON_NAMED, STREETS
from marac.answers.names import CALENDAR
from marac.intake.fields import LAST_TWO_FIGURE_YEAR, Field
from marac.kernel.dates import dates_in
from marac.kernel.identifiers import phones_in
from marac.kernel.names import TITLES
from marac.kernel.postcodes import postcode_places
from marac.kernel.text import _, shorten
from marac.review.lines import Line, anchor_of
from marac.written.text import plain, tidy

WHOSE = Field(_("Whose is this?"), critical=True)
# Who has a number, a home, a name or a birthday. What stands in the account alone is with nobody.
HOLDERS = ("victims", "perpetrators", "children", "others", "referrer", "safeguarding", "adviser", "agencies_involved")
OURS = ("victims", "perpetrators", "children")
AS_WRITTEN = "dob_raw"  # a birth with whatever stands beside it
SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n")
LONGEST = 110  # characters of the document that are shown
LONGEST_HEAD = 12  # words
LEAST_OF_A_GRID = 3  # columns; of two, one is the question
FEW = 4  # words, which do not say by themselves what they are about
BORN = re.compile(r"\bborn\b|\bd\W?o\W?b\b|(?<!pre-)\bbirth", re.I)
HOUSE = re.compile(rf"\b\d{{1,4}}[A-Za-z]?,? (?:the )?(?:[A-Z][\w’']{{1,30}} ){{1,3}}(?:{STREETS})\b")
NO_NAME = TITLES | {"the", "re", "dear", "family"}
# "A lad of 11, Mason", "Grandson: Jago Reeve", "a little boy: he is called Alfie".
CHILD = re.compile(
    r"\b(?i:child|(?:grand|step)?(?:son|daughter)|grandchild|baby|boy|girl|lad|toddler"
    r"|(?:baby|little|half)[- ](?:brother|sister))\b"
    r"(?:[^.,:;()!?\n]{0,40}[,:(])?(?: (?:(?:who|he|she) is |is )?(?:called|named))? "
    rf"(?!(?:{CALENDAR})s?\b)(?P<first>[A-Z][a-z]{{1,30}})(?![\w’'])"
)
# "Mia 6 (Barton Infants) + Leo 3", where children are asked or told about.
OF_CHILDREN = re.compile(r"\b(?:child(?:ren)?|kids?|sons?|daughters?|boys?|girls?|school)\b", re.I)
AGED = re.compile(
    rf"(?<![\w’'])(?!(?:{CALENDAR}|Year|Flat|Unit|Room|Ward|Child|Part|Box|Page|Section|Question|Level|Class|Block|Stage"
    r"|Primary|Reception|Aged?|House|Number)s?\b)(?P<first>[A-Z][a-z]{2,30}),? \(?(?:aged? )?(?:1[0-7]|[1-9])"
    r"(?=[,;)+&]|\.(?!\d)|\s+(?:[+&(]|and\b)|\Z)"
)


def unclaimed(content: Mapping[str, Any], reading: Mapping[str, Any]) -> list[Line]:
    """Numbers, addresses, birthdays and names of the family, each where it first stands, in the order of the document.

    Not those in a sentence of which somebody has said already that nothing is missing.
    """
    held, checked, seen = _Held(content), reading.get("checked", {}), set[str]()
    lines: list[Line] = []
    for words, label, place in _texts(reading.get("pages", [])):
        for number, sentence in enumerate(SENTENCE.split(words)):
            path = f"unclaimed.{anchor_of(place)}.{number}"
            told = dict(held.lacks(sentence, label or _over(words))) if path not in checked else {}
            new = [at for what, at in told.items() if what not in seen]
            if new:
                said = f"{label}: {sentence}" if label and len(sentence.split()) <= FEW else sentence
                lines.append(Line(path, "", WHOSE, _around(said, min(new)), place, sure="check"))
            seen |= told.keys()
    return lines


def _over(words: str) -> str:
    """What is printed over its answer in one text."""
    first, _, more = words.partition("\n")
    return first if more and len(first.split()) <= LONGEST_HEAD else ""


def _around(said: str, at: int) -> str:
    """As much as is shown, from the beginning where it holds what is asked about, which stands `at`."""
    far = len(said) > LONGEST and at > LONGEST * 2 // 3
    start = said.rfind(" ", 0, at - LONGEST // 2) + 1 if far else 0
    return "…" * bool(start) + shorten(tidy(said[start:]), LONGEST)


class _Held:
    """All that the record has put with somebody."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        strings = [words for part in HOLDERS for words in _strings(content.get(part), but=AS_WRITTEN)]
        whole = "\n".join(strings)
        ours = [person for part in OURS for person in content.get(part) or []]
        surnames = {str(person.get("surname") or "").strip() for person in ours} - {""}
        self.numbers = {number for number, _start, _end in phones_in(whole)} | set(strings)
        self.postcodes = {str(code) for code, _start, _end in postcode_places(whole)}
        self.words = plain(whole)
        self.known = set(self.words.split()) | NO_NAME
        one_of = "|".join(map(re.escape, sorted(surnames)))
        first = r"(?<![\w’'-])(?P<first>(?-i:[A-Z])[\w’'-]{1,30})"
        self.family = re.compile(rf"{first} (?:{one_of})\b", re.I) if surnames else None

    def lacks(self, sentence: str, label: str) -> Iterator[tuple[str, int]]:
        """What of a sentence is with nobody, and where in it that stands."""
        yield from ((number, at) for number, at, _end in phones_in(sentence) if number not in self.numbers)
        codes = [(str(code), at) for code, at, _end in postcode_places(sentence)]
        yield from ((code, at) for code, at in codes if code not in self.postcodes)
        houses = [(plain(match.group()), match.start()) for match in HOUSE.finditer(sentence)] if not codes else []
        yield from ((house, at) for house, at in houses if house not in self.words)
        prisons = [(plain(match.group()), match.start()) for match in PRISON_NAMED.finditer(sentence)]
        yield from ((prison, at) for prison, at in prisons if prison not in self.words)
        born = BORN.search(sentence) or BORN.search(label)
        days = dates_in(sentence, last_year=LAST_TWO_FIGURE_YEAR) if born else []
        yield from ((day.isoformat(), at) for day, at, _end in days if day.isoformat() not in self.numbers)
        aged = AGED.finditer(sentence) if OF_CHILDREN.search(f"{label} {sentence}") else ()
        named = [*aged, *CHILD.finditer(sentence), *(self.family.finditer(sentence) if self.family else ())]
        for name in named:
            if not set(plain(name["first"]).split()) <= self.known:
                yield plain(name["first"]), name.start("first")


def _strings(held: Any, but: str) -> Iterator[str]:
    """All that is written in a part of the record, but for one field."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        yield from (words for key, each in held.items() if key != but for words in _strings(each, but))
    elif isinstance(held, list):
        yield from (words for each in held for words in _strings(each, but))


def _texts(pages: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every text of the document, what stands beside it and over it in its table, and its place."""
    for block in pages:
        place = {"part": block["part"], "place": block["place"], "label": "", "source": "", "block": block["id"]}
        if not block["rows"]:
            yield block["text"], "", place
        for number, row in enumerate(block["rows"]):
            grid = number and len(row) >= LEAST_OF_A_GRID
            heads = {cell["column"]: cell["text"] for cell in block["rows"][0]} if grid else {}
            for cell, before in zip(row, [{"text": ""}, *row], strict=False):
                label = tidy(f"{before['text']} {heads.get(cell['column'], '')}")
                where = f"{block['place']}, row {cell['row']}, column {cell['column']}"
                yield cell["text"], label, {**place, "place": where, "row": cell["row"], "column": cell["column"]}
