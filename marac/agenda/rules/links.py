"""Which cases are heard one after the other because people in them are the same, and which never."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from marac.kernel.text import Sentence, _

SAME_PERPETRATOR = _("{one} and {other}: the same perpetrator")
SAME_CHILD = _("{one} and {other}: the same child")
SAME_PERSON = _("{one} and {other}: somebody is in both")
SAME_HOME = _("{one} and {other}: their victims have one address")


@dataclass(frozen=True)
class Inside:
    """Who is in a case, as numbers of human beings, and the open addresses of its victims."""

    victims: frozenset[int] = frozenset()
    perpetrators: frozenset[int] = frozenset()
    children: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()
    homes: frozenset[object] = frozenset()

    @property
    def everybody(self) -> frozenset[int]:
        return self.victims | self.perpetrators | self.children | self.others


@dataclass(frozen=True)
class Links:
    """`together`: sets of cases; `why` has a sentence for each two. `apart`: pairs, in which order does not matter."""

    together: Sequence[frozenset[str]] = ()
    why: Mapping[frozenset[str], Sentence] = field(default_factory=dict)
    apart: Sequence[tuple[str, str]] = ()


def links(cases: Mapping[str, Inside], disputed: Collection[frozenset[int]]) -> Links:
    """`disputed` are two people each of whom is said to harm the other. The case of the one is never heard next to that
    of the other, nor together with it: whoever speaks for one of them would meet the other's worker at the door."""
    why: dict[frozenset[str], Sentence] = {}
    apart = [pair for pair in combinations(cases, 2) if _against(cases[pair[0]], cases[pair[1]], disputed)]
    kept_apart = {frozenset(pair) for pair in apart}
    for one, other in combinations(cases, 2):
        told = _alike(cases[one], cases[other])
        if told is not None and frozenset((one, other)) not in kept_apart:
            why[frozenset((one, other))] = told.format(one=one, other=other)
    groups = [group for group in _joined(why) if not any(pair <= group for pair in kept_apart)]
    held = {pair: told for pair, told in why.items() if any(pair <= group for group in groups)}
    return Links(groups, held, apart)


def _alike(one: Inside, other: Inside) -> Sentence | None:
    if one.perpetrators & other.perpetrators:
        return SAME_PERPETRATOR
    if one.children & other.children:
        return SAME_CHILD
    if one.everybody & other.everybody:
        return SAME_PERSON
    return SAME_HOME if one.homes & other.homes else None


def _against(one: Inside, other: Inside, disputed: Collection[frozenset[int]]) -> bool:
    return any(frozenset((x, y)) in disputed for x in one.victims for y in other.victims)


def _joined(pairs: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Cases that are linked with one another over any number of others, in the order they were named."""
    groups: list[frozenset[str]] = []
    for pair in pairs:
        touched = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair]
        groups.append(pair.union(*touched))
    return groups
