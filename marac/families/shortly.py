"""Homes that are told in short, where the document tells them in full of somebody else: "still at Loom Street"."""

import re

from marac.answers import addresses, living
from marac.families.dwellings import Home
from marac.inferred import likely
from marac.parties.person import Person
from marac.written.text import plain

NUMBERED = re.compile(r"(?:\b(?:Flat|Room|Unit|Apartment) \w{1,4},? )?\b\d{1,4}[A-Za-z]? (?:[A-Z][\w’']+ ?){1,3}")
HOUSE = re.compile(r"\b[A-Z][\w’']{2,}(?: [A-Z][\w’']+)? (?:House|Lodge|Hall|Tower|Cottage|Maltings|Mill|Farm)\b")
WITH_A_CHILD = re.compile(r"\bwith (?:his|her|their) (?:son|daughter|child|children)\b")
LONG_AGO = re.compile(r"\b(?:before (?:that|this|then)|previously|until then|formerly|used to)\b[^.;]*\Z", re.I)
# Before a home in a sentence: that somebody lives there.
THERE = re.compile(
    r"\b(?:lives?|living|stays?|staying|remains?|sleep\w*|registered|moved (?:back )?in ?to"
    r"|(?:is|are|still|also|both|back|now) (?:at|in|on))\b[^.;]{0,40}\Z"
)


def told(words: str, person: Person, people: list[Person], *, sentence: bool = False) -> Home | None:
    """The one home of somebody else that the words mean by its number and street, by its street, or by its house.

    None where it may be another, or where it is kept from whoever harms. In a sentence it must be said before it
    that somebody lives there.
    """
    known = _homes(person, people)
    for start, end, numbered in _named(words, _houses(known)):
        before = words[:start]
        if LONG_AGO.search(before):
            continue
        if sentence and (not THERE.search(before) or living.NOT_NOW.search(before) or living.elsewhere(before)):
            continue
        if not numbered and likely.KEPT_AWAY.search(plain(WITH_A_CHILD.sub("", words))):
            continue
        if home := _only(words[start:end], known):
            return home
    return None


def names_house(words: str, person: Person, people: list[Person]) -> bool:
    """ "At Mrs Pugh's, Ty Isaf": somebody else's address is told in full that begins with the name of this house."""
    return any(house in words for house in _houses(_homes(person, people)))


def _homes(person: Person, people: list[Person]) -> list[tuple[str, Home]]:
    return [(one.role, home) for one in people if one is not person for home in one.tree.get("addresses") or []]


def _houses(known: list[tuple[str, Home]]) -> set[str]:
    """The names, of two words at least, with which addresses begin that have no number there."""
    names = {_text(home).partition(",")[0] for _, home in known}
    return {name for name in names if len(name.split()) > 1 and not re.search(r"\d", name)}


def _named(words: str, houses: set[str]) -> list[tuple[int, int, bool]]:
    """Where a number with its street, a street or a house stands, the surest first; whether it has a number.

    `houses` begin an address of which it is told, by their name alone: "Ty Isaf".
    """
    numbered = [(*match.span(), True) for match in NUMBERED.finditer(words)]
    others = [match.span() for match in addresses.NAMED_STREET.finditer(words)]
    others += [match.span("street") for match in addresses.THE_HOUSE.finditer(words)]
    others += [match.span() for match in HOUSE.finditer(words)]
    others += [(at, at + len(house)) for house in houses if (at := words.find(house)) >= 0]
    apart = [(at, end) for at, end in others if not any(start <= at < stop for start, stop, _ in numbered)]  # "31A ..."
    return [*numbered, *((start, end, False) for start, end in apart)]


def _only(words: str, known: list[tuple[str, Home]]) -> Home | None:
    """The one home of that name: of several that of the victim, whom the others lived with."""
    said = f" {plain(words)} "
    fits = [(role, home) for role, home in known if said in f" {plain(_text(home))} "]
    hers = [(role, home) for role, home in fits if role == "victim"]
    texts = {_text(home): home for _, home in hers or fits}
    return next(iter(texts.values())) if len(texts) == 1 else None


def _text(home: Home) -> str:
    return str(home["text"].value) if home["text"] else ""
