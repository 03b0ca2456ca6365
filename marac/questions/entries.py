"""Finds the questions and answers in the blocks of a document, and whose each answer is."""

import re
from dataclasses import replace

from marac.answers import choices, whole
from marac.answers.found import INFERRED, LIKELY, STATED, Certainty, Unread
from marac.answers.labels import NAMES, Label, only_label
from marac.opening.blocks import Block, Cell, Place
from marac.opening.text import RING, Text, plain, tidy
from marac.questions import headings, ticks
from marac.questions.gathered import Entry, Gathered
from marac.questions.grids import PEOPLE, Grid, Row, checklist_heads, grid, people_across, role_of
from marac.questions.lessons import NO_LESSON, Lesson
from marac.questions.pairs import answered_in, pairs_in, parts, stacked

WHETHER = re.compile(r"(?:is|are|does|do|has|have|can|may|will|was|did)\b", re.I)  # asks about somebody, opens no box
LINED = re.compile(r"[A-Z][^\n\d.,;]{1,40}\n\s*\S")  # a short first line that may be a label, and something beneath
ANSWER = re.compile(r"\s*(?:A|Ans|Answer)\d{0,2}[a-z]?\s*[.:)]\s+", re.I)
# Answers that are chosen by striking the others out; in all else what is struck out no longer stands.
CHOSEN = ("consent", "criteria", "previous", "safe_to", "diversity", "gender", "address_confidential", "no_fixed")
ASKED_OF = {
    "relationship_to_victim": "perpetrator",
    "contact_note": "victim",
    "safe_to_call": "victim",
    "safe_to_text": "victim",
    "safe_to_leave_message": "victim",
    "address_confidential": "victim",
}


