"""The words for what people are to each other: relations, partners, men and women, mothers and fathers."""

import re
import tomllib
from pathlib import Path

from marac.written.text import plain

WORDS = tomllib.loads((Path(__file__).parent / "relations.toml").read_text(encoding="utf-8"))
RELATIONS = {plain(words) for words in WORDS["relations"]} | {"ex husband", "ex wife"}
RELATED = {word for words in RELATIONS for word in (words, f"{words}s") if " " not in words}
PARTNERS = frozenset(map(plain, WORDS["partners"]))
MEN, WOMEN = frozenset(WORDS["men"]), frozenset(WORDS["women"])
TITLES = {"mr": "male", "mrs": "female", "ms": "female", "miss": "female"}  # that tell a man or a woman
MOTHERS, FATHERS = frozenset(WORDS["mothers"]), frozenset(WORDS["fathers"])


def _one_of(words: list[str]) -> str:
    """The words as one alternative of a pattern, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def relation_words() -> str:
    """The words for relations and helpers as one alternative of a pattern, longest first."""
    return _one_of(WORDS["relations"])


PARTNER_WORDS = _one_of(WORDS["partners"])
PARTNER = rf"\b(?:(?:ex|former|estranged)[- ]?)?(?:{PARTNER_WORDS})\b"
PARENT_WORDS = _one_of([*WORDS["mothers"], *WORDS["fathers"], "parent"])


def gender_of(relation: str) -> str:
    """Male or female, where the relation tells: by its last word that does ("her sister's husband")."""
    for word in reversed(plain(relation).split()):
        if word in MEN | WOMEN:
            return "male" if word in MEN else "female"
    return ""


def titled(name: str) -> str:
    """Male or female, where the name begins or ends with a title that tells: "Mr Ada Hollis", "HOLLIS, Ada (Ms)"."""
    words = plain(name).split()
    return TITLES.get(words[0]) or TITLES.get(words[-1], "") if words else ""
