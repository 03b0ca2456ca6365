"""Takes apart the ways in which forms write a person's name."""

import re
from dataclasses import dataclass

TITLES = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|rev|master)\.?\s+", re.I)
ALSO = r"(?:also\s+)?(?:known\s+as|a\.?k\.?a\.?|goes\s+by|alias|formerly|previously|n[ée]e|maiden\s+name|aka|or)"
ALIAS = re.compile(rf"[\s,(\[]+{ALSO}\s*:?\s+[‘'“\"]?(?P<name>[^)\]’”\"]+?)['’”\"]?\s*(?:[)\]]|$)", re.I)
BRACKETED = re.compile(r"\s*[(\[]\s*[‘'“\"]?(?P<name>[^)\]]*?)['’”\"]?\s*[)\]]")
QUOTED = re.compile(r"\s*[‘“\"](?P<name>[^’”\"]{2,30})[’”\"]\s*")
PARTICLES = {
    "de",
    "da",
    "dos",
    "del",
    "la",
    "le",
    "van",
    "von",
    "der",
    "den",
    "bin",
    "ibn",
    "al",
    "el",
    "ap",
    "ab",
    "st",
    "mac",
    "ter",
}
UNBORN = re.compile(r"\bun-?born\b|\bexpected\b|\bpregnan", re.I)


@dataclass(frozen=True)
class Name:
    """Surname and forenames in ordinary case; either may be None. `note` is what stood in brackets."""

    surname: str | None
    forenames: str | None
    aliases: tuple[str, ...] = ()
    note: str = ""


def parse_name(words: str) -> Name:
    """SURNAME, First · First SURNAME · First Surname · goes by · née · (Known)."""
    words = TITLES.sub("", " ".join(words.split()).strip(" ,;"))
    words, aliases, note = _set_aside(words)
    if "," in words:
        surname, forenames = (part.strip() for part in words.split(",", 1))
    else:
        surname, forenames = _by_order(words.split())
    return Name(ordinary(surname) or None, ordinary(TITLES.sub("", forenames)) or None, tuple(aliases), note)


def clean_alias(words: str) -> str:
    """An alias without quotation marks."""
    return ordinary(words.strip(" ‘’'“”\".,;()"))


def ordinary(words: str) -> str:
    """Words in capitals in ordinary case; others as they are."""
    return " ".join(_case(word) for word in words.split())


def _case(word: str) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    if len(letters) < 2 or not all(letter.isupper() for letter in letters):
        return word
    parts = re.split(r"([-'’])", word)
    cased = "".join(part[:1].upper() + part[1:].lower() for part in parts)
    return "Mc" + cased[2:].capitalize() if cased.startswith("Mc") and len(cased) > 3 else cased


def _set_aside(words: str) -> tuple[str, list[str], str]:
    """Aliases and notes out of the name. One or two words in brackets that are a name count as an alias."""
    aliases: list[str] = []
    notes: list[str] = []
    for pattern in (ALIAS, BRACKETED, QUOTED):
        for match in pattern.finditer(words):
            inside = match["name"].strip()
            named = pattern is not BRACKETED or re.fullmatch(r"[^\W\d_][\w'’-]+(?: [A-Z][\w'’-]+)?", inside)
            taken = inside and inside[:1].isupper() and named
            (aliases if taken else notes).append(clean_alias(inside) if taken else inside)
        words = pattern.sub(" ", words)
    split = [name.strip() for alias in aliases for name in re.split(r",|/|;", alias) if name.strip()]
    return words.strip(" ,;"), split, "; ".join(note for note in notes if note)


def _by_order(words: list[str]) -> tuple[str, str]:
    loud = [word for word in words if len(word) > 1 and word.isupper()]
    if loud and len(loud) < len(words):
        return " ".join(loud), " ".join(word for word in words if word not in loud)
    if len(words) == 1:
        return ("", words[0])
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[at:]), " ".join(words[:at])
