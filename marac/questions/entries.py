"""Finds the questions and answers in the blocks of a document, and whose each answer is."""

import re
from itertools import zip_longest

from marac.answers import choices
from marac.answers.found import INFERRED
from marac.inferred import whole
from marac.keeping.boxes import NAMED, OURS
from marac.labels import headings
from marac.labels.relations import PARTNER, RELATIONS
from marac.layout import grids, looks, risks, sheets, twins
from marac.layout.gathered import Gathered, Ticked
from marac.layout.grids import Row
from marac.layout.pairs import answered_in, offers, short, stacked
from marac.questions import headed, numbers, remarks, stickers, ticks
from marac.questions.listed import BORN, Listed
from marac.questions.singles import SEVERAL
from marac.vocabulary import called
from marac.written.blocks import Block, Cell
from marac.written.text import Text, join, plain

LINED = re.compile(r"[A-Z][^\n\d.;]{1,60}\n\s*\S")  # a short first line that may be a label, and something beneath
LED = re.compile(r"[A-Z][\w /.’'-]{1,24}:\s")  # a cell that begins with a label of its own
PAIRED = (2, 4)  # cells of a row of labels with their answers
ALIKE, FEWEST_ALIKE = 0.6, 3  # of the labels of two tables that ask the same: our own choice
OF_PATIENT = re.compile(
    r"\A(?:the )?patient(?: details)?\Z|\bpatients? (?:label|sticker)\b|\b(?:affix|stick)\b.*\blabel\b"
    r"|\b(?:see|as) (?:the |patient )?label\Z"
)
STUCK = re.compile(r"[A-Z’'-]{2,}, [A-Z][a-z]")  # "HOLLIS, Ada", as hospitals print it
AROUND = 4  # rows beneath one that may be heads, or a label with its answer like them
MOST_OF_A_LABEL = 6  # rows


