"""Finds the questions and answers in the blocks of a document, and whose each answer is."""

import re
from dataclasses import dataclass, field

from marac.answers import choices
from marac.answers.found import Unread
from marac.answers.labels import LONGEST_LABEL, NAMES, Label, bare, find, section, topic
from marac.opening.blocks import Block, Cell, Place
from marac.opening.text import Text, join, plain, tidy

INLINE = re.compile(
    r"(?:(?<=[.\n;)]\s)|(?<=\s\s)|^|(?<=\n))(?P<label>[A-Z0-9](?:(?![.;!]\s+[A-Z0-9])[^:?\n]){1,90}?[:?])(?=\s|$)", re.M
)
GAPS = re.compile(r"\s{3,}|\t+")
Row = tuple[Cell, ...]
PEOPLE = ("victim", "perpetrator", "child", "referrer")
ANSWER_HEADS = {
    "yes": "yes",
    "y": "yes",
    "no": "no",
    "n": "no",
    "dont know": "dont_know",
    "not known": "dont_know",
    "dk": "dont_know",
}


@dataclass(frozen=True)
class Entry:
    """One answer. Entries of one box share `group`; `role` is None for the referral as a whole."""

    label: Label
    value: Text
    place: Place
    role: str | None
    group: int


@dataclass(frozen=True)
class Ticked:
    """A line of the checklist: its topic (None if not known) and the answer."""

    topic: str | None
    answer: str
    place: Place
    extra: bool


@dataclass
class Gathered:
    """All that was found. `asked` holds the fields for which the form has a question, answered or not."""

    entries: list[Entry] = field(default_factory=list)
    ticks: list[Ticked] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)


