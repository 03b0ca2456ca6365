"""Knows the subject line of a letter, in which somebody stands with their birth and nothing else is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from marac.inferred import whole
from marac.written.blocks import Block
from marac.written.text import Text, join

DEAR = re.compile(r"\W*Dear\b")
AHEAD = 4  # blocks between the greeting and the subject at most
LONGEST = 160  # characters
TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z]")
TELLING = re.compile(r"\b(?:is|was|has|had|are|were|lives?|writing|refer\w*)\b(?! born)")


def spelled_out(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with "Re:" before the one subject line just under the greeting; as they are where there are two."""
    held = list(blocks)
    dear = next((at for at, block in enumerate(held) if DEAR.match(block.text.words)), None)
    near = range(dear + 1, min(dear + 1 + AHEAD, len(held))) if dear is not None else range(0)
    found = [at for at in near if _is_subject(held[at])]
    for at in found if len(found) == 1 else []:
        held[at] = replace(held[at], text=join([Text("Re:"), held[at].text], " "))
    return held


def _is_subject(block: Block) -> bool:
    words = block.text.words.strip()
    return (
        block.kind != "table"
        and len(words) < LONGEST
        and not words.endswith(".")
        and not TELLING.search(words)
        and (whole.is_born(block.text) or (TITLED.match(words) is not None and whole.is_told(block.text)))
    )
