"""Finds tables of which only the lines beneath the rows are drawn, cut where one column ends and the next begins."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Word = dict[str, Any]
Box = tuple[float, float, float, float]
THINNEST = 2.5  # points: what is thicker is no line
MEETS = 1.5  # points by which two pieces of a line, or two lines, may miss each other
SHORTEST = 12  # points of a piece
HIGHEST = 120  # points of a row
HEAD_LINES = 3  # lines of a row above the first line at most, each near the next
NEAR = 8  # points between them
SPACE = 0.4  # of the height of words: the widest that stands between two of them
ROW_FILLED = 5  # points by which what is filled behind a row may miss the line beneath it


@dataclass(frozen=True)
class Line:
    """A row of the table: the boxes of its cells."""

    cells: list[Box]


@dataclass(frozen=True)
class Ruled:
    """Looks as the tables of the library do."""

    rows: list[Line]

    @property
    def cells(self) -> list[Box]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def bbox(self) -> Box:
        sides = list(zip(*self.cells, strict=True))
        return (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))


@dataclass(frozen=True)
class _Rule:
    top: float
    edges: tuple[float, ...]

    def like(self, other: "_Rule") -> bool:
        return len(self.edges) == len(other.edges) and all(
            abs(one - two) <= MEETS for one, two in zip(self.edges, other.edges, strict=True)
        )


def tables(page: Any, words: list[Word], others: list[Any]) -> list[Ruled]:
    """Those that stand in none of the other tables."""
    drawn = [*page.lines, *page.rects]
    rules = _rules([each for each in drawn if not any(_within(each, table.bbox) for table in others)])
    bands = [each for each in page.rects if each["bottom"] - each["top"] >= THINNEST]
    stops = [table.bbox[3] for table in others]
    found: list[Ruled] = []
    rows: list[Line] = []
    for before, rule in pairwise([None, *rules]):
        top = before.top if before and before.like(rule) else None
        row = _row(words, rule, top) if top is not None and not _banded(bands, top, rule) else None
        if row is None:
            found += [Ruled(rows)] if len(rows) > 1 else []
            head = _head(words, rule, max([*stops, *_above(bands, rules, rule)], default=0.0))
            rows = [head] if head else []
        else:
            rows.append(row)
    return found + ([Ruled(rows)] if len(rows) > 1 else [])


def _rules(drawn: list[Word]) -> list[_Rule]:
    """Lines across the page in two or more pieces that meet end to end."""
    flat = [e for e in drawn if e["bottom"] - e["top"] < THINNEST and e["x1"] - e["x0"] >= SHORTEST]
    runs: list[list[Word]] = []
    for piece in sorted(flat, key=lambda each: (round(each["top"]), each["x0"])):
        last = runs[-1][-1] if runs else None
        if last and abs(last["top"] - piece["top"]) <= MEETS and abs(last["x1"] - piece["x0"]) <= MEETS:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return [_Rule(run[0]["top"], (*(p["x0"] for p in run), run[-1]["x1"])) for run in runs if len(run) > 1]


def _banded(bands: list[Word], top: float, rule: _Rule) -> bool:
    """A filled band across the table between the lines, that is not the ground of the row."""
    return any(
        top - MEETS < band["top"] and band["bottom"] < rule.top - ROW_FILLED and _across(band, rule) for band in bands
    )


def _across(drawn: Word, rule: _Rule) -> bool:
    return bool(drawn["x0"] <= rule.edges[0] + MEETS and drawn["x1"] >= rule.edges[-1] - MEETS)


def _above(bands: list[Word], rules: list[_Rule], rule: _Rule) -> list[float]:
    """Where the bands and the lines end that stand above this one, and are not the ground of its row."""
    ends = [band["bottom"] for band in bands if band["bottom"] < rule.top - ROW_FILLED and _across(band, rule)]
    return [*ends, *(each.top for each in rules if each.top < rule.top - MEETS)]


def _head(words: list[Word], rule: _Rule, stop: float) -> Line | None:
    """The row above the first line: the lines of words just above it, as far as each keeps to the columns."""
    top = rule.top
    for _line in range(HEAD_LINES):
        near = [w for w in words if _between(w, rule, max(stop, top - NEAR * 2), top) and top - w["bottom"] < NEAR]
        if not near or not _keep(near, rule):
            break
        top = min(word["top"] for word in near)
    return _cells(rule, top - 1) if top < rule.top else None


def _row(words: list[Word], rule: _Rule, top: float) -> Line | None:
    held = [word for word in words if _between(word, rule, top, rule.top)]
    return _cells(rule, top) if held and rule.top - top < HIGHEST and _keep(held, rule) else None


def _cells(rule: _Rule, top: float) -> Line:
    return Line([(left, top, right, rule.top) for left, right in pairwise(rule.edges)])


def _between(word: Word, rule: _Rule, top: float, bottom: float) -> bool:
    down, across = (word["top"] + word["bottom"]) / 2, (word["x0"] + word["x1"]) / 2
    return bool(top <= down <= bottom and rule.edges[0] <= across <= rule.edges[-1])


def _keep(words: list[Word], rule: _Rule) -> bool:
    """No word, and no two words with a space between them, reach over the side of a column."""
    order = sorted(words, key=lambda word: (round(word["bottom"]), word["x0"]))
    joined = [(word["x0"], word["x1"]) for word in order]
    joined += [(one["x0"], two["x1"]) for one, two in pairwise(order) if _spaced(one, two)]
    return not any(left + MEETS < edge < right - MEETS for edge in rule.edges[1:-1] for left, right in joined)


def _spaced(one: Word, two: Word) -> bool:
    """Stand in one line of words with no more than a space between them."""
    space = (one["bottom"] - one["top"]) * SPACE
    return abs(one["bottom"] - two["bottom"]) <= MEETS and 0 <= two["x0"] - one["x1"] < space


def _within(drawn: Word, box: Box) -> bool:
    across, down = (drawn["x0"] + drawn["x1"]) / 2, (drawn["top"] + drawn["bottom"]) / 2
    return bool(box[0] - MEETS <= across <= box[2] + MEETS and box[1] - MEETS <= down <= box[3] + MEETS)