class Gatherer:
    """Goes through the blocks in order, keeping whose box it is in and which label still waits for its answer."""

    def __init__(self) -> None:
        self.found = Gathered()
        self.role: str | None = None
        self.group = 0
        self.waiting: tuple[Label, str] | None = None
        self.columns: list[tuple[int, int, str]] = []
        self.extra = False

    def gather(self, blocks: list[Block]) -> Gathered:
        """Everything in the blocks."""
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
            heads = _checklist_heads(row)
            fields = _grid_heads(row, self.role) if not heads else None
            if heads:
                self.waiting = None
                rows = self._checklist(block, heads, rows)
            elif fields:
                self.waiting = None
                rows = self._grid(block, row, fields, rows)
            else:
                self._row(block, row)
        self.columns = []

    def _row(self, block: Block, row: Row) -> None:
        full = [cell for cell in row if not cell.text.blank or choices.BOX.search(cell.text.words)]
        heads = [section(cell.text.words) for cell in full]
        if len(row) == 1 or (len(full) == 1 and full[0].span > 1 and full[0].at == 0 and len(row) == 1):
            self._alone(block, row[0].text, row[0])
        elif len(full) > 1 and all(heads):
            self._start(None)
            self.columns = [
                (cell.at, cell.at + cell.span, head) for cell, head in zip(full, heads, strict=True) if head
            ]
        elif len(full) == 2 and choices.BOX.fullmatch(full[0].text.words.strip()):
            self._take(block, full[1].text.words, full[0].text, full[0])
        else:
            self._pairs(block, list(row))

    def _pairs(self, block: Block, cells: list[Cell]) -> None:
        """Label, value, label, value ..."""
        while cells:
            cell = cells.pop(0)
            if cell.text.blank:
                continue
            if cells:
                value = cells.pop(0)
                self._take(block, cell.text.words, value.text, value)
            else:
                self._alone(block, cell.text, cell)

    def _grid(self, block: Block, head: Row, fields: list[Label], rows: list[Row]) -> list[Row]:
        """A table with one person a line; ends at a line that has another number of cells."""
        role = next((label.role for label in fields if label.field == "name" and label.role), None) or self.role
        while rows and len(rows[0]) == len(head):
            row = rows.pop(0)
            self.group += 1
            for name, label, cell in zip(head, fields, row, strict=True):
                self.found.asked.add(f"{role}.{label.field}")
                place = block.spot(tidy(name.text.words), cell.text.words, cell)
                left_out = "different" in place.label.lower() and not row[0].text.blank
                if not cell.text.blank or (label.field == "address" and left_out):
                    self._keep(label, cell.text, place, role)
        self.group += 1
        return rows

    def _checklist(self, block: Block, heads: dict[int, str], rows: list[Row]) -> list[Row]:
        """Tick columns. A line without a tick is blank; a line with two is blank too, and is told."""
        while rows:
            row = rows[0]
            if not any(cell.at in heads for cell in row) or len(row) < 3:
                return rows
            rows.pop(0)
            words = [cell for cell in row if cell.at < min(heads) and not cell.text.words.strip(" .)").isdigit()]
            question = max(words, key=lambda cell: len(cell.text.words), default=row[0])
            self._line(block, question, [(heads[cell.at], cell) for cell in row if cell.at in heads])
            for cell in row:
                if cell.at > max(heads) and not cell.text.blank:
                    place = block.spot(tidy(question.text.words), cell.text.words, cell)
                    self.found.unread.append(
                        Unread("comment", f"{tidy(question.text.words)}: {cell.text.words}", place)
                    )
        return rows

    def _line(self, block: Block, question: Cell, answers: list[tuple[str, Cell]]) -> None:
        words = tidy(question.text.words)
        ticked = [(answer, cell) for answer, cell in answers if choices.is_tick(cell.text.words)]
        label = find(words)
        if label and label.field == "checklist.score":
            self._take(block, words, answers[0][1].text, answers[0][1])
            return
        answer, cell = ticked[0] if len(ticked) == 1 else ("blank", question)
        place = block.spot(words, cell.text.words, cell)
        named = topic(words)
        self.found.ticks.append(Ticked(named, answer, place, self.extra))
        if len(ticked) > 1 or (not ticked and any(not cell.text.blank for _, cell in answers)) or not named:
            self.found.unread.append(Unread("value", words, place))

    # ------------------------------------------------------------ single texts
    def _alone(self, block: Block, text: Text, cell: Cell | None) -> None:
        """A heading, a line, a paragraph, or a cell that fills its row."""
        words = text.words.strip()
        if not words:
            return
        head, label = section(words), bare(words.rstrip(":"))
        self.extra = self.extra or (len(words) < 120 and "stalking" in plain(words) and block.kind == "heading")
        if not head and self._split(block, text, cell):
            return
        if self._telling and block.kind in ("paragraph", "line") and not words.endswith((":", "?")):
            label = label if label and plain(words) in NAMES else None
        if label and (not head or label.field == "narrative"):
            self._wait(label, words)
            if head:
                self._open_box(head)
        elif head:
            self._start(head)
        else:
            self._loose(block, text, cell)

    def _split(self, block: Block, text: Text, cell: Cell | None) -> bool:
        """First line a label and the rest its answer; or ticked labels; or "Label: answer"; or wide gaps."""
        first = text.words.split("\n", 1)[0]
        if "\n" in text.words and find(first.rstrip(": ")):
            self._take(block, first, text.part(len(first)), cell)
            return True
        pairs = _ticked(text) or _inline(text) or _gapped(text)
        if self._telling and any(_personal(name) for name, _ in pairs):
            return False
        for name, value in pairs:
            self._take(block, name, value, cell)
        return bool(pairs)

    @property
    def _telling(self) -> bool:
        """In the middle of an account, which only a plain label ends."""
        return self.waiting is not None and self.waiting[0].field == "narrative"

    def _loose(self, block: Block, text: Text, cell: Cell | None) -> None:
        if self.waiting:
            label, printed = self.waiting
            self._keep(label, text, block.spot(printed, text.words, cell), label.role or self.role)
            if label.field != "narrative":
                self.waiting = None
        else:
            self.found.unread.append(Unread("passage", text.words, block.spot("", text.words, cell)))

    def _start(self, role: str | None) -> None:
        """A heading opens a new box, and nothing before it is answered any more."""
        self._open_box(role)
        self.waiting = None

    def _open_box(self, role: str | None) -> None:
        self.role = role
        self.group += 1

    def _wait(self, label: Label, printed: str) -> None:
        self.waiting = (label, tidy(printed))
        self.found.asked.add(label.field)

    # ------------------------------------------------------------ answers
    def _take(self, block: Block, printed: str, value: Text, cell: Cell | None) -> None:
        """An answer with its printed label; inner labels are answers of their own."""
        printed = tidy(printed).rstrip(": ")
        label = find(printed)
        self.waiting = None
        if label is None:
            if not value.blank:
                place = block.spot(printed, value.words, cell)
                self.found.unread.append(Unread("label", f"{printed}: {value.words}", place))
            return
        role = self._role(label, cell)
        if label.field == "narrative" and value.blank:
            self._wait(label, printed)
        for inner, stretch in _parts(label, value):
            self.found.asked.add(inner.field if not inner.personal else f"{role}.{inner.field}")
            if not stretch.blank:
                self._keep(inner, stretch, block.spot(printed, value.words, cell), role)

    def _role(self, label: Label, cell: Cell | None) -> str | None:
        column = next((role for start, end, role in self.columns if cell and start <= cell.at < end), None)
        if label.field.startswith("referrer") and not column and self.role not in ("victim", "perpetrator", "police"):
            self.role = "referrer"
        elif label.personal and label.role:
            self.role = self.role if column else label.role
        return label.role if label.personal and label.role else column or self.role

    def _keep(self, label: Label, value: Text, place: Place, role: str | None) -> None:
        if label.personal and role not in PEOPLE:
            self.found.unread.append(Unread("label", f"{place.label}: {value.words}", place))
            return
        self.found.entries.append(Entry(label, value, place, role, self.group))


