"""A document in one form, whatever file it came in: blocks of text and tables, each with its place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from marac.written.text import Text

NO_TEXT = Text("")


@dataclass(frozen=True)
class Place:
    """Where a value stood. `block` is a block of the pages; `row` and `column` count from 1 in a table, else 0."""

    part: str
    place: str
    label: str
    source: str
    block: str = ""
    row: int = 0
    column: int = 0


@dataclass(frozen=True)
class Cell:
    """A table cell; `at` is its first grid column, `span` how many it covers, `column` its number as printed."""

    text: Text
    row: int
    column: int
    at: int
    span: int = 1


@dataclass(frozen=True)
class Block:
    """A piece of the source: heading, paragraph or line with `text`, or table with `rows`. `part` names the file."""

    kind: str
    part: str
    place: str
    text: Text = NO_TEXT
    rows: tuple[tuple[Cell, ...], ...] = ()
    id: str = ""

    def spot(self, label: str, source: str, cell: Cell | None = None) -> Place:
        """The place of something in this block."""
        if cell is None:
            return Place(self.part, self.place, label, source, self.id)
        where = f"{self.place}, row {cell.row}, column {cell.column}"
        return Place(self.part, where, label, source, self.id, cell.row, cell.column)

    def as_page(self) -> dict[str, Any]:
        """The block as plain values, for a page to show. `pieces` are there where something is marked."""
        rows = [
            [{"row": c.row, "column": c.column, "span": c.span, **_shown(c.text)} for c in row] for row in self.rows
        ]
        whole = {"id": self.id, "kind": self.kind, "part": self.part, "place": self.place}
        return {**whole, **_shown(self.text), "rows": rows}


def _shown(text: Text) -> dict[str, Any]:
    pieces = text.pieces()
    return {"text": text.words} | ({"pieces": pieces} if pieces else {})


def numbered(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with the names b1, b2 and so on, which places point at."""
    return [replace(block, id=f"b{number}") for number, block in enumerate(blocks, 1)]
