"""Gives the rows of a ruled table what is printed beside their cells: answers on no ground, beside shaded labels."""

from itertools import pairwise
from typing import Any

from marac.geometry.ruled import Box, Line, Ruled, Word

FEWEST = 2  # rows of labels with answers beside them, where the table itself ends at the labels
FEWEST_HEADS = 3  # that stand apart on one band
MOST_OF_THEM = 0.6  # of its rows
MEETS = 1.5  # points by which a word may reach into the cell beside which it stands


def widened(tables: list[Any], words: list[Word]) -> list[Any]:
    """The tables, each with one cell more in every row beside whose own something is printed."""
    free = [word for word in words if not any(in_cells(word, table) for table in tables)]
    return [_widened(table, free, [other for other in tables if other is not table]) for table in tables]


def in_cells(word: Word, table: Any) -> bool:
    """The middle of the word is in a cell of the table."""
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    left, top, right, bottom = table.bbox
    if not (left <= across <= right and top <= down <= bottom):
        return False
    return any(cell and cell[0] <= across <= cell[2] and cell[1] <= down <= cell[3] for cell in table.cells)


def _widened(table: Any, free: list[Word], others: list[Any]) -> Any:
    rows = [sorted(cell for cell in row.cells if cell) for row in table.rows]
    edge = table.bbox[2]
    told = [_beside(row, free, others) if row else [] for row in rows]
    single = all(len(row) == 1 for row, words in zip(rows, told, strict=True) if words)
    within = [word for words in told for word in words if word["x1"] <= edge + MEETS]
    count = sum(map(bool, told))
    if not within and not (single and count >= FEWEST and count >= MOST_OF_THEM * len(rows)):
        return table
    left = min(word["x0"] for words in told for word in words) - 1
    right = max(edge, *(word["x1"] for words in told for word in words)) + 1
    return Ruled([Line([*row, *_one_more(row, left, right)]) for row in rows if row])


def _beside(row: list[Box], free: list[Word], others: list[Any]) -> list[Word]:
    """What is printed to the right of a row, as far as the next table."""
    top, bottom, end = min(c[1] for c in row), max(c[3] for c in row), max(c[2] for c in row)
    boxes = [each.bbox for each in others]
    stop = min((b[0] for b in boxes if b[0] > end - MEETS and b[1] < bottom and b[3] > top), default=float("inf"))
    near = [word for word in free if word["x0"] >= end - MEETS and word["x1"] <= stop + MEETS]
    return [word for word in near if top <= (word["top"] + word["bottom"]) / 2 <= bottom]


def _one_more(row: list[Box], left: float, right: float) -> list[Box]:
    end = max(cell[2] for cell in row)
    if end > left + MEETS:
        return []
    return [(max(left, end), min(c[1] for c in row), right, max(c[3] for c in row))]


def grounds(table: Any, words: list[Word], gap: float) -> bool:
    """Nothing but bands of colour behind heads: one cell a row, and in one of them words in columns of their own."""
    rows = [[cell for cell in row.cells if cell] for row in table.rows]
    if any(len(row) > 1 for row in rows):
        return False
    return any(_stretches([w for w in words if _within(w, row[0])], gap) >= FEWEST_HEADS for row in rows if row)


def titles(tables: list[Any], words: list[Word], gap: float) -> list[Word]:
    """The words that stand by themselves on such a band: a heading."""
    rows = [cell for table in tables for row in table.rows for cell in row.cells if cell]
    held = [[word for word in words if _within(word, cell)] for cell in rows]
    return [word for line in held if _stretches(line, gap) == 1 for word in line]


def _within(word: Word, cell: Box) -> bool:
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(cell[0] <= across <= cell[2] and cell[1] <= down <= cell[3])


def _stretches(words: list[Word], gap: float) -> int:
    """Of the first line of a cell, stretches of words that stand apart."""
    top = min((word["top"] for word in words), default=0.0)
    line = sorted((word for word in words if word["top"] - top < MEETS * 2), key=lambda word: word["x0"])
    return sum(two["x0"] - one["x1"] > gap for one, two in pairwise(line)) + bool(line)
