"""Turns the HTML of a mail into lines and tables as a reader sees them; nothing is ever fetched or run."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from marac.written.blocks import Block, Cell
from marac.written.text import Mark, Text, join

HEADINGS, UNSEEN = {"h1", "h2", "h3", "h4", "h5", "h6"}, {"script", "style", "head", "title"}
BREAKS = HEADINGS | {"p", "br", "div", "li", "hr", "blockquote", "ul", "ol"}
MARKS = {
    "b": "bold", "strong": "bold", "th": "bold", "s": "struck", "strike": "struck", "del": "struck",
    "u": "underlined", "ins": "underlined", "mark": "highlighted",
}  # fmt: skip
TABLES = {"table", "dl"}  # a list of terms is a table of terms and what is said of each
CELLS = {"td", "th", "dt", "dd"}
DEEPEST = 60


@dataclass
class _Table:
    rows: list[list[Text]] = field(default_factory=list)
    nested: bool = False


def blocks_of(html: str, part: str) -> list[Block]:
    """One block a line, and one for each table with more than one column."""
    reader = _Reader(part)
    reader.feed(html)
    reader.close()
    reader.end_line()
    return reader.blocks


class _Reader(HTMLParser):
    """Keeps the words that a reader would see, with how they are printed."""

    def __init__(self, part: str) -> None:
        super().__init__(convert_charrefs=True)
        self.part = part
        self.blocks: list[Block] = []
        self.pieces: list[Text] = []
        self.tables: list[_Table] = []
        self.cells: list[list[Text]] = []
        self.marks: list[str] = []
        self.hidden = 0
        self.heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in UNSEEN
        if tag in MARKS and len(self.marks) < DEEPEST:
            self.marks.append(tag)
        if tag in BREAKS:
            self._break()
            self.heading = tag in HEADINGS
        elif tag in TABLES and len(self.tables) < DEEPEST:
            self._open_table()
        elif tag in ("tr", "dt") and self.tables:
            self._end_cell()
            self.tables[-1].rows.append([])
        if tag in CELLS and self.tables:
            self._end_cell()
            self.cells.append([])

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in UNSEEN and self.hidden > 0
        if tag in self.marks:
            self.marks.reverse()
            self.marks.remove(tag)
            self.marks.reverse()
        if tag in BREAKS:
            self._break()
            self.heading = self.heading and tag not in HEADINGS
        elif tag in CELLS or tag == "tr":
            self._end_cell()
        elif tag in TABLES and self.tables:
            self._close_table()

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if self.hidden or not data:
            return
        before = " " if data[0].isspace() else ""
        after = " " if words and data[-1].isspace() else ""
        text = f"{before}{words}{after}"
        kinds = sorted({MARKS[tag] for tag in self.marks})
        piece = Text(text, tuple(Mark(0, len(text), kind) for kind in kinds))
        (self.cells[-1] if self.cells else self.pieces).append(piece)

    def _break(self) -> None:
        if self.cells:
            self.cells[-1].append(Text("\n"))
        else:
            self.end_line()

    def end_line(self) -> None:
        text = join([piece for piece in self.pieces if piece.words], "")
        self.pieces = []
        if not text.blank:
            number = len(self.blocks) + 1
            kind = "heading" if self.heading else "line"
            self.blocks.append(Block(kind, self.part, f"{self.part}, line {number}", text.part(0)))

    def _open_table(self) -> None:
        if self.tables:
            self.tables[-1].nested = True
            self._end_cell()
            self._as_lines(self.tables[-1])
        else:
            self.end_line()
        self.tables.append(_Table())

    def _end_cell(self) -> None:
        if self.cells:
            text = join([piece for piece in self.cells.pop() if piece.words], "").part(0)
            if self.tables:
                rows = self.tables[-1].rows = self.tables[-1].rows or [[]]
                rows[-1].append(text)

    def _close_table(self) -> None:
        """A table of one column, or around another table, only lays the mail out: its cells are lines."""
        self._end_cell()
        table = self.tables.pop()
        rows = [row for row in table.rows if row]
        widest = max(map(len, rows), default=0)
        if not table.nested and widest > 1:
            made = tuple(
                tuple(Cell(text, number, n, n - 1, 1 if len(row) > 1 else widest) for n, text in enumerate(row, 1))
                for number, row in enumerate(rows, 1)
            )
            self.blocks.append(Block("table", self.part, f"{self.part}, table {len(self.blocks) + 1}", rows=made))
            return
        self._as_lines(table)

    def _as_lines(self, table: _Table) -> None:
        rows, table.rows = table.rows, []
        for text in (text for row in rows for text in row):
            start = 0
            for line in text.words.split("\n"):
                self.pieces.append(text.part(start, start + len(line)))
                self.end_line()
                start += len(line) + 1
