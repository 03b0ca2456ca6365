"""Resolves what a form says of a child by the line of another child: "As Mia", "As child 1", "As above"."""

import re
from collections.abc import Callable
from dataclasses import replace

from marac.answers.found import RESOLVED, Found
from marac.parties.person import Person
from marac.written.text import plain

AS = re.compile(r"\W*(?:(?:the )?same as|as(?: for)?)\s+(?P<whom>[A-Za-z][\w'’-]*)(?: (?P<number>[1-9]))?\W*\Z", re.I)
SAME = re.compile(r"\W*(?:ditto|(?:the )?same(?: as)?(?: above)?|as above|as (?:brother|sister|sibling))\W*\Z", re.I)


def settle(people: list[Person]) -> None:
    """Home, keeper and school of each child, where they are those of a brother or sister who stands before."""
    children = [person for person in people if person.role == "child"]
    for at, child in enumerate(children):
        for key in ("lives_with", "school"):
            told = child.tree[key]
            other = _meant(str(told.value), children[:at], lambda one, key=key: one.tree[key]) if told else None
            if told and other:
                child.tree[key] = Found(other.tree[key].value, told.place, RESOLVED)
                if key == "lives_with" and not child.homes:
                    child.homes += [
                        (replace(entry, place=told.place, sure=RESOLVED), kind) for entry, kind in other.homes
                    ]
        for number, (entry, kind) in enumerate(child.homes):
            other = _meant(entry.value.words, children[:at], lambda one: one.homes)
            if other:
                child.homes[number] = (replace(other.homes[0][0], place=entry.place, sure=RESOLVED), kind)


def _meant(words: str, before: list[Person], told: Callable[[Person], object]) -> Person | None:
    """The child before whom the words mean, where it is told of that one."""
    told_of = [child for child in before if told(child)]
    if SAME.fullmatch(words):
        return told_of[-1] if told_of else None
    said = AS.match(words)
    if said is None:
        return None
    if said["number"]:
        at = int(said["number"]) - 1
        named = [before[at]] if plain(said["whom"]) == "child" and at < len(before) else []
    else:
        named = [child for child in before if child.first_name == plain(said["whom"])]
    return named[0] if len(named) == 1 and told(named[0]) else None
