"""Which people are worth comparing: those who share a key, which is made of one to three facts about them.

The live search reads the people of one key, so its keys may be coarse. A bulk run compares all of them with one
another, so its keys are finer.
"""

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from marac.weighing.columns import People
from marac.weighing.spelling import as_surname, consonants, formal_names, mark, sound

Marks = NDArray[np.uint64]
MOST_CALLED = 2  # aliases of one person whose forenames are keys
LARGEST_BLOCK = 50  # a key that more people share tells little, and each of them has finer ones
ONE_YEAR = 366
DAYS_OF_A_YEAR = 365.2425
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # 2 to the 64th by the golden ratio: an odd number that spreads bits
SHIFT = np.uint64(29)

EVERYWHERE = (
    ("both_names",),
    ("forename", "surname"),
    ("forename", "surname", "year"),
    ("forename", "surname", "district"),
    ("forename", "day"),
    ("surname", "day"),
    ("surname", "year", "initial"),
    ("house", "forename_beginning"),
    ("house", "surname_beginning"),
    ("phone",),
    ("health_number",),
    ("police_reference",),
)
IN_BULK = (
    ("born", "forename_letters"),
    ("born", "surname_beginning"),
    ("born", "district"),
    ("born", "any_name"),
    ("both_names", "year"),
    ("postcode", "forename_beginning"),
    ("postcode", "surname"),
    ("house", "year"),
)
LIVE = (
    ("forename",),
    ("surname",),
    ("born",),
    ("postcode",),
    ("phone_start",),
    ("phone_end",),
    ("surname", "year"),
    ("surname", "initial"),
    ("forename", "surname_letters"),
    ("forename", "year", "district"),
    ("surname", "year", "district"),
)


def keys(people: People, kinds: Sequence[tuple[str, ...]]) -> tuple[Marks, NDArray[np.int32]]:
    """All keys of all people in order, each with the row of the person."""
    facts = Facts(people)
    made = [_combined(kind, [facts.of(name) for name in kind]) for kind in kinds]
    found, rows = np.concatenate([each for each, _ in made]), np.concatenate([each for _, each in made])
    order = np.argsort(found)
    return found[order], rows[order]


