"""The picture of risk over time: a column for each assessment in the order of their days, as tall as its checklist is
answered. What was not known or not answered is drawn, so that no count hides it; two tools are never one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 360, 150
TOP, FOOT, SIDE = 22, 36, 6  # above a column is its count, below it the day
WIDEST = 44


@dataclass(frozen=True)
class Assessment:
    """`threshold` is None where none was in force, or the tool gives a grade and no count (`of` is 0)."""

    day: date
    yes: int
    open: int
    of: int
    threshold: int | None
    words: str


@dataclass(frozen=True)
class Column:
    """Heights in units of the drawing, from its foot up: `yes` filled, `open` hollow upon it."""

    x: int
    wide: int
    yes: int
    open: int
    threshold: int | None
    day: date
    words: str

    @property
    def top(self) -> int:
        """Above the column and the line of its threshold, where its count stands."""
        return max(self.yes + self.open, self.threshold or 0)

    @property
    def middle(self) -> int:
        return self.x + self.wide // 2


def columns(assessed: Sequence[Assessment]) -> list[Column]:
    """Oldest first. Each is a share of its own checklist: 14 of 24 and 14 of 27 are not as tall as each other."""
    if not assessed:
        return []
    room = (WIDTH - 2 * SIDE) // len(assessed)
    wide = min(WIDEST, room * 2 // 3)
    return [_column(each, SIDE + at * room + (room - wide) // 2, wide) for at, each in enumerate(assessed)]


def _column(each: Assessment, x: int, wide: int) -> Column:
    yes, either = _height(each.yes, each.of), _height(each.yes + each.open, each.of)
    threshold = None if each.threshold is None or not each.of else _height(each.threshold, each.of)
    return Column(x, wide, yes, either - yes, threshold, each.day, each.words)


def _height(number: int, of: int) -> int:
    return round((HEIGHT - TOP - FOOT) * min(number, of) / of) if of else 0
