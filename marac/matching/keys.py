"""The keys that a person is found by: the words of names and places, whose beginnings are looked for as they are typed;
and the marks of the engine, each made of one to three facts, which a bulk run uses too (marac/weighing/blocking.py)."""

from collections.abc import Iterable, Sequence

import numpy as np

from marac.intake.people import Described
from marac.kernel.identifiers import phone_digits
from marac.kernel.names import compact, name_parts
from marac.kernel.postcodes import outward
from marac.matching.likeness import as_person
from marac.weighing.blocking import EVERYWHERE, LIVE, keys
from marac.weighing.columns import columns

KEY_LENGTH = 120
SHORTEST_PLACE = 3  # letters
SHORT = np.uint64(32)  # bits of a mark that are left out: more would tell nothing
KINDS = (*EVERYWHERE, *LIVE)
ALONE = {("forename",), ("surname",)}
COMPARED = tuple(kind for kind in KINDS if kind not in ALONE)  # a name alone is shared by too many to be compared


def search_keys(people: Sequence[Described]) -> list[frozenset[str]]:
    """Of each, everything that they may be found by, such as "name:obrien" and "mark:03fa77b2"."""
    return [
        marks | name_keys((of.surname, of.forenames, *of.other_names)) | place_keys(of)
        for of, marks in zip(people, marks_of(people, KINDS), strict=True)
    ]


def keys_in_common(people: Sequence[Described]) -> list[frozenset[str]]:
    """Of each, the keys of which somebody must have one to be compared with them."""
    return marks_of(people, COMPARED)


def marks_of(people: Sequence[Described], kinds: Sequence[tuple[str, ...]]) -> list[frozenset[str]]:
    found: list[set[str]] = [set() for _each in people]
    if people:
        marks, rows = keys(columns(map(as_person, people)), kinds)
        for mark, row in zip((marks >> SHORT).tolist(), rows.tolist(), strict=True):
            found[row].add(f"mark:{mark:08x}")
    return list(map(frozenset, found))


def name_keys(names: Iterable[str]) -> frozenset[str]:
    """Each word of a name, and all of them run together: "Anne-Marie" is also found as Annemarie."""
    words = (part for name in names for part in (*name_parts(name), compact(name)))
    return frozenset(f"name:{word}"[:KEY_LENGTH] for word in words if word)


def place_keys(of: Described) -> frozenset[str]:
    """Each word of an address, and the district."""
    places = (*of.addresses, *map(outward, of.postcodes))
    words = {word for place in places for word in name_parts(place) if len(word) >= SHORTEST_PLACE}
    return frozenset(f"place:{word}"[:KEY_LENGTH] for word in words)


def phones_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(digits for digits in map(phone_digits, texts) if digits)
