"""What somebody typed in the search box: names, a birth date, a postcode and a phone, in any order."""

import re
from dataclasses import dataclass
from datetime import date

from marac.kernel.birthdates import parse_birth_date
from marac.kernel.dates import UncertainDate
from marac.kernel.identifiers import is_phone, phone_digits
from marac.kernel.names import TITLES, compact, forename_alternatives, name_parts
from marac.kernel.postcodes import read_postcode
from marac.kernel.refusal import Refusal
from marac.matching.keys import name_keys, sound_keys

LONGEST = 4  # words that may make one phone or date, such as "3rd of April 1991"
MOST_WORDS = 12
PHONE_MARKS = re.compile(r"[0-9+() .-]+")


@dataclass(frozen=True)
class Term:
    """One thing that a person must have: any of `keys`, a name that begins so, or a birth that `born` allows."""

    keys: frozenset[str] = frozenset()
    beginning: str = ""
    born: UncertainDate | None = None

    @property
    def phone(self) -> bool:
        """Whether a telephone number was typed."""
        return any(key.startswith("phone:") for key in self.keys)

    @property
    def place(self) -> bool:
        """Whether it says where somebody is, or how they are reached."""
        return any(key.startswith(("phone:", "post:")) for key in self.keys)


def read_terms(words: str, *, today: date) -> list[Term]:
    """All are to be met. A name is met also by a nickname, by its sound, and run together with its neighbour."""
    left = words.replace(",", " ").split()[:MOST_WORDS]
    found: list[Term] = []
    names: list[str] = []
    while left:
        term, used = _longest(left, today)
        if term is None:
            names.append(left[0])
        else:
            found.append(term)
        left = left[used:]
    return [*_names(names), *found]


def _longest(words: list[str], today: date) -> tuple[Term | None, int]:
    for size in range(min(LONGEST, len(words)), 0, -1):
        term = _figures(" ".join(words[:size]), today)
        if term:
            return term, size
    return None, 1


def _figures(text: str, today: date) -> Term | None:
    if not any(letter.isdigit() for letter in text):
        return None
    digits = phone_digits(text)
    if PHONE_MARKS.fullmatch(text) and is_phone(digits):
        return Term(keys=frozenset({f"phone:{digits}"}))
    postcode = read_postcode(text)
    if postcode:
        return Term(keys=frozenset({f"post:{postcode}"}))
    try:
        return Term(born=parse_birth_date(text, today=today))
    except Refusal:
        return None


def _names(words: list[str]) -> list[Term]:
    typed = [word for word in words if name_parts(word)]
    names = [word for word in typed if compact(word) not in TITLES] or typed
    return [_name(names, index) for index in range(len(names))]


def _name(names: list[str], index: int) -> Term:
    """ "Mac Donald" also meets Macdonald: a word is tried together with the one before and the one after."""
    name = compact(names[index])
    keys = sound_keys(name) | name_keys(name)
    keys |= {f"name:{other}" for other in forename_alternatives(name)}
    if index:
        keys |= name_keys(compact(names[index - 1]) + name)
    if index + 1 < len(names):
        keys |= name_keys(name + compact(names[index + 1]))
    parts = name_parts(names[index])
    if len(parts) > 1:
        keys |= name_keys(parts[-1])
    return Term(keys=frozenset(keys), beginning=f"name:{name}" if len(name) > 2 else "")