class Gatherer(Listed):
    """Goes through the blocks in order, and finds what each of them asks and answers."""

    def gather(self, blocks: list[Block]) -> Gathered:
        """Everything in the blocks."""
        self.knows = self.knows.calling(blocks)
        self.bold_asks = headings.asks_in_bold(blocks, self.knows.bare)
        self.in_sections = headings.in_sections(blocks)
        blocks, lines = risks.lists(list(headed.over_ticks(blocks)))
        self.found.ticks = [Ticked(line.topic, line.answer, line.place, line.extra) for line in lines]
        printed = called.printed_as(blocks)
        heads = {self.knows.section(words) for words in printed}
        self.of_patient = any(OF_PATIENT.search(plain(words)) for words in printed)
        self.about = "victim" if "perpetrator" in heads and "victim" not in heads else None
        blocks = list(stickers.in_one(blocks)) if self.of_patient else blocks
        for block, after in zip_longest(blocks, blocks[1:]):
            self.after = after
            if block.kind == "table":
                self._table(block)
            else:
                self._alone(block, block.text, None)
            self.preceding = block
        self.found.called = self.knows.called
        if self.numbers:  # everything about one person together
            self.found.entries.sort(key=lambda entry: entry.group)
        return self.found

    def _table(self, block: Block) -> None:
        self._as_before(block)
        self.columns, self.first, self.before = [], True, None
        self.captions = looks.captions(block)
        if self._whole_waits and self.waiting and max(map(len, block.rows), default=0) > 1:
            self._start(self.waiting[0].role)
        rows, before = [] if self._stuck(block) else sheets.without_sources(sheets.without_counts(block.rows)), None
        rows = looks.going_on(rows, self.preceding)
        self.labelled = {rows[at] for at in looks.alternate(rows, self.knows.find)}
        while rows:
            row, above = rows.pop(0), before
            before = row
            if lines := numbers.in_table(self, block, row, rows):
                rows = rows[lines:]
                continue
            self._numbered_columns(row)
            left = self._heads(block, row, rows, above)
            if left is None:
                self.below = rows[0] if rows else ()
                self._row(block, row)
            else:
                rows = left
        self.columns, self.below = [], ()

    def _heads(self, block: Block, row: Row, rows: list[Row], above: Row | None) -> list[Row] | None:
        """What is left of the rows after those over which this one stands as heads; None where it heads nothing."""
        if heads := risks.checklist_heads(row):
            self.waiting = None
            return ticks.checklist(self, block, heads, rows)
        if across := grids.people_across(row, rows, self._headed, self.knows.find):
            self._transposed(block, row, rows[:across])
            return rows[across:]
        if self.role in SEVERAL and (across := headed.named_across(row, rows, self.knows.find)):
            self._named_across(block, [row, *rows[:across]])
            return rows[across:]
        if grids.beside(row, rows):
            self._side_by_side(row, rows[0])
            return rows
        if self.role in SEVERAL and (number := twins.beside(row, rows)):
            self._twins(block, [row, *rows][:number])
            return rows[number - 1 :]
        if self.role in SEVERAL and (number := twins.stacked(row, rows)):
            self._stacked_twins(block, [row, *rows][:number])
            return rows[number - 1 :]
        heads = {self.knows.section(cell.text.words) for cell in row}
        if len(row) == len(SEVERAL) and len(heads) == 1 and not heads.isdisjoint(SEVERAL) and rows:
            number = twins.stacked(rows[0], rows[1:])  # "Subject A" beside "Subject B"
            self.role = heads.pop() if number else self.role
            self._stacked_twins(block, rows[:number])
            return rows[number:] if number else self._over_answers(block, row, rows, above)
        return self._over_answers(block, row, rows, above)

    def _twins(self, block: Block, rows: list[Row]) -> None:
        """Two of the same part, each with labels of their own beside the other's."""
        role = self.role
        for column in (0, 2):
            if any(not row[column + 1].text.blank for row in rows):
                self._start(role)
                for row in rows:
                    self.take(block, row[column].text.words, row[column + 1].text, row[column + 1])

    def _stacked_twins(self, block: Block, rows: list[Row]) -> None:
        """The same, with each label printed over its answer in one cell."""
        role = self.role
        for column in (0, 1):
            if any("\n" in row[column].text.words.strip() for row in rows):
                self._start(role)
                self._each_alone(block, [row[column] for row in rows])

    def _over_answers(self, block: Block, row: Row, rows: list[Row], above: Row | None) -> list[Row] | None:
        """The same, of heads over people or over what was typed beneath each."""
        if any(map(looks.filled, row)):
            return None
        if row in self.labelled and rows:
            filled = list(rows[0])
        else:
            filled = looks.filled_in(row, rows) or looks.answered_beneath(row, rows, self.knows.find)
        paired = not filled and grids.in_pairs(row, [each for each in (above, *rows[:AROUND]) if each], self.knows.find)
        several = looks.numbered_beneath(row, rows) if self.role in SEVERAL else []
        if not (paired or several) and (fields := grids.people_down(row, rows, self.knows, self.role)):
            self.waiting = None
            return self._more_heads(block, row, rows, self._grid(block, row, fields, [*rows]))
        for asked, answer in zip(row, several or filled, strict=False):
            self.take(block, asked.text.words, answer.text, answer)
        return rows[1:] if several or filled else None

    def _numbered_columns(self, row: Row) -> None:
        """ "Who she fled", "1", "2": the first cell says whose columns the numbers head."""
        role = self._whose(row[0].text.words) if len(row) > 2 else None
        if role in SEVERAL and role != self.role and all(headings.numbered(cell.text.words) for cell in row[1:]):
            self._start(role, made_out=self.knows.section(row[0].text.words) is None)

    def _stuck(self, block: Block) -> bool:
        """A small table at the head of a print, one column of which is the label that is stuck to a patient's notes."""
        alone = block.rows[0][0] if len(block.rows) == len(block.rows[0]) == 1 else None
        if alone and whole.is_sticker(alone.text):
            return self._label(alone.text, block, alone)
        columns: dict[int, list[Cell]] = {}
        for cell in (cell for row in block.rows for cell in row if len(block.rows) <= MOST_OF_A_LABEL):
            columns.setdefault(cell.at, []).append(cell)
        labels = [cells for cells in columns.values() if len(cells) > 1 and STUCK.match(cells[0].text.words.strip())]
        stuck = [(cells, text) for cells in labels if whole.is_sticker(text := join([c.text for c in cells], "\n"))]
        if len(stuck) != 1 or any(whole.is_sticker(cell.text) for cells in labels for cell in cells):
            return False
        return self._label(stuck[0][1], block, stuck[0][0][0])

    def _label(self, text: Text, block: Block, cell: Cell) -> bool:
        """The patient whose label is stuck on the form."""
        role = "victim" if self.of_patient else self.about
        self._start(role, made_out=True)
        self._whole(text, block.spot("", text.words, cell), role, INFERRED)
        self.fresh = False
        return True

    def _as_before(self, block: Block) -> None:
        """One more of those whom the table before was about: it asks the same under words such as "Second person"."""
        asked = {plain(row[0].text.words) for row in block.rows if len(row) in PAIRED}
        before, self.asked_before = self.asked_before, asked
        alike = len(asked & before) >= max(FEWEST_ALIKE, ALIKE * len(asked | before))
        if alike and self.doubtful and self.role in SEVERAL and self.before and headings.another(self.before.text):
            self._start(self.role)

    def _transposed(self, block: Block, heads: Row, rows: list[Row]) -> None:
        """A column for each person: each is read from top to bottom."""
        several = self.role if self.role in SEVERAL else None
        roles = self._across([self._whose(head.text.words) or several for head in heads[1:]], heads)
        self.across = True
        for column, head in enumerate(heads[1:], 1):
            self._start(roles[column - 1], made_out=not self.knows.section(head.text.words))
            for row in rows:
                self.take(block, row[0].text.words, row[column].text, row[column])
        self.across = False
        self._start(None)

    def _named_across(self, block: Block, rows: list[Row]) -> None:
        """Several of one part, a column each, whose names stand in the first of the rows."""
        role = self.role
        for column in [at for at, cell in enumerate(rows[0]) if at and not cell.text.blank]:
            self._start(role)
            for row in rows:
                self.take(block, row[0].text.words, row[column].text, row[column])

    def _across(self, roles: list[str | None], heads: Row) -> list[str | None]:
        """Whose the columns are: beside one who harms a partner is another, and the first is who is harmed."""
        if "perpetrator" not in roles:
            return roles
        partners = [re.search(PARTNER, head.text.words, re.I) for head in heads[1:]]
        roles = ["perpetrator" if of and role is None else role for role, of in zip(roles, partners, strict=True)]
        return ["victim", *roles[1:]] if roles[0] is None and "victim" not in roles else roles

    def _headed(self, words: str) -> str | None:
        """The same, and "First person" over a column in the box of several people."""
        again = self.role in SEVERAL and headings.numbered(words)
        return self._whose(words) or (self.role if again else None)

    def _side_by_side(self, row: Row, first: Row) -> None:
        """Two people whose lines stand beside each other, each with labels of their own."""
        self._start(None)
        heads = [
            self.knows.section(cell.text.words) or self.knows.whose(cell.text.words)
            for cell in row
            if not cell.text.blank
        ]
        halves = zip(first[::2], first[1::2], heads, strict=True)
        self.columns = [(name.at, value.at + value.span, head or "nobody") for name, value, head in halves]

    def _row(self, block: Block, row: Row) -> None:
        row = looks.without_numbers(row)
        full = [cell for cell in row if not cell.text.blank or choices.BOX.search(cell.text.words)]
        heads = self._columns_of(full)
        if len(row) == 1:
            self._alone(block, row[0].text, row[0])
        elif self._banner(block, full):
            pass
        elif full and all(cell.text.words.strip() in self.captions for cell in full):
            self.waiting = None  # captions over nothing say nothing
        elif len(full) > 1 and self._heads_of_columns(full, heads):
            self._start(None)
            ends = [cell.at for cell in full[1:]] + [row[-1].at + row[-1].span]
            columns = zip(full, ends, heads, strict=True)
            self.columns = [(cell.at, end, head or "nobody") for cell, end, head in columns]
        elif len(full) == 2 and self._of_two(block, full):
            pass
        elif len(full) > 1 and (
            self._stacked(full)
            or any(map(self._itself, full))
            or all(map(looks.boxed, full))
            or all(map(looks.answered, full))
        ):
            self._each_alone(block, full)
            self._two_named(full, row)
        elif (len(full) == 3 == len(row) and remarks.remarked(self, block, *full)) or self._one_a_line(block, full):
            pass
        else:
            self._pairs(block, self._beside_title(list(row)))

    def _heads_of_columns(self, full: list[Cell], heads: list[str | None]) -> bool:
        """Whether each cell heads the column of somebody; not where one asks and the other answers."""
        if len(set(heads)) == 1 and full[0].text.words.rstrip().endswith("?"):
            return False
        return all(heads) or (any(heads) and all(map(headings.spans, full)))

    def _each_alone(self, block: Block, full: list[Cell]) -> None:
        """Cells that are each complete in themselves, the label that is stuck on the form among them."""
        for cell in full:
            if self.of_patient and whole.is_sticker(cell.text):
                self._label(cell.text, block, cell)
            else:
                self._alone(block, cell.text, cell)

    def _banner(self, block: Block, full: list[Cell]) -> bool:
        """ "LEE, Ann (Ms)" beside "Born 2/3/91" at the head of a record: whom it is about."""
        named = len(full) > 1 and whole.is_named(Text(whole.BRACKETED_TITLE.sub("", full[0].text.words.strip())))
        born = next((cell for cell in full[1:] if named and BORN.match(cell.text.words.strip())), None)
        if born is None or any(e.role == "victim" and e.label.field in NAMED for e in self.found.entries):
            return born is not None
        self._start(self.about, made_out=True)
        name = whole.BRACKETED_TITLE.sub("", full[0].text.words)
        self._whole(
            Text(f"{name}, {born.text.words}"), block.spot("", full[0].text.words, full[0]), self.about, INFERRED
        )
        for cell in full[1:]:
            if cell is not born:
                self._alone(block, cell.text, cell)
        return True

    def _columns_of(self, full: list[Cell]) -> list[str | None]:
        """Whose column each cell heads; beside one that is known the other may be in words on no list."""
        heads = [self.knows.section(cell.text.words) for cell in full]
        if len(full) == len(OURS) and any(heads):
            made = [head or self.knows.whose(cell.text.words) for head, cell in zip(heads, full, strict=True)]
            related = any(plain(cell.text.words) in RELATIONS for cell in full)  # "Who to client", "Husband"
            made = heads if related else made
            return made if set(made) == set(OURS) and all(map(headings.may_open, (c.text for c in full))) else heads
        return heads

    def _two_named(self, full: list[Cell], row: Row) -> None:
        """ "Client's name: Ann Lee" beside "Abuser's name: Bo Lee" heads a column for each of them."""
        asked = [self.knows.find(cell.text.words.partition(":")[0]) for cell in full]
        named = [label.role for label in asked if label and label.field in NAMED and label.role in OURS]
        if len(full) == len(row) == len(named) == len(set(named)) == len(OURS):
            self.columns = [(cell.at, cell.at + cell.span, role) for cell, role in zip(full, named, strict=True)]

    def _itself(self, cell: Cell) -> bool:
        """Tells of a whole person by itself: a sticker, or "Patient: HOLLIS, Ada"."""
        words = cell.text.words.strip()
        who = words.partition(":")[0]
        named = ":" in words and self.knows.section(who) in OURS and self.knows.find(who) is None
        return whole.is_sticker(cell.text) or (named and whole.is_person(cell.text.part(len(who) + 1)))

    def _stacked(self, full: list[Cell]) -> bool:
        """Every cell has its label on its first line, or is a label alone with nothing beneath."""
        cells = [stacked(cell.text, self.knows.find) for cell in full]
        lined = all(LINED.match(cell.text.words) for cell in full)
        if self.captions and any(LINED.match(cell.text.words) for cell in full):
            return True
        return (cells[0] or lined) and (sum(cells) * 2 >= len(cells) if lined else self._labelled(cells, full))

    def _labelled(self, cells: list[bool], full: list[Cell]) -> bool:
        return all(each or self.knows.bare(cell.text.words) for each, cell in zip(cells, full, strict=True))

    def _beside_title(self, cells: list[Cell]) -> list[Cell]:
        """Without a first cell that only says whose rows these are, as one merged downwards does."""
        words = cells[0].text.words
        label = self.knows.find(words)
        told = label is not None and label.field in ("narrative", "criteria")
        title = self.knows.section(words) if len(cells) % 2 and not told else None
        if title is None or len(cells) == 1:
            return cells
        if whole.is_named(Text(whole.BRACKETED_TITLE.sub("", cells[1].text.words.strip()))):
            return cells  # "Patient" beside the patient's name
        if title != self.role:
            self._start(title)
        return cells[1:]

    def _pairs(self, block: Block, cells: list[Cell]) -> None:
        """Label, value, label, value ..."""
        while cells:
            cell = cells.pop(0)
            if cell.text.blank:
                continue
            if cells and looks.filled(cells[0]) and not cell.text.entered():  # typed for what is printed before it
                self.take(block, cell.text.words, cells[0].text, cells.pop(0))
                continue
            if cells and offers(cell.text) and choices.yes_no(cells[0].text).known:
                self.take(block, cell.text.words, cells[0].text, cells.pop(0))
                continue
            ground = self._ground_of(cell, cells)
            own = (answered_in(cell.text, self.knows.find) and not ground) or short(cell.text, self.knows.find)
            beside = cells and LED.match(cells[0].text.words) and answered_in(cells[0].text, self.knows.find)
            if own or self._box(cell.text) or (beside and not self.knows.find(cell.text.words)):
                self._alone(block, cell.text, cell)
            elif cells:
                value = cells.pop(0)
                self.take(block, ground or cell.text.words, value.text, value)
            else:
                self._alone(block, cell.text, cell)

    def _ground_of(self, cell: Cell, cells: list[Cell]) -> str:
        """The ground in words that hold a colon, with yes or no in the next cell: "Escalation: 3 or more calls"."""
        ground, colon, _ = cell.text.words.partition(":")
        label = self.knows.find(ground) if cells and colon else None
        chosen = label is not None and label.field.startswith("criteria.")
        return ground if chosen and choices.yes_no(cells[0].text).value is not None else ""
