"""Puts together the label of a patient, where its lines stand each by itself, as in a text box."""

from collections.abc import Iterator
from dataclasses import replace

from marac.inferred import whole
from marac.written.blocks import Block, Cell
from marac.written.text import Text, join

MOST_LINES = 7  # of a label
LONGEST = 80  # characters of one of them
NOTHING = Text("")


def in_one(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, each label whose lines are several of them as a table of one cell."""
    at = 0
    while at < len(blocks):
        lines = _lines(blocks[at : at + MOST_LINES])
        if len(lines) > 1 and whole.is_sticker(text := join([each.text for each in lines], "\n")):
            yield replace(lines[0], kind="table", text=NOTHING, rows=((Cell(text, 1, 1, 0),),))
            at += len(lines)
        else:
            yield blocks[at]
            at += 1


def _lines(blocks: list[Block]) -> list[Block]:
    """The first of the blocks that may be lines of a label: "HOLLIS, Ada     F" and what stands beneath it."""
    found: list[Block] = []
    for block in blocks:
        words = block.text.words.strip()
        if block.kind not in ("paragraph", "line", "heading") or not 0 < len(words) < LONGEST:
            break
        if not found and whole.TURNED.match(words) is None:
            break
        found.append(block)
    return found