class Gatherer:
    """Goes through the blocks in order, keeping whose box it is in and which label still waits for its answer."""

    asked_of = ASKED_OF

    def __init__(self, lesson: Lesson = NO_LESSON) -> None:
        self.knows = lesson
        self.found = Gathered()
        self.role: str | None = None
        self.group = 0
        self.waiting: tuple[Label, str] | None = None
        self.columns: list[tuple[int, int, str]] = []
        self.extra = False
        self.fresh = False
        self.listing = False

    def gather(self, blocks: list[Block]) -> Gathered:
        """Everything in the blocks."""
        self.knows = self.knows.calling(blocks)
        for block in blocks:
            if block.kind == "table":
                self._table(block)
            else:
                self._alone(block, block.text, None)
        return self.found

    # ------------------------------------------------------------ tables
    def _table(self, block: Block) -> None:
        self.columns = []
        rows = list(block.rows)
        while rows:
            row = rows.pop(0)
            heads = checklist_heads(row)
            across = people_across(row, rows, self.knows.section) if not heads else 0
            if across:
                self._transposed(block, row, rows[:across])
                rows = rows[across:]
                continue
            fields = grid(row, rows[0] if rows else None, self.knows.find) if not heads else None
            if heads:
                self.waiting = None
                rows = ticks.checklist(self, block, heads, rows)
            elif fields:
                self.waiting = None
                rows = self._grid(block, row, fields, rows)
            else:
                self._row(block, row)
        self.columns = []

    def _transposed(self, block: Block, heads: Row, rows: list[Row]) -> None:
        """A column for each person: each is read from top to bottom."""
        for column, head in enumerate(heads[1:], 1):
            self._start(self.knows.section(head.text.words))
            for row in rows:
                self.take(block, row[0].text.words, row[column].text, row[column])
        self._start(None)

    def _row(self, block: Block, row: Row) -> None:
        full = [cell for cell in row if not cell.text.blank or choices.BOX.search(cell.text.words)]
        heads = [self.knows.section(cell.text.words) for cell in full]
        if len(row) == 1:
            self._alone(block, row[0].text, row[0])
        elif len(full) > 1 and all(heads):
            self._start(None)
            self.columns = [
                (cell.at, cell.at + cell.span, head) for cell, head in zip(full, heads, strict=True) if head
            ]
        elif len(full) == 2 and choices.BOX.fullmatch(full[0].text.words.strip()):
            self.take(block, full[1].text.words, full[0].text, full[0])
        elif len(full) > 1 and self._stacked(full):
            for cell in full:
                self._alone(block, cell.text, cell)
        else:
            self._pairs(block, self._beside_title(list(row)))

    def _stacked(self, full: list[Cell]) -> bool:
        """Every cell has its label on its first line, or is a label alone with nothing beneath."""
        cells = [stacked(cell.text, self.knows.find) for cell in full]
        lined = all(LINED.match(cell.text.words) for cell in full)
        return (cells[0] or lined) and (sum(cells) * 2 >= len(cells) if lined else self._labelled(cells, full))

    def _labelled(self, cells: list[bool], full: list[Cell]) -> bool:
        return all(each or self.knows.bare(cell.text.words) for each, cell in zip(cells, full, strict=True))

    def _beside_title(self, cells: list[Cell]) -> list[Cell]:
        """Without a first cell that only says whose rows these are, as one merged downwards does."""
        words = cells[0].text.words
        label = self.knows.find(words)
        told = label is not None and label.field == "narrative"
        title = self.knows.section(words) if len(cells) % 2 and not told else None
        if title is None:
            return cells
        if title != self.role:
            self._start(title)
        return cells[1:]

    def _pairs(self, block: Block, cells: list[Cell]) -> None:
        """Label, value, label, value ..."""
        while cells:
            cell = cells.pop(0)
            if cell.text.blank:
                continue
            own = answered_in(cell.text, self.knows.find)
            if own or self._box(cell.text):
                self._alone(block, cell.text, cell)
            elif cells:
                value = cells.pop(0)
                self.take(block, cell.text.words, value.text, value)
            else:
                self._alone(block, cell.text, cell)

    def _grid(self, block: Block, head: Row, columns: Grid, rows: list[Row]) -> list[Row]:
        """A line for each person; ends at a line that has another number of cells. Without names it is one line."""
        first = True
        while rows and len(rows[0]) == len(head):
            if not first and grid(rows[0], rows[1] if len(rows) > 1 else None, self.knows.find):
                return rows
            first = False
            row = rows.pop(0)
            role = columns.role or self.role or columns.referrer
            if columns.role_at is not None:
                role = role_of(row[columns.role_at].text.words, dict(self.knows.key))
            self.group += columns.named
            for at, (name, label, cell) in enumerate(zip(head, columns.columns, row, strict=True)):
                if at != columns.role_at:
                    self._grid_cell(block, name, label, cell, role, row)
            if not columns.named:
                return rows
        self.group += 1
        self.role = None if columns.role_at is not None else self.role
        return rows

    def _grid_cell(self, block: Block, name: Cell, label: Label | None, cell: Cell, role: str | None, row: Row) -> None:
        place = block.spot(tidy(name.text.words), cell.text.words, cell)
        if label is None:
            if not cell.text.blank:
                self.found.unread.append(Unread("label", f"{place.label}: {cell.text.words}", place))
            return
        if label.field == "referrer.profession":
            named = self._profession(place.label, cell.text, place)
            if named is None:
                return
            label = named
        role = label.role or role if label.personal else role
        self.found.asked.add(f"{role}.{label.field}" if label.personal else label.field)
        left_out = "different" in place.label.lower() and not row[0].text.blank
        if label.field == "whole":
            self._whole(cell.text, place, role, STATED)
        elif not cell.text.blank or (label.field == "address" and left_out):
            self._keep(label, cell.text, place, role)

    # ------------------------------------------------------------ single texts
    def _alone(self, block: Block, text: Text, cell: Cell | None) -> None:
        """A heading, a line, a paragraph, or a cell that fills its row."""
        text = self._beneath(text)
        lead = ANSWER.match(text.words) if self.waiting or self.fresh else None
        text = text.part(lead.end()) if lead else text
        words = text.words.strip()
        if not words:
            return
        head, label = self.knows.section(words), self.knows.bare(words.rstrip(":"))
        if block.kind == "heading" and label and label.field == "contact_note":
            head, label = "other", None  # a box for whoever may be spoken to
        self.extra = self.extra or (len(words) < 120 and "stalking" in plain(words) and block.kind == "heading")
        if not head and self._split(block, text, cell):
            return
        label = self._standing(block, words, label)
        if label and (not head or label.field == "narrative" or words.endswith("?")):
            self._wait(label, words)
            if head:
                self._open_box(head)
        elif head:
            self._start(head)
        elif not self.waiting and headings.opens(block, text, cell):
            self._start("other" if headings.of_somebody_else(words) else None)
        else:
            self._loose(block, text, cell)

    def _standing(self, block: Block, words: str, label: Label | None) -> Label | None:
        """The label, unless what stands here is more likely to be an account or an answer."""
        if words.endswith((":", "?")):
            return label
        if self._telling and block.kind in ("paragraph", "line"):
            return label if plain(words) in NAMES else None
        # What stands where an answer is awaited is a label only if it is nothing but that.
        return label if not self.waiting or self._telling or only_label(words) else None

    def _split(self, block: Block, text: Text, cell: Cell | None) -> bool:
        """First line a label and the rest its answer; or labels with answers; or a person after their role."""
        first = text.words.split("\n", 1)[0]
        alone = not re.search(r":\s*\S", first)
        if "\n" in text.words and alone and (self.knows.find(first.rstrip(": ")) or self._person_after(first, text)):
            self.take(block, first, text.part(len(first)), cell)
            return True
        pairs = pairs_in(text, self.knows.asked)
        if self._telling and any(self._personal(name) for name, _ in pairs):
            return False
        for name, value in pairs:
            self.take(block, name, value, cell)
        return bool(pairs)

    def _beneath(self, text: Text) -> Text:
        """What stands beneath a heading that opens a box in the same cell."""
        if not self._box(text):
            return text
        text = text.part(0)
        first = text.words.split("\n", 1)[0]
        self._start(self.knows.section(first))
        return text.part(len(first))

    def _box(self, text: Text) -> bool:
        """A heading on the first line and labels with their answers beneath it."""
        first, line, _rest = text.words.strip().partition("\n")
        return bool(line and self.knows.section(first)) and answered_in(text.part(len(first)), self.knows.find)

    def _person_after(self, first: str, text: Text) -> bool:
        return self.knows.section(first) is not None and whole.is_person(text.part(len(first)))

    def _personal(self, name: str) -> bool:
        label = self.knows.asked(name.rstrip(":? "))
        return label is not None and label.personal

    @property
    def _telling(self) -> bool:
        """In the middle of an account, which only a plain label ends."""
        return self.waiting is not None and self.waiting[0].field == "narrative"

    def _loose(self, block: Block, text: Text, cell: Cell | None) -> None:
        if self.waiting:
            label, printed = self.waiting
            place = block.spot(printed, text.words, cell)
            role = self._role(label, cell)
            if label.field == "whole":
                self._whole(text, place, role, STATED)
            else:
                self._keep(label, text, place, role)
            if label.field not in ("narrative", "whole"):
                self.waiting = None
        elif self.role == "referrer" and self.fresh and whole.is_person(text):
            self._keep(Label("referrer", False, None), text, block.spot("", text.words, cell), "referrer")
        elif self._of_one(block, text, cell):
            pass
        elif self.role in ("child", "household") and whole.is_listed(text):
            self._whole(text, block.spot("", text.words, cell), self.role, STATED)
        else:
            self.found.unread.append(Unread("passage", text.words, block.spot("", text.words, cell)))

    def _of_one(self, block: Block, text: Text, cell: Cell | None) -> bool:
        """Lines without labels under somebody's heading: their name first, and what can only be a fact about them."""
        if self.role not in ("victim", "perpetrator"):
            return False
        place = block.spot("", text.words, cell)
        if self.fresh and (whole.is_named(text) or (whole.is_listed(text) and whole.is_person(text))):
            self._whole(text, place, self.role, LIKELY)
            self.listing, self.fresh = True, False
            return True
        facts = whole.facts(text) if self.listing else []
        self.listing = bool(facts)
        for name, stretch in facts:
            self._keep(Label(name, True, self.role), stretch, place, self.role, LIKELY)
        return bool(facts)

    def _start(self, role: str | None) -> None:
        """A heading opens a new box, and nothing before it is answered any more."""
        self._open_box(role)
        self.waiting = None
        self.fresh = True

    def _open_box(self, role: str | None) -> None:
        self.role = role
        self.listing = False
        self.group += 1

    def _wait(self, label: Label, printed: str) -> None:
        self.waiting = (label, tidy(printed))
        self.found.asked.add(label.field)

    # ------------------------------------------------------------ answers
    def take(self, block: Block, printed: str, value: Text, cell: Cell | None) -> None:
        """An answer with its printed label; inner labels are answers of their own."""
        printed = tidy(printed).rstrip(": ")
        self.waiting = None
        self.fresh = False
        place = block.spot(printed, value.words, cell)
        label = self._meant(printed, value, place)
        if label is None:
            if not value.blank:
                self.found.unread.append(Unread("label", f"{printed}: {value.words}", place))
            return
        box = self.role
        role = self._role(label, cell)
        self.role = box if WHETHER.match(printed) else self.role
        if value.blank and label.field in ("narrative", "whole"):
            self._wait(label, printed)
        if label.field == "whole":
            self._whole(value, place, role, INFERRED if plain(printed) == "re" else STATED)
            return
        for inner, stretch in parts(label, value, self.knows.find):
            self.found.asked.add(inner.field if not inner.personal else f"{role}.{inner.field}")
            if not stretch.blank:
                self._keep(inner, stretch, place, role)

    def _meant(self, printed: str, value: Text, place: Place) -> Label | None:
        """The label that is printed here; a heading with words beside it is one too when they are a person."""
        label = self.knows.find(printed)
        if label is None and whole.is_person(value):
            label = self.knows.asked(printed)
        if label is None and self.knows.section(printed):
            self._start(self.knows.section(printed))
        if label is None or label.field != "referrer.profession":
            return label
        return self._profession(printed, value, place)

    def _profession(self, printed: str, value: Text, place: Place) -> Label | None:
        """Before anybody else is spoken of, "Midwife: Catrin Mallow" is who refers, with their post."""
        if self.role not in (None, "referrer") or not whole.is_person(value):
            return None
        self._keep(Label("referrer.role", False, None), Text(printed), place, "referrer")
        return Label("referrer", False, None)

    def _whole(self, value: Text, place: Place, role: str | None, sure: Certainty) -> None:
        """Everything that is written of a person in one line, and of the next person in the next."""
        self.found.asked.add(f"{role}.name")
        people = whole.people(value)
        if not people and not value.blank:
            self.found.unread.append(Unread("value", f"{place.label}: {value.words}", place))
        for line in people:
            self.group += 1
            told = whole.fields(line)
            related = whole.relation_in(place.label) if role == "perpetrator" else ""
            told += [("relationship_to_victim", Text(related))] if related else []
            for name, stretch in told:
                if role == "child" and whole.is_elder(name, stretch.words):
                    continue
                self._keep(Label(name, True, role), stretch, replace(place, source=line.words), role, sure)

    def _role(self, label: Label, cell: Cell | None) -> str | None:
        role = self._said_role(label, cell)
        if role in (None, "referrer", "police", "case") and not label.role:
            # Only one person is ever asked these: what is safe for the victim, and what the perpetrator is to them.
            return ASKED_OF.get(label.field, role)
        return role

    def _said_role(self, label: Label, cell: Cell | None) -> str | None:
        column = next((role for start, end, role in self.columns if cell and start <= cell.at < end), None)
        if label.field.startswith("referrer") and not column and self.role not in ("victim", "perpetrator", "police"):
            self.role = "referrer"
        elif label.personal and label.role and label.role != "other":
            self.role = self.role if column else label.role
        return label.role if label.personal and label.role else column or self.role

    def _keep(self, label: Label, value: Text, place: Place, role: str | None, sure: Certainty = STATED) -> None:
        if label.personal and role not in PEOPLE:
            self.found.unread.append(Unread("label", f"{place.label}: {value.words}", place))
            return
        if RING.strip() in value.words:
            self.found.unread.append(Unread("value", f"{place.label}: {value.words}", place))
        value = value if label.field.startswith(CHOSEN) else value.standing()
        value = self.knows.home_of(value) if label.field in ("address", "lives_with") else value
        self.found.entries.append(Entry(label, value, place, role, self.group, sure))
