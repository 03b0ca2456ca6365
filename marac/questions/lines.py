"""Finds people who are told in lines without labels: under a heading, after a code, or one to a row."""

import re

from marac.answers.found import LIKELY, STATED
from marac.answers.senders import SENDER
from marac.inferred import likely, whole
from marac.keeping.boxes import NAMED, OURS
from marac.keeping.keeper import LINE, Keeper
from marac.labels import headings
from marac.labels.known import Label
from marac.layout.grids import PEOPLE
from marac.layout.pairs import pairs_in
from marac.written.blocks import Block, Cell
from marac.written.text import Text, join

BULLET = re.compile(r"\s*[-*•–]\s")
MORE = re.compile(r"\s*\(?[2-9][.)]\s")
CODED = re.compile(r"\s*[A-Za-z]{2,12}\s?\d?(?=\s{3}|\t)")


class Lines(Keeper):
    """Keeps whole people where the looks of a line say that it is about one."""

    def _one_a_line(self, block: Block, full: list[Cell]) -> bool:
        """A row without labels among the children: a name, and in the next cells what belongs to that child."""
        if len(full) < 2:
            return False
        line = join([cell.text for cell in full], ", ")
        first = full[0].text
        named = whole.is_named(first) and not self.knows.find(first.words) and not SENDER.search(first.words)
        if self.role not in ("child", "household") or not named or not whole.is_listed(line):
            return False
        self._whole(line, block.spot("", line.words, full[0]), self.role, STATED)
        return True

    def _coded(self, block: Block, text: Text, cell: Cell | None) -> bool:
        """A line that begins with the part somebody has, and tells of them in columns: "VIC1   LEE, Ann   2/3/91"."""
        code = CODED.match(text.words)
        role = self.knows.section(code.group()) if code else None
        if code is None or role not in PEOPLE or not whole.is_born(text.part(code.end())):
            return False
        self._start(role)
        self._whole(text.part(code.end()), block.spot("", text.words, cell), role, STATED)
        self.listing = True  # what stands beneath without a label may be of them too
        return True

    def _opens_list(self, block: Block, words: str) -> bool:
        """A plain line that speaks of one of our people, above the first line about that person."""
        after = self.after.text if self.after and self.after.kind == block.kind == "line" else None
        if (
            after is None
            or whole.is_listed(Text(words))
            or words.endswith((".", ",", "?", ";"))
            or self.knows.whose(words) in (None, "referrer")
        ):
            return False
        return whole.is_listed(after) or (BULLET.match(after.words) is not None and whole.is_person(after))

    def _above_a_name(self, text: Text, cell: Cell | None) -> bool:
        """A short line that asks nothing, just above a line, row or table that first asks for somebody's name."""
        words, after = text.words.strip(), self.after
        titled = headings.may_open(Text(words.rstrip(".")) if cell else text)
        if (after is None and not self.below) or words.endswith("?") or not titled or likely.is_name(text):
            return False
        if cell is not None or after is None:
            cells = [each.text for each in self.below[:1]]
        elif after.kind == "table":
            cells = [each.text for row in after.rows[:1] for each in row[:1]]
        else:
            cells = [Text(pairs[0][0])] if (pairs := pairs_in(after.text, self.knows.asked)) else [after.text]
        label = self.knows.find(cells[0].words) if cells else None
        return label is not None and label.personal and label.field in NAMED and label.role is None

    def _of_one(self, block: Block, text: Text, cell: Cell | None) -> bool:
        """Lines without labels under a heading: somebody's name first, and what can only be a fact about them."""
        role = self.role if self.role in OURS else None
        if self.role in PEOPLE and role is None:
            return False
        place = block.spot("", text.words, cell)
        one_more = MORE.match(text.words) if self.listing and role == "perpetrator" else None
        if one_more and whole.is_listed(Text(text.words[:LINE])):
            self._whole(text, place, role, LIKELY)
            return True
        if role and not self.fresh and whole.is_record(text):  # one more of the family in a record that was pasted
            self._start(None)
            role = None
        named = self.fresh and role is not None and (whole.is_named(text) or whole.is_listed(text))
        if named or ((self.fresh or role is None) and whole.is_born(text)):
            self._whole(text, place, role, LIKELY)
            self.listing, self.fresh = True, False
            return True
        facts = whole.facts(text) if self.listing else []
        self.listing = bool(facts)
        for name, stretch in facts:
            self._keep(Label(name, True, role), stretch, place, role, LIKELY)
        return bool(facts)
