"""Knows which of the 24 topics of the risk checklist a printed line asks about."""

import re

from marac.labels.known import WORDS, role_in
from marac.written.text import plain

SUICIDE = re.compile(r"\bsuicid\w*")
BECAUSE = re.compile(r"\b(?:because|due|by|made|makes|you|she|her|victim|feels?|feeling)\b")


def topic(words: str) -> str | None:
    """The checklist topic of a line, by the longest telling words in it."""
    bare = plain(words)
    best = max(
        ((sum(len(p) for p in phrases if f" {p} " in f" {bare} "), name) for name, phrases in WORDS["topics"].items()),
        key=lambda pair: pair[0],
    )
    his = SUICIDE.search(bare) and role_in(bare) == "perpetrator" and not BECAUSE.search(bare)
    if best[1] == "low_mood_suicidal" and his:
        return "abuser_suicidal"  # "Suicidal talk or act - perpetrator"
    return best[1] if best[0] else None
