"""Parts an answer that tells of several people, or answers two questions, and has each part kept under its label."""

import re

from marac.answers import choices
from marac.inferred import whole
from marac.keeping.boxes import NAMED
from marac.keeping.persons import Persons
from marac.kernel.identifiers import PHONE_IN_TEXT
from marac.labels.known import Label
from marac.layout import turns
from marac.layout.pairs import safe_ways
from marac.written.blocks import Block, Cell
from marac.written.text import Text

FEWEST_BOXES = 2  # of a list from which any may be ticked
QUESTIONS = re.compile(r"(?<=\?)\s+")
BOTH = re.compile(r" ?(?:&|/|\+|,|\band\b) ?", re.I)
EACH = re.compile(r"(?:all|both)(?: of them)?\b[\s,:–-]*(?:liv\w+ )?", re.I)
ONE_OF_THEM = re.compile(r"\s*\(?(?P<number>[1-9])[.)]\s+(?=\S)")
IN_TURN = re.compile(r"\s*(?:;|/|\band\b)\s*")


class Several(Persons):
    """Keeps answers in several parts."""

    def take(self, block: Block, printed: str, value: Text, cell: Cell | None) -> None:
        """An answer with its printed label."""
        raise NotImplementedError

    def _several(self, block: Block, printed: str, value: Text, cell: Cell | None) -> bool:
        """Answers to two questions, about several people, or about each way of reaching somebody."""
        ways = safe_ways(printed, value)
        for way, box in ways:
            self.take(block, way, box, cell)
        return (
            bool(ways)
            or self._ticked(block, printed, value, cell)
            or self._each_asked(block, printed, value, cell)
            or self._numbered(block, printed, value, cell)
        )

    def _ticked(self, block: Block, printed: str, value: Text, cell: Cell | None) -> bool:
        """ "Tick any that apply: ☐ BME ☒ LGBT ☐ Disabled": what is ticked answers for its own words, of somebody."""
        boxes = choices.boxes(value) if self.knows.find(printed) is None else []
        ticked = [words for words, full in boxes if full]
        labels = [self.knows.find(words) for words in ticked]
        if len(boxes) < FEWEST_BOXES or not labels or not all(label and label.personal for label in labels):
            return False
        for words in ticked:
            self.take(block, words, Text("☒"), cell)
        return True

    def _each_asked(self, block: Block, printed: str, value: Text, cell: Cell | None) -> bool:
        """ "Gender / ethnicity", or "Nationality and language", "DOB / sex / ethnicity", with as many answers."""
        number = PHONE_IN_TEXT.search(value.words)
        asks = [self.knows.find(each) or self.knows.likely(each, value) for each in self._asked_in(printed)]
        halves = {label.field for label in asks if label}
        if halves == {"address", "phone"} and number and number.start():
            self.take(block, "Address", value.part(0, number.start()), cell)
            self.take(block, "Phone", value.part(number.start()), cell)
            return True
        mark, between = ("/", r"/") if "/" in printed else (" and ", ",")
        asked = printed.split(mark)
        apart = r" / " if value.words.count(" / ") == len(asked) - 1 else between  # "6/2/1990 / M"
        places = list(re.finditer(apart, value.words))
        labels = [self.knows.find(each) for each in asked] if 1 < len(asked) == len(places) + 1 else []
        fields = {label.field for label in labels if label}
        alike = mark == "/" or all(field.startswith("diversity.") for field in fields)
        several = 1 < len(fields) == len(asked)
        if not several or not all(labels) or not alike or choices.boxes(value) or choices.is_unknown(value.words):
            return False
        starts, ends = [0, *(m.end() for m in places)], [*(m.start() for m in places), len(value.words)]
        for each, start, end in zip(asked, starts, ends, strict=True):
            self.take(block, each, value.part(start, end), cell)
        return True

    def _asked_in(self, printed: str) -> list[str]:
        """Two questions one after the other, or a question of two halves."""
        asked = QUESTIONS.split(printed)
        return asked if len(asked) > 1 else BOTH.split(printed)

    def _numbered(self, block: Block, printed: str, value: Text, cell: Cell | None) -> bool:
        """ "1) Ann Lee  2) Bo Lee", and in the next answer the birth of each of them, or "both" for all."""
        several = turns.several_in(value)
        column = next((role for start, end, role in self.columns if cell and start <= cell.at < end), None)
        asked = self.knows.find(printed)
        related = asked is not None and asked.field == "relationship_to_victim"
        role = (None if related else self.knows.whose(printed)) or column or self.role
        if role not in ("perpetrator", "child"):
            return False
        one = ONE_OF_THEM.match(value.words)
        if one and not several and (role, one["number"]) in self.numbers:
            several = [(one["number"], value.part(one.end()))]
        several = several or self._by_name(role, asked, value)
        each = EACH.match(value.words)
        if each and not several:
            once = {group: number for (whose, number), group in self.numbers.items() if whose == role}
            several = [(number, value.part(each.end())) for number in once.values()]
        if not several:
            return False
        self.role = role
        for number, part in ((number, whole.with_ticked(part)) for number, part in several):
            self.group = self.numbers.setdefault((role, number), max(self.group, *self.numbers.values(), 0) + 1)
            self.take(block, printed, part, cell)
            if asked is not None and (asked.field in NAMED or asked.field == "whole"):
                self.numbers[role, number] = self.group
                if number.isdigit():  # what follows may tell by their first name
                    self.numbers.setdefault((role, turns.first_name(part) or number), self.group)
        return True

    def _by_name(self, role: str, asked: Label | None, value: Text) -> list[tuple[str, Text]]:
        """Two who are named in one answer, and what an answer after that tells of each of them by first name."""
        if asked is not None and (asked.field in NAMED or asked.field == "whole"):
            return turns.two_named(value)
        if asked is None or not asked.personal:
            return []
        named = [name for whose, name in self.numbers if whose == role and name.isalpha()]
        told = turns.by_name(value, named)
        if told or role != "perpetrator" or asked.field != "relationship_to_victim":
            return told
        ends = [(match.start(), match.end()) for match in IN_TURN.finditer(value.words)]  # "Husband; mother in law"
        starts, stops = [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(value.words)]
        parts = [value.part(start, stop) for start, stop in zip(starts, stops, strict=True)]
        return list(zip(named, parts, strict=True)) if 1 < len(named) == len(parts) else []
