"""Finds two people of one part who stand beside each other, each under labels of their own that ask the same."""

import re
from itertools import takewhile

from marac.layout.grids import Row
from marac.written.text import plain

PAIR = 2  # of whom, and of rows at least
NUMBER = re.compile(r"^\d (?=\D)")  # "1. Name" beside "2. Name"


def beside(row: Row, rows: list[Row]) -> int:
    """How many of the next rows, this one among them, ask the same of both, a label and an answer each."""
    return _alike([row, *rows], 2 * PAIR, 0, 2)


def stacked(row: Row, rows: list[Row]) -> int:
    """The same of rows of two cells, in each of which the label is printed over its answer."""
    return _alike([row, *rows], PAIR, 0, 1) if any("\n" in cell.text.words.strip() for cell in row) else 0


def _alike(rows: list[Row], cells: int, one: int, other: int) -> int:
    alike = takewhile(
        lambda row: len(row) == cells and bool(_asked(row, one)) and _asked(row, one) == _asked(row, other), rows
    )
    number = len(list(alike))
    return number if number >= PAIR else 0


def _asked(row: Row, at: int) -> str:
    """The first line of a cell, without its number."""
    return NUMBER.sub("", plain(row[at].text.words.strip().partition("\n")[0]))
