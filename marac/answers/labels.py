"""Knows what forms call things: finds the field and the person that a printed label speaks of."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from marac.opening.text import plain

WORDS = tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))
FILLER = set(WORDS["filler"]["words"])
ROLES = [(phrase, role) for role, phrases in WORDS["roles"].items() for phrase in phrases]
ROLES.sort(key=lambda pair: -len(pair[0]))
PHRASES = [
    (phrase, field, kind)
    for kind in ("fields", "person")
    for field, phrases in WORDS[kind].items()
    for phrase in phrases
]
PHRASES.sort(key=lambda item: -len(item[0]))
RELATIONS = {plain(words) for words in WORDS["family"]["relations"]} | {"ex husband", "ex wife"}
NAMES = {phrase for phrase, _, _ in PHRASES}
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LONGEST_LABEL = 140
LONGEST_LINE = 90
# A label that asks for a whole person at once: the name and the date of birth in one box.
NAMED = re.compile(r"\bnames?\b")
BORN = re.compile(r"\b(?:dobs?|d o b|dates? of birth|born|ages?)\b")
# Where a form is to be sent is nothing about the case.
OURS = re.compile(
    r"(?:please )?(?:send|return|submit|e ?mail (?:this|to|the|completed)|completed form|once complete)\b"
)
YOURS = {"name", "surname", "forenames", "phone", "occupation"}


@dataclass(frozen=True)
class Label:
    """`field` as named in labels.toml; `personal` when it belongs to a person; `role` if the label says whose."""

    field: str
    personal: bool
    role: str | None


@lru_cache(maxsize=4096)
def find(words: str) -> Label | None:
    """The field that a printed label asks for, first without what stands in brackets, then with it."""
    if not words.strip() or len(words) > LONGEST_LABEL:
        return None
    bare = _unnumbered(plain(BRACKETS.sub(" ", words)))
    if OURS.match(bare):
        return None
    if NAMED.search(bare) and BORN.search(bare):
        return Label("whole", True, role_in(bare))
    return _find(bare) or _find(plain(words))


def bare(words: str) -> Label | None:
    """The field of a line that is a label and nothing more; a sentence that holds such words is not."""
    if len(words) > LONGEST_LINE or words.rstrip().endswith((".", ",", ";")):
        return None
    label = find(words)
    if label and label.field == "whole":
        return label
    stripped = _unnumbered(plain(BRACKETS.sub(" ", words)))
    phrase = next((p for p, field, _ in PHRASES if label and field == label.field and _holds(stripped, p)), "")
    return label if phrase and len(_others(stripped, phrase)) <= 3 else None


@lru_cache(maxsize=4096)
def section(words: str) -> str | None:
    """The role when the words are a bare heading such as "Victim's details" or "Children"."""
    short = len(BRACKETS.sub(" ", words).split()) < 4
    beside = [part for part in re.split(r"[/(),]| [-–] ", words) if part.strip()]
    if len(beside) > 1 and all(_section(plain(part)) or plain(part) in RELATIONS for part in beside):
        return next(filter(None, (_section(plain(part)) for part in beside)), None)
    within = (_section(plain(inside.group())) for inside in BRACKETS.finditer(words) if short)
    return _section(plain(BRACKETS.sub(" ", words))) or _section(plain(words)) or next(filter(None, within), None)


def _section(left: str) -> str | None:
    role = None
    left = _unnumbered(left)
    if left == "you":
        return "referrer"
    for phrase, named in ROLES:
        if _holds(left, phrase):
            role = role or named
            left = _without(left, phrase)
    return role if role and not set(left.split()) - FILLER else None


def only_label(words: str) -> bool:
    """The words are a label with nothing beside it but its number, whose it is, and remarks in brackets."""
    bare = _unnumbered(plain(BRACKETS.sub(" ", words)))
    return re.match(r"\d{1,2}[.)]", words) is not None or any(
        _holds(bare, phrase) and not _others(bare, phrase) for phrase in NAMES
    )


def says_more(words: str) -> bool:
    """More than the people, the filling words and the remarks in brackets that belong to a label."""
    return bool(_others(plain(BRACKETS.sub(" ", words)), ""))


def role_in(words: str) -> str | None:
    """Whose field it is, when the words say so."""
    return next((role for phrase, role in ROLES if _holds(words, phrase)), None)


def relation_words() -> str:
    """The words for relations and helpers as one alternative of a pattern, longest first."""
    return "|".join(sorted(map(re.escape, WORDS["family"]["relations"]), key=len, reverse=True))


def topic(words: str) -> str | None:
    """The checklist topic of a line, by the longest telling words in it."""
    bare = plain(words)
    best = max(
        ((sum(len(p) for p in phrases if _holds(bare, p)), name) for name, phrases in WORDS["topics"].items()),
        key=lambda pair: pair[0],
    )
    return best[1] if best[0] else None


def _find(bare: str) -> Label | None:
    for phrase, field, kind in PHRASES:
        if _holds(bare, phrase) and _enough(bare, phrase):
            role = role_in(_without(bare, phrase)) or (role_in(phrase) if field == "referrer.agency" else None)
            mine = _holds(bare, "your") or phrase == "direct line"
            role = "referrer" if field in YOURS and role is None and mine else role
            return Label(field, kind == "person", role)
    return None


def _unnumbered(bare: str) -> str:
    """Without the number of a question."""
    return re.sub(r"^(?:q ?)?\d{1,2}[a-z]? (?=\w)", "", bare)


def _enough(bare: str, phrase: str) -> bool:
    """A single common word must be nearly the whole label; a longer phrase may stand in a question."""
    others, words = _others(bare, phrase), phrase.split()
    return len(others) <= (0 if len(phrase) < 9 else 2 if len(words) == 1 else 9)


def _others(bare: str, phrase: str) -> list[str]:
    """The words of a label besides the phrase, the people it may name, and filling words."""
    left = _without(bare, phrase)
    for named, _ in ROLES:
        left = _without(left, named)
    return [word for word in left.split() if word not in FILLER]


def _holds(bare: str, phrase: str) -> bool:
    return f" {phrase} " in f" {bare} "


def _without(bare: str, phrase: str) -> str:
    if not phrase:
        return bare
    return f" {bare} ".replace(f" {phrase} ", "  ", 1).strip()
