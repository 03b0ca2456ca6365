"""Names of people: brought to one form for search, taken apart, and put together for show.

A stored name is shown as it was given. What is made here in lower case is for comparing only.
"""

import tomllib
import unicodedata
from dataclasses import dataclass
from importlib.resources import files

# Left out on purpose: "junior" and "senior", which tell a father from a son, and "di", which is a forename.
TITLES = frozenset(
    """
    mr mrs ms miss mx master dr doctor prof professor sir dame lady lord rev revd reverend fr rabbi imam
    cllr councillor pc dc ds sgt insp cpl lcpl pte spr gnr capt maj
    """.split()  # noqa: SIM905 - a list of quoted words is harder to read and to add to
)
PARTICLES = frozenset(
    "al ap bin bint da das de del della den der di dos du el la le mac mc o st van von".split()  # noqa: SIM905
)
# Names that stand beside a surname, or in its place: of Sikhs, and of women from South Asia.
BESIDE_SURNAMES = frozenset(
    "bano begum bibi devi kaur khanam khanom khanum khatoon khatun kumari singh".split()  # noqa: SIM905
)
# Two capitals are more often initials ("JP Smith", "J.R. Smith") than a name in capitals.
SHORTEST_IN_CAPITALS = 3
SHORTEST_SURNAME = 2  # "LI, Wei" and "Wei LI": a surname is never initials
APOSTROPHES = "'\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u0060\u00b4\u2032\uff07"
# Letters that have no accent to take off, as passports spell them (ICAO Doc 9303, part 3, section 6, shortened).
LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys(APOSTROPHES, "")
)


@dataclass(frozen=True)
class SplitName:
    forenames: str
    surname: str


def normalise(name: str) -> str:
    """A name in one form: "Mrs. Siân O'Brien-Smith" is "sian obrien smith".

    Lower case, accents and titles off, apostrophes closed up, hyphens and other marks as one space.
    Other scripts keep their vowel signs. A name that is only a title ("Lord") is kept.
    """
    parts = _plain(name).split()
    while len(parts) > 1 and parts[0] in TITLES:
        del parts[0]
    return " ".join(parts)


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a normalised name."""
    return tuple(normalise(name).split())


def compact(name: str) -> str:
    """A normalised name without spaces, so that "O Brien", "Mac Donald" and "Anne-Marie" meet their other spellings."""
    return normalise(name).replace(" ", "")


def forename_alternatives(name: str) -> frozenset[str]:
    """Every forename that the first of these may stand for, itself among them; empty for no name."""
    parts = name_parts(name)
    return NICKNAMES.get(parts[0], frozenset(parts[:1])) if parts else frozenset()


def same_forename(a: str, b: str) -> bool:
    """Whether two people's forenames may be the same: equal, run together, or in one group of nicknames.

    Where there are several, only the first counts. An initial is not a name, and says nothing.
    """
    if not name_parts(a) or not name_parts(b):
        return False
    return compact(a) == compact(b) or name_parts(b)[0] in forename_alternatives(a)


def full_name(forenames: str, surname: str) -> str:
    """ "Sarah O'Brien"; whichever half is known when the other is not."""
    return " ".join(f"{forenames} {surname}".split())


def surname_first(forenames: str, surname: str) -> str:
    """ "O'BRIEN, Sarah", as lists are sorted and read."""
    halves = (" ".join(surname.split()).upper(), " ".join(forenames.split()))
    return ", ".join(half for half in halves if half)


def initials(forenames: str, surname: str) -> str:
    """ "SJO" for Sarah Jane O'Brien: one letter for each word."""
    return "".join(word[0] for word in full_name(forenames, surname).split()).upper()


def split_name(text: str) -> SplitName:
    """A name typed in one box as forenames and surname; the title goes.

    Reads "SURNAME, Forenames", "SURNAME Forenames" and "Forenames SURNAME" by their capitals, and otherwise
    takes the last word with the particles before it ("van der Berg"). A lone word is a surname after a title,
    else a forename.
    """
    before, comma, after = tidy_case(text).partition(",")
    if comma:
        return SplitName(_ordinary(_untitled(after.split())), _ordinary(_untitled(before.split()), SHORTEST_SURNAME))
    typed = before.split()
    words = _untitled(typed)
    if len(words) == 1:
        alone = _ordinary(words)
        return SplitName("", alone) if len(typed) > 1 else SplitName(alone, "")
    start, end = _surname_span(words)
    return SplitName(_ordinary(words[:start] + words[end:]), _ordinary(words[start:end], SHORTEST_SURNAME))


def tidy_case(name: str) -> str:
    """A name that is all in one case with its capitals: "O'BRIEN-SMITH" is "O'Brien-Smith"; others stay as they are."""
    if name not in (name.upper(), name.lower()):
        return name
    titled = "".join(
        letter.upper() if index == 0 or not name[index - 1].isalpha() else letter.lower()
        for index, letter in enumerate(name)
    )
    return " ".join(_with_prefix(word) for word in titled.split())


def ordinary_case(text: str) -> str:
    """Words about a name, each that is all in capitals in ordinary letters: "née LATH" is "née Lath"."""
    return _ordinary(text.split())


def _plain(name: str) -> str:
    """Folded twice, because taking an accent off can leave a letter that folds again."""
    for _again in range(2):
        name = unicodedata.normalize("NFKD", name.translate(LETTERS)).casefold().translate(LETTERS)
        name = "".join(letter for letter in name if not unicodedata.combining(letter))
    name = unicodedata.normalize("NFC", name)
    return "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in name)


def _untitled(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and _plain(words[start]).strip() in TITLES:
        start += 1
    return words[start:]


def _surname_span(words: list[str]) -> tuple[int, int]:
    """Where the surname begins and ends among two or more words (or none)."""
    capitals = [_in_capitals(word) for word in words]
    if any(capitals) and not all(capitals):
        leading = capitals.index(False)
        if leading and not any(capitals[leading:]):
            return 0, leading
        if capitals[-1]:
            first = len(capitals) - capitals[::-1].index(False)
            return first, len(words)
    start = len(words) - 1
    while start > 1 and _plain(words[start - 1]).strip() in PARTICLES:
        start -= 1
    return max(start, 0), len(words)


def _ordinary(words: list[str], shortest: int = SHORTEST_IN_CAPITALS) -> str:
    return " ".join(tidy_case(word) if _in_capitals(word, shortest) else word for word in words)


def _in_capitals(word: str, shortest: int = SHORTEST_IN_CAPITALS) -> bool:
    return word.isupper() and len(word.replace(".", "")) >= shortest


def _with_prefix(word: str) -> str:
    """ "Mcdonald" as "McDonald"; "Mac" is left, for Macdonald and MacDonald are different families."""
    return f"Mc{word[2].upper()}{word[3:]}" if word.startswith("Mc") and len(word) > 4 else word


def _read_nicknames() -> list[list[str]]:
    lines: list[str] = tomllib.loads(files(__package__).joinpath("nicknames.toml").read_text("utf-8"))["groups"]
    return [line.split() for line in lines]


def _by_name(groups: list[list[str]], given: slice) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for name in group:
            found[name] = found.get(name, frozenset()) | frozenset(group[given])
    return found


_GROUPS = _read_nicknames()
NICKNAMES = _by_name(_GROUPS, slice(None))
# The names that stand first in their groups, by every name that may be short for them.
FORMAL_NAMES = _by_name(_GROUPS, slice(1))