def _checklist_heads(row: Row) -> dict[int, str]:
    """Grid column to answer, when the row heads tick columns."""
    heads = {cell.at: ANSWER_HEADS[plain(cell.text.words)] for cell in row if plain(cell.text.words) in ANSWER_HEADS}
    return heads if {"yes", "no"} <= set(heads.values()) and len(row) > len(heads) else {}


def _grid_heads(row: Row, role: str | None) -> list[Label] | None:
    """The fields of the columns, when every cell of the row is the label of a field of a person."""
    if len(row) < 3:
        return None
    labels = []
    for cell in row:
        label = find(cell.text.words)
        head = section(cell.text.words)
        if head in PEOPLE and (label is None or not label.personal):
            label = Label("name", True, head)
        if label is None or not label.personal:
            return None
        labels.append(label)
    distinct = {label.field for label in labels}
    return labels if len(distinct) == len(labels) and distinct & {"name", "surname", "forenames"} else None


def _personal(name: str) -> bool:
    label = find(name.rstrip(":? "))
    return label is not None and label.personal


def _ticked(text: Text) -> list[tuple[str, Text]]:
    """Tick boxes whose own words are known labels."""
    return [(words, Text("☒" if full else "☐")) for words, full in choices.boxes(text) if find(words)]


def _gapped(text: Text) -> list[tuple[str, Text]]:
    """Label, wide gap, answer."""
    pieces = GAPS.split(text.words.strip())
    if len(pieces) not in (2, 4, 6) or not find(pieces[0]):
        return []
    starts = [text.words.find(piece) for piece in pieces[1::2]]
    values = [text.part(at, at + len(piece)) for at, piece in zip(starts, pieces[1::2], strict=True)]
    return list(zip(pieces[::2], values, strict=True))


def _inline(text: Text) -> list[tuple[str, Text]]:
    """ "Label: answer" pairs within one text, when the labels are known."""
    marks = [
        match
        for match in INLINE.finditer(text.words)
        if len(match["label"]) < LONGEST_LABEL and find(match["label"][:-1])
    ]
    if not marks or text.words[: marks[0].start()].strip():
        return []
    ends = [match.start() for match in marks[1:]] + [len(text.words)]
    return [(match["label"], text.part(match.end(), end)) for match, end in zip(marks, ends, strict=True)]


def _parts(label: Label, value: Text) -> list[tuple[Label, Text]]:
    """The answer itself, and answers to labels printed inside the answer's box."""
    if label.field == "narrative" or label.field.startswith("views"):
        return [(label, value)]
    typed = value.entered()
    if typed:
        return _typed_parts(label, value, typed)
    marks = [match for match in INLINE.finditer(value.words) if find(match["label"][:-1])]
    if not marks:
        return [(label, value)]
    ends = [match.start() for match in marks[1:]] + [len(value.words)]
    inner = [(find(m["label"][:-1]) or label, value.part(m.end(), end)) for m, end in zip(marks, ends, strict=True)]
    return [(label, value.part(0, marks[0].start())), *inner]


def _typed_parts(label: Label, value: Text, typed: list[tuple[int, int]]) -> list[tuple[Label, Text]]:
    """Printed words before a typed field are its label; without any, it goes on with the field before it."""
    parts: list[tuple[Label, list[Text]]] = [(label, [])]
    at = 0
    for start, end in typed:
        printed = value.words[at:start]
        named = find(printed) if plain(printed) else None
        if named:
            parts.append((named, []))
        elif plain(printed) and plain(printed) not in ("details", "please specify"):
            parts[-1][1].append(value.part(at, start))
        piece = value.part(start, end)
        parts[-1][1].extend([] if piece.blank else [piece])
        at = end
    tail = value.part(at)
    parts[-1][1].extend([] if tail.blank else [tail])
    return [(name, join(pieces, ", ")) for name, pieces in parts]
