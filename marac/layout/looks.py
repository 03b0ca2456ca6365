"""Tells by its looks what a row, a cell or a table is: numbered, captioned, answered in itself, a box to tick."""

import re

from marac.answers import choices
from marac.layout.grids import Row
from marac.layout.pairs import Known, tells
from marac.written.blocks import Block, Cell
from marac.written.text import plain

CODE = re.compile(r"\(?(?:Q\.?\s?)?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?[.)]?|[A-H]\d{1,2}[.)]?")
CAPTION = re.compile(r"[A-Z][^\n,;@]{1,60}\n\s*\S")
FEWEST_CAPTIONS = 4  # our own choice
LED = re.compile(r"[A-Z][^:\n]{1,60}:\s*\S")
PAIR = 2  # cells of a row, which are a label and its answer unless both are as wide
MOSTLY = 0.6  # of the cells of a row that are labels: our own choice
CHOICE = re.compile(r"\s*(?:yes|no|y|n|gay|lesbian|bi|bisexual|trans|straight|heterosexual)\b", re.I)  # an answer
LABEL = re.compile(r"[A-Z\d][^:\n]{1,79}(?:\s*\([^)]*\))?\??")
ALIKE = 0.6  # of the cells of a table: our own choice


def without_numbers(row: Row) -> Row:
    """A row without the cells that only number its questions: "5", the question, the answer."""
    threes = [row[at : at + 3] for at in range(0, len(row), 3)]
    numbered = len(row) % 3 == 0 and all(CODE.fullmatch(three[0].text.words.strip()) for three in threes)
    asked = numbered and all(re.search(r"[^\W\d_]{2}", three[1].text.words) for three in threes)
    return tuple(cell for three in threes for cell in three[1:]) if asked else row


def captioned(block: Block) -> bool:
    """A table in most of whose cells a short caption stands above its answer."""
    cells = [cell.text.words for row in block.rows if len(row) > 1 for cell in row if not cell.text.blank]
    lined = [CAPTION.match(words) is not None for words in cells]
    return sum(lined) >= FEWEST_CAPTIONS and sum(lined) >= ALIKE * len(cells)


def filled_in(row: Row, rows: list[Row]) -> list[Cell]:
    """What was typed into the fields beneath the cells of a row of nothing but labels, in their order; else nothing."""
    below = list(rows[0]) if rows else []
    stand = len(row) > 1 and [cell.at for cell in row] == [cell.at for cell in below]
    labels = not any(cell.text.entered() or cell.text.blank for cell in row)
    filled = all(map(_entered, below)) and not all(cell.text.blank for cell in below)
    return below if stand and labels and filled else []


def answered_beneath(row: Row, rows: list[Row], known: Known) -> list[Cell]:
    """The cells beneath a row of nothing but labels, none of which is a label: each is answered by what stands under
    it. Nothing where the row, or the one beneath, may be anything else."""
    below = list(rows[0]) if rows else []
    wide = len(row) > PAIR or (len(row) == PAIR and 1 < row[0].span == row[1].span)
    if not wide or [cell.at for cell in row] != [cell.at for cell in below]:
        return []
    if any(tells(cell.text.words) or not LABEL.fullmatch(cell.text.words.strip()) for cell in row):
        return []
    answers = [cell for cell in below if not cell.text.blank]
    labels = [cell for cell in answers if _asks(cell, known) and not CHOICE.match(cell.text.words)]
    least = MOSTLY * len(row) if len(row) > PAIR else 1
    mostly = sum(_asks(cell, known) for cell in row) >= least
    return below if answers and mostly and not labels else []


def _asks(cell: Cell, known: Known) -> bool:
    return known(cell.text.words) is not None or cell.text.words.rstrip().endswith("?")


def _entered(cell: Cell) -> bool:
    typed = cell.text.blank or cell.text.marked(0, len(cell.text.words), "entered")
    return typed or choices.BOX.match(cell.text.words.strip()) is not None


def answered(cell: Cell) -> bool:
    """Words, a colon and what is answered."""
    return LED.match(cell.text.words.strip()) is not None


def boxed(cell: Cell) -> bool:
    """A box to tick with its own words, and no answers to choose from."""
    boxes = choices.boxes(cell.text)
    return len(boxes) == 1 and len(plain(boxes[0][0]).split()) > 0 and plain(boxes[0][0]) not in ("yes", "no", "y", "n")
