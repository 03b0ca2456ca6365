"""What somebody typed in the search box: names, an age or a birth date, a place, a postcode, a phone, in any order."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from marac.intake.people import Described
from marac.kernel.birthdates import parse_birth_date
from marac.kernel.dates import UncertainDate
from marac.kernel.identifiers import is_phone, phone_digits
from marac.kernel.names import TITLES, compact, forename_alternatives, name_parts
from marac.kernel.postcodes import read_postcode
from marac.kernel.refusal import Refusal
from marac.matching.keys import KINDS, marks_of, name_keys

LONGEST = 5  # words that may make one phone or date, such as "born 3rd of April 1991"
MOST_WORDS = 12
FEWEST_LETTERS = 2  # of which anything is looked for
PHONE_MARKS = re.compile(r"[0-9+() .-]+")
ALONE = re.compile(r"[1-9][0-9]?")  # an age, or the number of a house
# What stands between the rest, and is nobody's name.
FILLING = frozenset(("about", "age", "aged", "around", "born", "from", "in", "lives", "near", "of", "old", "the"))
TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
DECADES = re.compile(f"(?P<born>born (?:in )?(?:the )?)?(?P<part>(?:early|mid|late) )?(?P<tens>{'|'.join(TENS)})")
OLDEST_TENS = 60  # "in her sixties" is an age, and so is no later ten: who says "nineties" means when they were born


@dataclass(frozen=True)
class Term:
    """One thing that a person must have: a name or a place with `word`, a birth that `born` allows, or a number."""

    typed: str
    word: str = ""
    born: UncertainDate | None = None
    postcode: str = ""
    phone: str = ""

    @property
    def name(self) -> str:
        """A word that may be of a name: 14 is the number of a house, or an age."""
        return "" if self.born else self.word


@dataclass(frozen=True)
class Wanted:
    """By what keys, and by what beginnings of them, people are found who may answer to the terms."""

    keys: frozenset[str]
    beginnings: frozenset[str]


def read_terms(words: str, *, today: date) -> list[Term]:
    """All are to be met, unless the engine finds somebody likely without one of them."""
    left = DECADES.sub(_in_figures, words.lower()).replace(",", " ").replace(";", " ").split()[:MOST_WORDS]
    found: list[Term] = []
    names: list[str] = []
    while left:
        term, used = _longest(left, today)
        if term is None:
            names.append(left[0])
        else:
            found.append(term)
        left = left[used:]
    return [*_words(names), *found]


def wanted(terms: list[Term]) -> Wanted:
    words = [term.name for term in terms if term.name]
    keys = {f"name:{other}" for word in words for other in forename_alternatives(word)}
    keys |= {f"place:{word}" for word in words}
    for one, two in pairwise(words):
        keys |= name_keys([one + two])
    each = [described for word in words for described in (Described(word), Described("", word))]
    whole = [described_by(terms, words), described_by(terms, words[::-1])]
    keys |= frozenset().union(*marks_of([*each, *whole], KINDS))
    beginnings = {f"{kind}:{word}" for kind in ("name", "place") for word in words if len(word) >= FEWEST_LETTERS}
    return Wanted(frozenset(keys), frozenset(beginnings))


def described_by(terms: list[Term], names: list[str]) -> Described:
    """As the engine compares it: the last of the names is taken for the surname."""
    born = next((term.born for term in terms if term.born and not term.word), None)
    return Described(
        surname=names[-1] if names else "",
        forenames=" ".join(names[:-1]),
        born_from=born.earliest if born else None,
        born_until=born.latest if born else None,
        postcodes=tuple(term.postcode for term in terms if term.postcode),
        phones=tuple(term.phone for term in terms if term.phone),
    )


def _longest(words: list[str], today: date) -> tuple[Term | None, int]:
    for size in range(min(LONGEST, len(words)), 0, -1):
        term = _figures(" ".join(words[:size]), today)
        if term:
            return term, size
    return None, 1


def _figures(text: str, today: date) -> Term | None:
    if not any(letter.isdigit() for letter in text):
        return None
    if ALONE.fullmatch(text):
        return Term(text, word=text, born=parse_birth_date(f"about {text} years", today=today))
    digits = phone_digits(text)
    if PHONE_MARKS.fullmatch(text) and is_phone(digits):
        return Term(text, phone=digits)
    postcode = read_postcode(text)
    if postcode:
        return Term(text, postcode=str(postcode))
    try:
        return Term(text, born=parse_birth_date(text, today=today))
    except (Refusal, ValueError, OverflowError):
        return None


def _in_figures(match: re.Match[str]) -> str:
    """ "born in the nineties" as 1990s, "late thirties" as the age "late 30s"."""
    tens = 10 * (TENS.index(match["tens"]) + 2)
    if match["born"] or tens > OLDEST_TENS:
        return f"19{tens}s"
    return f"{match['part'] or ''}{tens}s"


def _words(words: list[str]) -> list[Term]:
    typed = [part for word in words for part in name_parts(word) or ()]
    names = [word for word in typed if word not in TITLES and word not in FILLING] or typed
    return [Term(name, word=compact(name)) for name in names]
