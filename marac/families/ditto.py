"""Resolves what a form says of somebody by another's line: "As Mia", "As child 1", "As above", "As perp 1"."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from marac.answers.found import RESOLVED, Found
from marac.labels.known import role_in
from marac.parties.person import Person
from marac.written.text import plain

AS = re.compile(r"\W*(?:(?:the )?same as|as(?: for)?)\s+(?P<whom>[A-Za-z][\w'’-]*)(?: (?P<number>[1-9]))?\W*\Z", re.I)
SAME = re.compile(r"\W*(?:ditto|(?:the )?same(?: as)?(?: above)?|as above|as (?:brother|sister|sibling))\W*\Z", re.I)
OF_CHILDREN = ("lives_with", "school", "relationship_to_victim", "relationship_to_perpetrator")
OF_ADULTS = ("gp", "ethnicity", "language", "religion")


def settle(people: list[Person]) -> None:
    """Home, keeper and school of each child, surgery and origin of each adult, where they are another's who stands
    before."""
    children = [person for person in people if person.role == "child"]
    for at, child in enumerate(children):
        for key in OF_CHILDREN:
            other = _as_another(child, key, children[:at])
            if other and key == "lives_with" and not child.homes:
                place = child.tree[key].place
                child.homes += [(replace(entry, place=place, sure=RESOLVED), kind) for entry, kind in other.homes]
        for number, (entry, kind) in enumerate(child.homes):
            other = _meant(entry.value.words, children[:at], lambda one: one.homes)
            if other:
                child.homes[number] = (replace(other.homes[0][0], place=entry.place, sure=RESOLVED), kind)
    adults = [person for person in people if person.role in ("victim", "perpetrator")]
    for at, adult in enumerate(adults):
        for key in OF_ADULTS:
            _as_another(adult, key, adults[:at])


def _as_another(person: Person, key: str, before: list[Person]) -> Person | None:
    """Whose answer this person's points at, which is then theirs too."""
    told = _tree(person, key).get(key)
    other = _meant(str(told.value), before, lambda one: _tree(one, key).get(key)) if told else None
    if other:
        _tree(person, key)[key] = Found(_tree(other, key)[key].value, told.place, RESOLVED)
    return other


def _tree(person: Person, key: str) -> dict[str, Any]:
    """The part of what is told of somebody in which the answer stands."""
    return person.tree["diversity"] if key in person.tree.get("diversity", ()) else person.tree


def _meant(words: str, before: list[Person], told: Callable[[Person], object]) -> Person | None:
    """The one before whom the words mean, where it is told of that one."""
    told_of = [person for person in before if told(person)]
    if SAME.fullmatch(words):
        return told_of[-1] if told_of else None
    said = AS.match(words)
    if said is None:
        return None
    role = role_in(plain(said["whom"]))
    of_role = [person for person in before if person.role == role]
    if said["number"]:
        named = of_role[int(said["number"]) - 1 :][:1]
    else:
        named = [person for person in before if plain(said["whom"]) in person.called] or of_role
    return named[0] if len(named) == 1 and told(named[0]) else None
