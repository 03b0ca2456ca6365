"""Says whom of our people a sentence names."""

import re

from marac.kernel.names import TITLES
from marac.parties.person import Person
from marac.written.text import plain

OWN = (
    r"(?:(?:own|new|old|home|current|usual|personal|main|work) ){0,2}"
    r"(?:address|home|house|flat|bungalow|room|mobile|phone|telephone|number|landline)\b"
)
POSSESSIVE = re.compile(rf"[’']s {OWN}", re.I)


def named_in(sentence: str, people: list[Person]) -> list[Person]:
    """By their first name, or by their surname where it is not that of somebody else of the family."""
    bare = plain(sentence)
    said = bare.split()
    owned = POSSESSIVE.search(sentence) is not None
    return [
        p
        for p in people
        if not p.called.isdisjoint(said)
        or (owned and owns(sentence, p))
        or ((last := _last(p)) and last in bare and _by_surname(sentence, p))
    ]


def owns(sentence: str, person: Person) -> bool:
    """ "Amber's home address", "Amber's mobile": by the first name of whoever has it."""
    return any(re.search(rf"\b{re.escape(name)}[’']s {OWN}", sentence, re.I) for name in person.called)


def _last(person: Person) -> str:
    found = person.tree["surname"]
    return plain(str(found.value)) if found else ""


def _by_surname(sentence: str, person: Person) -> bool:
    found = person.tree["surname"]
    if not found:
        return False
    written = re.escape(str(found.value))
    named = re.finditer(rf"(?:\b(?P<first>[A-Z][\w'’-]*)\.?\s+)?\b(?:{written}|{written.upper()})\b", sentence)
    return any(not (first := plain(match["first"] or "")) or first in (*person.called, *TITLES) for match in named)
