"""One word of a name in the forms in which it is compared: its sound, its consonants, the names it may stand for.

Consonants bring together what was carried into Latin letters in several ways (Yusuf and Youssef, Khalid and Khaled),
where the sound, which is English, does not.
"""

import re
from functools import lru_cache
from zlib import crc32

from marac.kernel.names import FORMAL_NAMES, PARTICLES, TITLES, name_parts
from marac.kernel.phonetics import phonetic_parts

KEPT = 400_000  # words whose forms are remembered: more than the names of a nation
SOUND_LENGTH = 6
MOST_FORMAL_NAMES = 6
JOINED = frozenset({"o", "mac", "mc", "st"})  # written together with the name, or not; other particles come and go
SPELT_ALIKE = (
    *(("zh", "ch"), ("hs", "s")),
    *(("ph", "f"), ("ou", "u"), ("oo", "u"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ch", "k")),
    *(("ck", "k"), ("c", "k"), ("q", "k"), ("y", "i"), ("w", "v"), ("z", "s"), ("x", "ks"), ("j", "i"), ("ii", "i")),
)
SCOTS = re.compile("^(?:mac|mc)(?=.{3})")
ARTICLE = re.compile("^[ae]l(?=[b-df-hj-km-np-tv-z].{4})")  # Alhassan is Al-Hassan; Alison, Ellis and Albert are whole
SLAVIC_SKI = re.compile("(?<=..[sc]|.dz)k(?:a|i|y|yi|yy|iy|ij|ii|aya|aia)$")
SLAVIC_OV = re.compile("(?<=...[oe])va$")
FEWEST_CONSONANTS = 3  # of a part of a name that is met by its sound
SHORTEST_BEGINNING, SHORTEST_END = 3, 4  # letters of a name that is short for another


@lru_cache(KEPT)
def mark(text: str) -> int:
    """A number for a text, the same on every machine and day; 0 for none."""
    return crc32(text.encode()) if text else 0


@lru_cache(KEPT)
def forename_words(text: str) -> tuple[str, ...]:
    """ "Dr. Anne-Marie Jo" as anne, marie and jo."""
    found = [part for word in text.split() for part in _parts(word)]
    while len(found) > 1 and found[0] in TITLES:
        del found[0]
    return tuple(found)


@lru_cache(KEPT)
def surname_words(text: str) -> tuple[str, ...]:
    """ "MacDonald-van Dijk" as dijk and mcdonald: in one order, without particles, with Mac as Mc."""
    words = forename_words(text)
    found = []
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word in PARTICLES and at < len(words) - 1:
            continue
        found.append(as_surname(before + word if before in JOINED else word))
    return tuple(sorted(word for word in found if len(word) > 1) or found)


def as_surname(word: str) -> str:
    """With Mac as Mc, and a Slavic name as a man has it: Kowalska as kowalski, Petrova as petrov."""
    return SLAVIC_OV.sub("v", SLAVIC_SKI.sub("ki", SCOTS.sub("mc", word)))


def is_short_for(short: str, name: str) -> bool:
    """Whether it is the beginning of the name, or its end: Temi and Temitope, Tunde and Babatunde."""
    return len(short) >= SHORTEST_BEGINNING and (
        name.startswith(short) or (len(short) >= SHORTEST_END and name.endswith(short))
    )


@lru_cache(KEPT)
def consonants(word: str) -> str:
    """The word without an article as its first letter and the consonants that follow, each once in a row."""
    word = ARTICLE.sub("", word)
    word = f"s{word[1:]}" if word[:1] == "x" else word
    for written, plain in SPELT_ALIKE:
        word = word.replace(written, plain)
    kept = word[:1]
    for letter in word[1:]:
        if letter not in "aeiouh" and letter != kept[-1:]:
            kept += letter
    return kept


def sounding_part(word: str) -> str:
    """As `consonants`; nothing of a word that has few, for too many are alike in these."""
    found = consonants(word)
    return found if len(found) >= FEWEST_CONSONANTS else ""


@lru_cache(KEPT)
def sound(word: str) -> str:
    return "".join(phonetic_parts(word))[:SOUND_LENGTH]


@lru_cache(KEPT)
def formal_names(word: str) -> tuple[str, ...]:
    """What a forename may be short for, itself among them: "kate" is kate and catherine."""
    return (word, *sorted(FORMAL_NAMES.get(word, frozenset()) - {word}))[:MOST_FORMAL_NAMES]


@lru_cache(KEPT)
def _parts(word: str) -> tuple[str, ...]:
    return name_parts(word)
