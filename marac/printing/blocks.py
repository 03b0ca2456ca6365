"""What a printed paper is made of."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """`level` 1 to 3; `new_page` begins a page with it."""

    text: str
    level: int = 2
    new_page: bool = False


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Items:
    """A bulleted list."""

    texts: Sequence[str]


@dataclass(frozen=True)
class Facts:
    """Names with what is said of each."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Table:
    """`widths` are shares of the page. The head is said again on each page that it goes on to."""

    widths: Sequence[int]
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


Block = Heading | Text | Items | Facts | Table


@dataclass(frozen=True)
class Sheet:
    """`title` names no person. On every page stand `marking` and `copy_for` above, and `foot` beside the page's number
    below. `language` is as browsers write it: en-gb, cy."""

    title: str
    language: str
    marking: str
    copy_for: str
    foot: str
    blocks: Sequence[Block]
