"""Knows which of the 24 topics of the risk checklist a printed line asks about."""

from marac.labels.known import WORDS
from marac.written.text import plain


def topic(words: str) -> str | None:
    """The checklist topic of a line, by the longest telling words in it."""
    bare = plain(words)
    best = max(
        ((sum(len(p) for p in phrases if f" {p} " in f" {bare} "), name) for name, phrases in WORDS["topics"].items()),
        key=lambda pair: pair[0],
    )
    return best[1] if best[0] else None
