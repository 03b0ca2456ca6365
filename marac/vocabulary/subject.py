"""Knows the subject line of a letter, in which somebody stands with their birth and nothing else is said."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

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
    ahead = list(enumerate(held))[dear + 1 : dear + 1 + AHEAD] if dear is not None else []
    before_the_letter = takewhile(lambda pair: not pair[1].text.words.rstrip().endswith("."), ahead)
    found = [at for at, block in before_the_letter if _is_subject(block)]
    for at in found if len(found) == 1 else []:
        held[at] = replace(held[at], text=join([Text("Re:"), held[at].text], " "))
    return held


def _is_subject(block: Block) -> bool:
    words = block.text.words.strip()
    return (
        block.kind != "table"
        and len(words) < LONGEST
        and words[:1].isalpha()
        and not TELLING.search(words)
        and (whole.is_born(block.text) or (TITLED.match(words) is not None and whole.is_told(block.text)))
    )