def pairs(people: People) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Every two people who share a key of a bulk run, the earlier one first."""
    found, rows = keys(people, (*EVERYWHERE, *IN_BULK))
    starts = np.flatnonzero(np.append(True, found[1:] != found[:-1])[: len(found)])
    sizes = np.diff(np.append(starts, len(found)))
    together = [_within(rows, starts[sizes == size], size) for size in range(2, LARGEST_BLOCK + 1)]
    both = np.unique(np.concatenate(together))
    one, two = (both >> 32).astype(np.int32), (both & 0xFFFFFFFF).astype(np.int32)
    return one[one != two], two[one != two]


def _within(rows: NDArray[np.int32], starts: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    block = rows[starts[:, None] + np.arange(size)].astype(np.int64)
    one, two = np.triu_indices(size, 1)
    low, high = np.minimum(block[:, one], block[:, two]), np.maximum(block[:, one], block[:, two])
    return (low << 32 | high).ravel()


def _combined(kind: tuple[str, ...], facts: list[Marks]) -> tuple[Marks, NDArray[np.int32]]:
    """Each fact of a person with each of the others, where all are known."""
    made = np.full((len(facts[0]), 1), mark(" ".join(kind)), np.uint64)
    known = np.ones(made.shape, bool)
    for fact in facts:
        shape = len(fact), made.shape[1] * fact.shape[1]
        made = _mixed(made[:, :, None], fact[:, None, :]).reshape(shape)
        known = (known[:, :, None] & (fact != 0)[:, None, :]).reshape(shape)
    rows, columns = np.nonzero(known)
    return made[rows, columns], rows.astype(np.int32)


def _mixed(one: Marks, two: Marks) -> Marks:
    found = (one ^ two) * SPREAD
    return found ^ (found >> SHIFT)


def _either_way(one: Marks, two: Marks) -> Marks:
    return np.where((one > 0) & (two > 0), _mixed(np.minimum(one, two), np.maximum(one, two)), np.uint64(0))


class Facts:
    """What keys are made of: for each person one or several marks side by side, 0 where not known."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.made: dict[str, Marks] = {}

    def of(self, name: str) -> Marks:
        if name not in self.made:
            made = getattr(self, f"_{name}")()
            self.made[name] = (made if made.ndim == 2 else made[:, None]).astype(np.uint64)
        return self.made[name]

    def _forename(self) -> Marks:
        return self._forenames(consonants)

    def _forename_beginning(self) -> Marks:
        return self._forenames(lambda name: consonants(name)[:3])

    def _forename_letters(self) -> Marks:
        return self._forenames(lambda name: consonants(name)[:2])

    def _forenames(self, of: Callable[[str], str]) -> Marks:
        """Of each formal name that the forename may stand for, and of others by which somebody is called."""
        words, others = self.people.words, self.people.other_forenames[:, :MOST_CALLED]
        table = words.table(lambda word: [of(name) for name in formal_names(word)])
        return np.hstack([table[self.people.forename], words.marks(of)[others]])

    def _initial(self) -> Marks:
        return self.people.words.letters[self.people.forename]

    def _surname(self) -> Marks:
        return self.people.words.consonants[self._all_surnames()]

    def _surname_beginning(self) -> Marks:
        return self.people.words.marks(lambda word: sound(word)[:3])[self._all_surnames()]

    def _surname_letters(self) -> Marks:
        return self.people.words.marks(lambda word: word[:3])[self.people.surname_words]

    def _any_name(self) -> Marks:
        """The beginning of each word of a name, wherever it stands."""
        beginnings = self.people.words.marks(lambda word: consonants(word)[:3])
        places = self.people.forenames_as_surname, self.people.surname_words, self.people.other_forenames
        return beginnings[np.hstack(places)]

    def _all_surnames(self) -> NDArray[np.int32]:
        return np.hstack([self.people.surname_words, self.people.other_surnames, self.people.other_forenames])

    def _both_names(self) -> Marks:
        """Each two words of a name in either order: the surname of one may be a second forename of the other."""
        beginnings = self.people.words.marks(lambda word: consonants(as_surname(word))[:4]).astype(np.uint64)
        forenames, surnames = self.people.forenames_as_surname, self.people.surname_words
        words = beginnings[np.hstack([forenames[:, :2], surnames[:, :2]])]
        return np.stack([_either_way(one, two) for one, two in combinations(words.T, 2)], axis=1)

    def _born(self) -> Marks:
        born = self.people.born
        return np.where(born.exact > 0, born.year * 10_000 + self._day(), 0)

    def _day(self) -> Marks:
        """Day and month, whichever comes first."""
        day, month = self.people.born.day, self.people.born.month
        return np.minimum(day, month) * 100 + np.maximum(day, month)

    def _year(self) -> Marks:
        """Of birth, where it is known to the year: the middle of the span lies in it."""
        born = self.people.born
        middle = (born.earliest + born.latest) // 2
        spans = (born.earliest > 0) & (born.latest - born.earliest < ONE_YEAR)
        return np.where(born.exact > 0, born.year, np.where(spans, (middle / DAYS_OF_A_YEAR).astype(int) + 1, 0))

    def _postcode(self) -> Marks:
        return self.people.postcodes.lasting[self.people.postcode]

    def _district(self) -> Marks:
        return self.people.districts[self.people.postcode]

    def _house(self) -> Marks:
        numbers, streets = self.people.house_numbers.astype(np.uint64), self.people.streets.astype(np.uint64)
        mixed = _mixed(numbers, streets)
        mixed[0] = 0
        return mixed[self.people.address]

    def _health_number(self) -> Marks:
        return self.people.numbers.lasting[self.people.health_number]

    def _police_reference(self) -> Marks:
        return self.people.numbers.lasting[self.people.police_reference]

    def _phone(self) -> Marks:
        return self.people.phone

    def _phone_start(self) -> Marks:
        return self.people.phone // 1_000

    def _phone_end(self) -> Marks:
        return self.people.phone % 10_000_000
