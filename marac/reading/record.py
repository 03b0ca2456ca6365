"""What a reading hands back: values in the intake shape, where each stood, how sure, and what was not understood."""

from dataclasses import asdict, dataclass, field
from typing import Any

from marac.reading.text import Text

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
class Certainty:
    """`kind`: stated, resolved (read through another answer) or inferred. `sure`: sure, likely or check."""

    kind: str
    sure: str


STATED = Certainty("stated", "sure")
LIKELY = Certainty("stated", "likely")
RESOLVED = Certainty("resolved", "likely")
INFERRED = Certainty("inferred", "check")


@dataclass(frozen=True)
class Found:
    """One value on its way into the record."""

    value: Any
    place: Place
    certainty: Certainty = STATED


@dataclass(frozen=True)
class Unread:
    """Something written that has no place in the record. `kind`: label, value or passage."""

    kind: str
    text: str
    place: Place


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
    """A piece of the source: heading, paragraph or line with `text`, or table with `rows`."""

    id: str
    kind: str
    part: str
    place: str
    text: Text = NO_TEXT
    rows: tuple[tuple[Cell, ...], ...] = ()

    def spot(self, label: str, source: str, cell: Cell | None = None) -> Place:
        """The place of something in this block."""
        if cell is None:
            return Place(self.part, self.place, label, source, self.id)
        where = f"{self.place}, row {cell.row}, column {cell.column}"
        return Place(self.part, where, label, source, self.id, cell.row, cell.column)

    def as_page(self) -> dict[str, Any]:
        """The block as plain values, for a page to show."""
        rows = [
            [{"row": c.row, "column": c.column, "span": c.span, "text": c.text.words} for c in row] for row in self.rows
        ]
        whole = {"id": self.id, "kind": self.kind, "part": self.part, "place": self.place}
        return {**whole, "text": self.text.words, "rows": rows}


@dataclass
class Reading:
    """A whole document, read. Paths look like `victims[0].phones[1].number`."""

    content: dict[str, Any]
    places: dict[str, Place] = field(default_factory=dict)
    certainty: dict[str, Certainty] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    pages: list[dict[str, Any]] = field(default_factory=list)

    def as_plain(self) -> dict[str, Any]:
        """The reading as lists, dictionaries and strings, fit for JSON."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Reading":
        """Back from `as_plain`."""
        return cls(
            content=plain["content"],
            places={path: Place(**place) for path, place in plain["places"].items()},
            certainty={path: Certainty(**certainty) for path, certainty in plain["certainty"].items()},
            unread=[Unread(u["kind"], u["text"], Place(**u["place"])) for u in plain["unread"]],
            pages=plain["pages"],
        )


def unfold(tree: Any, path: str, reading: Reading) -> Any:
    """Turn a tree of `Found` into plain values, noting the place and certainty of each by its path."""
    if isinstance(tree, Found):
        reading.places[path] = tree.place
        reading.certainty[path] = tree.certainty
        return tree.value
    if isinstance(tree, dict):
        return {key: unfold(branch, f"{path}.{key}".lstrip("."), reading) for key, branch in tree.items()}
    if isinstance(tree, list):
        return [unfold(branch, f"{path}[{number}]", reading) for number, branch in enumerate(tree)]
    return tree
