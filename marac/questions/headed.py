"""Knows columns by what heads them: a line above the table ("Source    Yes    No"), or the names in its first row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from marac.answers import choices
from marac.answers.heads import heads_at_end
from marac.inferred import whole
from marac.layout.grids import Row
from marac.layout.pairs import Known
from marac.written.blocks import Block, Cell
from marac.written.text import Text

FEWEST_HEADS, FEWEST_ROWS = 2, 3


def over_ticks(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, each table whose columns of ticks have no heads of their own with those of the line above.

    That line may be a row of the table too, of one cell.
    """
    before = None
    for block in blocks:
        at, heads = _line_above(block, before.text.words if before is not None else "")
        columns = _ticked(block.rows[at:]) if heads else []
        if len(columns) == len(heads) >= FEWEST_HEADS:
            number = block.rows[at - 1][0].row if at else 0
            cells = (Cell(Text(words), number, at_, at_) for words, at_ in zip(heads, columns, strict=True))
            over = (Cell(Text(""), number, 0, 0), *cells)
            yield replace(block, rows=(*block.rows[: max(at - 1, 0)], over, *block.rows[at:]))
        else:
            yield block
        before = block


def _line_above(block: Block, before: str) -> tuple[int, list[str]]:
    """After how many of the rows, and with which answers, a line stands that ends with them."""
    for at, row in enumerate(block.rows, 1):
        full = [cell for cell in row if not cell.text.blank]
        if len(full) == 1 and len(heads := heads_at_end(full[0].text.words)) >= FEWEST_HEADS:
            return at, heads
    return 0, heads_at_end(before) if block.rows else []


def _ticked(rows: Sequence[Row]) -> list[int]:
    """The columns that hold ticks or boxes and nothing else, where the first holds none; none where rows are few."""
    found: dict[int, bool] = {}
    for cell in (cell for row in rows for cell in row if not cell.text.blank):
        words = cell.text.words.strip()
        marked = choices.BOX.fullmatch(words) is not None or choices.is_tick(words)
        found[cell.at] = found.get(cell.at, True) and marked
    columns = sorted(at for at, marked in found.items() if marked)
    return columns if len(rows) >= FEWEST_ROWS and min(found, default=0) not in columns else []


def named_across(row: Row, rows: list[Row], known: Known) -> int:
    """How many of the next rows tell of the people whom this row names, one in each column after the label."""
    label = known(row[0].text.words)
    names = [cell.text for cell in row[1:] if not cell.text.blank]
    if label is None or label.field != "name" or len(names) < 2 or not all(map(whole.is_named, names)):
        return 0
    lines = list(takewhile(lambda line: len(line) == len(row) and known(line[0].text.words) is not None, rows))
    return len(lines) if not any(known(name.words) for name in names) else 0
