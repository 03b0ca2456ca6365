"""Tells which homes are kept from others, and from whom who lives there is no secret."""

from marac.answers.found import STATED
from marac.families.dwellings import Home
from marac.parties.person import Person
from marac.written.blocks import Place


def shut(home: Home, people: list[Person]) -> bool:
    """Kept from them, though their box says that they live there; not where only a hint elsewhere says so.

    And that only of the one home that the victim has, or beside another that is kept in its own words.
    """
    hers = [p for p in people if p.role == "victim" and home in p.tree["addresses"]]
    hinted = any(
        p.secret and p.secret.certainty is not STATED and sum(not kept(each) for each in p.tree["addresses"]) == 1
        for p in hers
    )
    return kept(home) or (closed(home, people) and not hinted)


def closed(home: Home, people: list[Person]) -> bool:
    """Kept from others: in its own words, wherever it is; else because its person's whereabouts are, unless it is
    where they lived before, of which whoever lived there with them knows."""
    kind = home["type"]
    secret = any(home in secret_homes(p) for p in people if p.role != "child")
    return kept(home) or (secret and not (kind is not None and kind.value == "previous"))


def secret_homes(person: Person) -> list[Home]:
    """All homes of somebody whose whereabouts are kept from others; the one in whose row of a table that is said."""
    homes: list[Home] = person.tree["addresses"] if person.secret else []
    at = (person.secret.place.block, person.secret.place.row) if person.secret else ("", 0)
    beside = [home for home in homes if home["text"] and (home["text"].place.block, home["text"].place.row) == at]
    if person.secret and not at[1] and person.secret.place.label:  # asked of the home on the line just above
        line = _line(person.secret.place)
        beside = [home for home in homes if home["text"] and _line(home["text"].place) == line - 1]
    return beside if len(beside) == 1 else homes


def _line(place: Place) -> int:
    return int(place.block[1:] or 0)


def kept(home: Home) -> bool:
    """Kept from others: a former home only where its own words say so."""
    kind, hidden, text = home["type"], home["confidential"], home["text"]
    if kind is not None and kind.value == "previous":
        return hidden is not None and (text is None or hidden.place == text.place)
    return hidden is not None or (kind is not None and kind.value == "temporary")
