"""Which of two columns of a table of children asks what a child is to the victim: "To client" beside "To partner"."""

import re
from collections.abc import Iterable, Mapping, Sequence

from marac.labels import known
from marac.written.blocks import Block, Cell
from marac.written.text import plain

TO_WHOM = re.compile(
    r"(?:(?:relation(?:ship)?|rel|related|link|connection|kinship) )?to (?:the |our |this )?(?P<whom>\w[\w ]*)"
    r"|is (?:the |our )?(?P<owner>\w+?) ?s"
)
PAIR = 2


def to_each(blocks: Iterable[Block], called: Mapping[str, str]) -> dict[str, str]:
    """The two labels and the field of each. Whoever is not plainly harmed and stands second is the one who harms.

    `called` is what this document calls the two, by which it explains its letters: "AP", "S1".
    """
    found: dict[str, str] = {}
    for row in (row for block in blocks for row in block.rows):
        asked = {words: whom for cell in row if (words := plain(cell.text.words)) and (whom := _whom(cell))}
        if len(asked) == PAIR and _of_births(row):
            first, second = (called.get(whom) or known.role_in(whom) for whom in asked.values())
            swapped = first != second and (first == "perpetrator" or second == "victim")
            to = ("relationship_to_victim", "relationship_to_perpetrator")
            found |= dict(zip(asked, reversed(to) if swapped else to, strict=True))
    return found


def _whom(cell: Cell) -> str:
    """To whom the cell asks a relation, in the second of two languages; empty where it asks something else."""
    words = " ".join(cell.text.words.split()).rpartition(" / ")[2]
    asked = TO_WHOM.fullmatch(plain(words))
    return (asked["whom"] or asked["owner"]) if asked else ""


def _of_births(row: Sequence[Cell]) -> bool:
    labels = [known.find(cell.text.words) for cell in row]
    return any(label is not None and label.field in ("dob", "age", "edd") for label in labels)
