"""Tells by its looks what a row, a cell or a table is: numbered, captioned, answered in itself, a box to tick."""

import re
from dataclasses import replace

from marac.answers import choices
from marac.labels.known import only_label
from marac.layout import turns
from marac.layout.grids import Row
from marac.layout.pairs import Known, tells
from marac.written.blocks import Block, Cell
from marac.written.text import plain

CODE = re.compile(r"\(?(?:Q\.?\s?)?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?[.)]?|[A-H]\d{1,2}[.)]?")
CAPTION = re.compile(r"[A-Z][^\n,;@]{1,60}\n\s*\S")
FEWEST_CAPTIONS, FEWEST_PAIRS, FEWEST_FIELDS = 4, 3, 3  # our own choice
LED = re.compile(r"[A-Z][^:\n]{1,60}:\s*\S")
PAIR = 2  # cells of a row, which are a label and its answer unless both are as wide
HALF = 0.5  # of the rows of a table that take turns with their answers: our own choice
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


def captions(block: Block) -> frozenset[str]:
    """The captions of a table in most of whose cells a short one stands above its answer; of any other table none."""
    cells = [cell.text.words for row in block.rows if len(row) > 1 for cell in row if not cell.text.blank]
    lined = [words.strip().partition("\n")[0] for words in cells if CAPTION.match(words)]
    return frozenset(lined if len(lined) >= max(FEWEST_CAPTIONS, ALIKE * len(cells)) else ())


def filled_in(row: Row, rows: list[Row]) -> list[Cell]:
    """What was typed into the fields beneath the cells of a row of nothing but labels, in their order; else nothing."""
    below = list(rows[0]) if rows else []
    stand = (len(row) > 1 or any(map(filled, below))) and [cell.at for cell in row] == [cell.at for cell in below]
    labels = not any(cell.text.entered() or cell.text.blank for cell in row)
    typed = all(map(_entered, below)) and not all(cell.text.blank for cell in below)
    return below if stand and labels and typed else []


def answered_beneath(row: Row, rows: list[Row], known: Known) -> list[Cell]:
    """The cells beneath a row of nothing but labels, none of which is a label: each is answered by what stands under
    it. Nothing where the row, or the one beneath, may be anything else."""
    below = list(rows[0]) if rows else []
    wide = len(row) > PAIR or (len(row) == PAIR and (1 < row[0].span == row[1].span or _asks_twice(row, rows, known)))
    return below if wide and _labels_over(row, below, known) else []


def numbered_beneath(row: Row, rows: list[Row]) -> list[Cell]:
    """The cells beneath a row, where several of them number the people of whom they tell: "1) son  2) his friend"."""
    below = list(rows[0]) if rows else []
    stand = [cell.at for cell in row] == [cell.at for cell in below]
    return below if stand and sum(bool(turns.several_in(cell.text)) for cell in below) > 1 else []


def _asks_twice(row: Row, rows: list[Row], known: Known) -> bool:
    """Two questions, of which the second is no answer to the first, over a row in which nothing is asked."""
    second = row[1].text.words.rstrip()
    asks = all(_asks(cell, known) for cell in row) and (second.endswith("?") or only_label(second))
    return asks and bool(rows) and not any(_asks(cell, known) for cell in rows[0])


def _labels_over(row: Row, below: list[Cell], known: Known) -> bool:
    if [cell.at for cell in row] != [cell.at for cell in below]:
        return False
    if any(tells(cell.text.words) or not LABEL.fullmatch(cell.text.words.strip()) for cell in row):
        return False
    answers = [cell for cell in below if not cell.text.blank]
    labels = [
        cell
        for cell in answers
        if _asks(cell, known) and not CHOICE.match(cell.text.words) and not turns.several_in(cell.text)
    ]
    least = MOSTLY * len(row) if len(row) > PAIR else 1
    mostly = sum(_asks(cell, known) for cell in row) >= least
    return bool(answers) and mostly and not labels


def alternate(rows: list[Row], known: Known) -> set[int]:
    """The rows of a table that are labels for the row beneath: in most pairs of rows that is plain to see."""
    at = next((n for n, row in enumerate(rows) if len(row) > 1), len(rows))
    pairs = list(range(at, len(rows) - 1, 2))
    over = [n for n in pairs if _labels_over(rows[n], list(rows[n + 1]), known)]
    plainly = [n for n in over if len(rows[n]) > 1 and _asks(rows[n][-1], known)]  # where else an answer stands
    same = all([cell.at for cell in rows[n]] == [cell.at for cell in rows[n + 1]] for n in pairs)
    return (
        set(pairs)
        if same and not (len(rows) - at) % 2 and len(plainly) >= max(FEWEST_PAIRS, HALF * len(pairs))
        else set()
    )


def going_on(rows: list[Row], before: Block | None) -> list[Row]:
    """Rows of fields without a label, beneath one row in which labels and fields took turns: the labels head them too.

    The first child's line says "Name [...] Born [...] School [...]", and those beneath are fields alone.
    """
    line = before.rows[0] if before and len(before.rows) == 1 else ()
    labels, fields = line[::2], line[1::2]
    alike = len(labels) == len(fields) >= FEWEST_FIELDS and all(len(row) == len(labels) for row in rows)
    by_turns = all(map(_entered, fields)) and not any(map(_entered, labels))
    if not (rows and alike and by_turns and all(_entered(cell) for row in rows for cell in row)):
        return rows
    return [tuple(replace(cell, text=label.text) for cell, label in zip(rows[0], labels, strict=True)), *rows]


def _asks(cell: Cell, known: Known) -> bool:
    return known(cell.text.words) is not None or cell.text.words.rstrip().endswith("?")


def _entered(cell: Cell) -> bool:
    return cell.text.blank or filled(cell) or choices.BOX.match(cell.text.words.strip()) is not None


def filled(cell: Cell) -> bool:
    """All of it was typed or chosen in a field, and so is an answer and no label."""
    return not cell.text.blank and cell.text.marked(0, len(cell.text.words), "entered")


def answered(cell: Cell) -> bool:
    """Words, a colon and what is answered."""
    return LED.match(cell.text.words.strip()) is not None


def boxed(cell: Cell) -> bool:
    """A box to tick with its own words, and no answers to choose from."""
    words = [plain(said) for said, _ in choices.boxes(cell.text)]
    return bool(words) and all(said and said not in ("yes", "no", "y", "n") for said in words)
