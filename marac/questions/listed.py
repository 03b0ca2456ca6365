"""Keeps what a table tells of people: a line for each of them, under heads that say what it asks."""

import re
from functools import partial

from marac.answers.found import STATED, Unread
from marac.inferred import whole
from marac.keeping.boxes import NAMED, OURS
from marac.kernel.identifiers import PHONE_IN_TEXT
from marac.labels.known import Label
from marac.layout import casting, grids, sheets
from marac.layout.grids import Grid, Row
from marac.questions.singles import Singles
from marac.written.blocks import Block, Cell, Place
from marac.written.text import Text, plain, tidy

TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr"}
NUMBER_TOO = re.compile(r"\b(?:phone|tel(?:ephone)?|mobile|number|contact)\b", re.I)


RELATED_TO_VICTIM = Label("relationship_to_victim", True, None)
BORN = re.compile(r"(?:born|d\.?o\.?b\.?|date of birth)\b.{0,12}\d", re.I)


class Listed(Singles):
    """Keeps the lines of a table under its heads."""

    def _grid(self, block: Block, head: Row, columns: Grid, rows: list[Row]) -> list[Row]:
        """A line for each person; ends at a line that has another number of cells. Without names it is one line."""
        first = True
        asks = partial(grids.asks, columns, self.knows.find)
        while rows and len(rows[0]) == len(head):
            if not first and (
                grids.grid(rows[0], rows[1] if len(rows) > 1 else None, self.knows.find) or asks(rows[0])
            ):
                return rows
            first = False
            row = rows.pop(0)
            role = columns.role or (None if self.role == "referrer" and columns.born else self.role) or columns.referrer
            role = self._role_of_line(columns, row, role)
            self.group += columns.named
            for at, (name, label, cell) in enumerate(zip(head, columns.columns, row, strict=True)):
                if at == columns.role_at:
                    label = grids.relation(cell, role)
                elif columns.role_at is not None and role == "victim" and label == RELATED_TO_VICTIM:
                    label = None  # "Mum", in a list of everybody: what she is to others
                if at != columns.role_at or label:
                    self._grid_cell(block, name, label, cell, role, row)
            if not columns.named:
                return rows
        self.group += 1
        self.role = None if columns.role_at is not None else self.role
        return rows

    def _more_heads(self, block: Block, head: Row, rows: list[Row], left: list[Row]) -> list[Row]:
        """After one line of answers, more heads over more answers about the same person."""
        single = len(rows) - len(left) == 1 and self.found.entries
        while single and grids.heads_again(head, left, self.knows.find):
            self.role = self.found.entries[-1].role
            for name, cell in zip(left[0], left[1], strict=True):
                self.take(block, name.text.words, cell.text, cell)
            left = left[2:]
        return left

    def _role_of_line(self, columns: Grid, row: Row, role: str | None) -> str | None:
        """Whose line it is by its column of roles, by a remark in it, or else as one of the family."""
        if columns.role_at is not None:
            return grids.role_in_line(columns, row, self.knows)
        taught = any(label and label.field == "school" for label in columns.columns)
        if role == "perpetrator" and columns.role is None and taught:  # nobody asks for the school of who harms
            role = None
        if role not in (None, "other", "case", "referrer") and not self._beside_victim(columns, row, role):
            return role
        notes = [cell.text.words for cell, label in zip(row, columns.columns, strict=True) if label is None]
        told = next((said for words in notes if (said := casting.outright(words, self.knows))), None)
        told = told or next((said for words in notes if (said := self._whose(words)) in OURS), None)
        kin = columns.born or (role in (None, "victim") and columns.named)
        return told or ("household" if kin and grids.relative(columns, row) else role)

    def _beside_victim(self, columns: Grid, row: Row, role: str | None) -> bool:
        """A relative whose line stands in the box of the victim, who was named before by another name."""
        told = [e.value.words for e in self.found.entries if e.role == "victim" and e.label.field in NAMED]
        here = [cell for cell, label in zip(row, columns.columns, strict=True) if label and label.field in NAMED]
        name = set(plain(whole.BRACKETED_TITLE.sub("", here[0].text.words)).split()) if here else set()
        other = told and name - set(plain(" ".join(told)).split()) - TITLES
        return bool(other) and role == "victim" != columns.role and grids.relative(columns, row)

    def _grid_cell(self, block: Block, name: Cell, label: Label | None, cell: Cell, role: str | None, row: Row) -> None:
        place = block.spot(tidy(name.text.words), cell.text.words, cell)
        if label is not None and not label.personal and self._each_asked(block, place.label, cell.text, cell):
            return
        if label is None or self._of_kin(label, role) or self._of_line(label, place.label, role):
            self._beside_a_name(cell, place, role)
            return
        if label.field == "referrer.profession":
            named = self._profession(place.label, cell.text, place)
            if named is None:
                return
            label = named
        role = self._of_column(label, role)
        self.found.asked.add(f"{role}.{label.field}" if label.personal else label.field)
        left_out = "different" in place.label.lower() and not row[0].text.blank
        number = PHONE_IN_TEXT.search(cell.text.words) if label.field == "address" else None
        value = sheets.on_one_line(cell.text, row) if label.field in ("name", "whole") else cell.text
        if label.field == "whole":
            self._whole(value, place, role, STATED)
        elif number and number.start() and NUMBER_TOO.search(place.label):
            self._keep(label, cell.text.part(0, number.start()), place, role)
            self._keep(Label("phone", True, None), cell.text.part(number.start()), place, role)
        elif not cell.text.blank or (label.field == "address" and left_out):
            self._keep(label, value, place, role)

    def _of_kin(self, label: Label, role: str | None) -> bool:
        """The part of one of the household, under a head that elsewhere asks it of those who refer."""
        return label.field.startswith("referrer") and role in ("child", "household")

    def _beside_a_name(self, cell: Cell, place: Place, role: str | None) -> None:
        """An answer under a head that is not known: of a child it may say when it was born."""
        words = cell.text.words.strip()
        if role in ("child", "household") and BORN.match(words):
            self._keep(Label("dob", True, None), Text(words.partition(". ")[0]), place, role)
        elif not cell.text.blank:
            self.found.unread.append(Unread("label", f"{place.label}: {cell.text.words}", place))

    def _of_column(self, label: Label, role: str | None) -> str | None:
        """Whose the answer is; the victim's line may say what the one who harms is to them."""
        if not label.personal:
            return role
        of_her = role == "victim" and label.field == "relationship_to_victim"
        return label.role or (None if of_her else role) or self.asked_of.get(label.field)
