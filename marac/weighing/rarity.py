"""What is rare: how often names and postcodes occur, and how much likelier or less likely two strangers share them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, product

import numpy as np
from numpy.typing import NDArray

from marac.weighing.columns import People, Vocabulary
from marac.weighing.compare import Levels, Rows
from marac.weighing.fields import FIELDS, NAMES, Forename, Home, Surname

Bits = NDArray[np.float64]
FORENAME, SURNAME, HOME = (NAMES.index(name) for name in ("forename", "surname", "home"))


@dataclass(frozen=True)
class Frequencies:
    """How often each of some texts occurs, and how likely two of them by chance are one text."""

    times: Mapping[str, int]

    @cached_property
    def total(self) -> int:
        return sum(self.times.values())

    @cached_property
    def usual(self) -> float:
        return sum(times * times for times in self.times.values()) / self.total**2 if self.total else 1.0

    def shares(self, texts: Vocabulary, codes: Rows) -> Bits:
        """The share of all that each text has; of one that is not among them, as if it were once."""
        codes, back = np.unique(codes, return_inverse=True)
        times = [self.times.get(text, 1) for text in texts.of(codes)]
        return (np.array(times, float) / max(self.total, 1))[back]

    def rarity(self, texts: Vocabulary, codes: Rows) -> Bits:
        """How many more bits an agreement on each text is worth than one on a text of the usual frequency."""
        return np.log2(self.usual / self.shares(texts, codes))


@dataclass(frozen=True)
class Counts:
    """Of all the people: their forenames, surnames, words of surnames and postcodes; and how many namesakes one has.

    Forenames and surnames go together: who is called Wojcik is likelier than others to be a Wojciech. Two people with
    one full name are told from one person with two records by their years of birth.
    """

    forename: Frequencies
    surname: Frequencies
    word: Frequencies
    postcode: Frequencies
    namesakes: Frequencies

    def as_plain(self) -> dict[str, Mapping[str, int]]:
        return {name: each.times for name, each in vars(self).items()}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Mapping[str, int]]) -> "Counts":
        return cls(**{name: Frequencies(times) for name, times in plain.items()})


def counted(people: People) -> Counts:
    return Counts(
        forename=_counts(people.words, people.forename),
        surname=_counts(people.words, people.surname),
        word=_counts(people.words, people.surname_words),
        postcode=_counts(people.postcodes, people.postcode),
        namesakes=_namesakes(people),
    )


def _namesakes(people: People) -> Frequencies:
    """By full name, how many years of birth but one; two dates in one year may be a slip."""
    at = np.flatnonzero((people.forename > 0) & (people.surname > 0) & (people.born.exact > 0))
    people_of_a_name = np.unique(np.stack([people.forename[at], people.surname[at], people.born.year[at]]), axis=1)
    names, times = np.unique(people_of_a_name[:2], axis=1, return_counts=True)
    several = times > 1
    full_names = _full_names(people, *names[:, several])
    return Frequencies(dict(zip(full_names, (times[several] - 1).tolist(), strict=True)))


def _full_names(people: People, forenames: Rows, surnames: Rows) -> Iterator[str]:
    return map(" ".join, zip(people.words.of(forenames), people.words.of(surnames), strict=True))


def _counts(texts: Vocabulary, codes: NDArray[np.int32]) -> Frequencies:
    codes, times = np.unique(codes[codes > 0], return_counts=True)
    return Frequencies(dict(zip(texts.of(codes), times.tolist(), strict=True)))


@dataclass(frozen=True)
class Rarity:
    """Of each pair, how many bits more an agreement is worth than a usual one, by field; and how many fewer, for there
    are namesakes."""

    fields: Bits
    namesakes: Bits


def rarity(people: People, a: Rows, b: Rows, levels: Levels, counts: Counts) -> Rarity:
    """Against strangers only: in a family surname, postcode and even a forename are shared for other reasons."""
    found = np.zeros((len(a), len(FIELDS)))
    at = np.flatnonzero(levels[:, FORENAME] == Forename.SAME)
    found[at, FORENAME] = counts.forename.rarity(people.words, people.forename[a[at]])
    at = np.flatnonzero(levels[:, SURNAME] == Surname.SAME)
    found[at, SURNAME] = counts.surname.rarity(people.words, people.surname[a[at]])
    words = partial(counts.word.rarity, people.words)
    for level, others in ((Surname.PART, people.middle[:, None]), (Surname.FORMER, people.other_surnames)):
        at = np.flatnonzero(levels[:, SURNAME] == level)
        one, two = people.surname_words[a[at]], people.surname_words[b[at]]
        other, other_two = others[a[at]], others[b[at]]
        together = (one, two) if level == Surname.PART else (other, other_two)
        found[at, SURNAME] = _rarest_shared((together, (one, other_two), (other, two)), words)
    at = np.flatnonzero((levels[:, HOME] >= Home.SAME) & (levels[:, HOME] <= Home.NEIGHBOURS))
    postcodes = partial(counts.postcode.rarity, people.postcodes)
    found[at, HOME] = _rarest_shared([(people.postcode[a[at]], people.postcode[b[at]])], postcodes)
    return Rarity(found, _namesake_bits(people, a, levels, counts))


def _namesake_bits(people: People, a: Rows, levels: Levels, counts: Counts) -> Bits:
    """How much likelier strangers share both names than the two by themselves would have it."""
    found = np.zeros(len(a))
    at = np.flatnonzero((levels[:, FORENAME] == Forename.SAME) & (levels[:, SURNAME] == Surname.SAME))
    names, back = np.unique(np.stack([people.forename[a[at]], people.surname[a[at]]]), axis=1, return_inverse=True)
    times = [counts.namesakes.times.get(name, 0) for name in _full_names(people, *names)]
    alone = counts.forename.shares(people.words, names[0]) * counts.surname.shares(people.words, names[1])
    together = np.array(times) / max(counts.surname.total, 1)
    found[at] = np.log2(np.maximum(together / alone, 1))[back.ravel()]
    return found


def _rarest_shared(tables: Sequence[tuple[Rows, Rows]], bits: Callable[[Rows], Bits]) -> Bits:
    found = np.full(len(tables[0][0]), -np.inf)
    for column, other in chain.from_iterable(product(one.T, two.T) for one, two in tables):
        at = np.flatnonzero((column == other) & (column > 0))
        found[at] = np.maximum(found[at], bits(column[at]))
    return np.where(np.isfinite(found), found, 0)
