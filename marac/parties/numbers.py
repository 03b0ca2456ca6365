"""Says whose a number is that stands in a sentence, where a name or a word beside it tells."""

import re

from marac.opening.text import plain
from marac.parties.person import Person

THEIRS = re.compile(r"\b(?:his|perp\w*|suspect)(?:[’']s)?\s+(?:\w+\s+)?(?:number|mobile|phone|tel)", re.I)


def theirs(sentence: str, people: list[Person]) -> bool:
    """Speaks of the perpetrator's own number, or names the perpetrator beside it, so that it may be theirs."""
    return THEIRS.search(sentence) is not None or any(_named(p, sentence) for p in people if p.role == "perpetrator")


def owner(sentence: str, people: list[Person]) -> Person | None:
    """The one perpetrator whose number the sentence says it is: "Kyle's no. is ..."."""
    for person in (p for p in people if p.role == "perpetrator"):
        for first in _forenames(person):
            if re.match(
                rf"\W*{re.escape(first)}[’']?s\s+(?:\w+\s+){{0,2}}(?:number|no|mobile|phone|tel)\b", sentence, re.I
            ):
                return person
    return None


def _named(person: Person, sentence: str) -> bool:
    words = set(plain(sentence).split())
    return any(first in words or f"{first}s" in words for first in _forenames(person))


def _forenames(person: Person) -> list[str]:
    held = person.tree["forenames"]
    return plain(str(held.value)).split()[:1] if held else []
