"""Weighs what a label says for each field: words that together ask for it, and words that do not belong to it."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WORDS = tomllib.loads((Path(__file__).parent / "weighed.toml").read_text(encoding="utf-8"))
LEAST = 1  # of a label that asks for a field: one word more that belongs to it than words that do not
WHOLLY = ("consent.", "safe_to_", "address_conf")  # where a word that is not understood may turn the question


def _words(written: str) -> re.Pattern[str]:
    """One of the words, whole."""
    each = [re.escape(word).replace(r"\*", r"\w*") for word in written.split()]
    return re.compile("|".join(each) or "(?!)")


@dataclass(frozen=True)
class Asking:
    """The ways of asking for a field, what may go with them, and what may not."""

    field: str
    ways: tuple[tuple[re.Pattern[str], ...], ...]
    besides: re.Pattern[str]
    never: re.Pattern[str]

    def weight(self, said: list[str], plain: set[str]) -> int:
        """How much more of the label asks for the field than does not; nothing when no way of asking is found."""
        if any(self.never.fullmatch(word) for word in said):
            return 0
        best = 0
        for way in self.ways:
            if all(any(word.fullmatch(each) for each in said) for word in way):
                left = [w for w in said if w not in plain and not self.besides.fullmatch(w)]
                left = [w for w in left if not any(word.fullmatch(w) for word in way)]
                best = max(best, len(way) + 1 - len(left) if not left or not self.field.startswith(WHOLLY) else 0)
        return best


ASKINGS = [
    Asking(
        field,
        tuple(tuple(_words(word) for word in way.split()) for way in held["ask"]),
        _words(held.get("besides", "")),
        _words(held.get("never", "")),
    )
    for field, held in WORDS["fields"].items()
]
PLAIN, NEVER = _words(WORDS["plain"]), _words(WORDS["never"])


@lru_cache(maxsize=4096)
def field_of(bare: str, people: frozenset[str]) -> str | None:
    """The field that has the most weight; none where two have as much, or the label is about something else."""
    said = bare.split()
    plain = {word for word in said if word in people or PLAIN.fullmatch(word)}
    weights = sorted(((each.weight(said, plain), each) for each in ASKINGS), key=lambda pair: -pair[0])
    (most, first), (second, _) = weights[:2]
    if most < LEAST or most == second:
        return None
    barred = any(NEVER.fullmatch(word) and not first.besides.fullmatch(word) for word in said)
    ways = [word for way in first.ways for word in way]
    if barred and not any(NEVER.fullmatch(word) and any(w.fullmatch(word) for w in ways) for word in said):
        return None
    return first.field
