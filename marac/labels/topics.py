"""Knows which of the 24 topics of the risk checklist a printed line asks about."""

import re

from marac.labels.known import WORDS, role_in
from marac.written.text import plain

SUICIDE = re.compile(r"\bsuicid\w*")
HE = re.compile(r"(?:he|his)\b")
BECAUSE = re.compile(r"\b(?:because|due|by|made|makes|you|she|her|victim|feels?|feeling)\b")


def topic(words: str) -> str | None:
    """The checklist topic of a line, by the longest telling words in it."""
    bare = plain(words)
    best = max(
        ((sum(len(p) for p in phrases if f" {p} " in f" {bare} "), name) for name, phrases in WORDS["topics"].items()),
        key=lambda pair: pair[0],
    )
    his = SUICIDE.search(bare) and (HE.match(bare) or role_in(bare) == "perpetrator") and not BECAUSE.search(bare)
    if his and (not best[0] or best[1] == "low_mood_suicidal"):
        return "abuser_suicidal"  # "Suicidal talk or act - perpetrator", "He speaks of suicide"
    return best[1] if best[0] else None
