"""A bulk run: the pairs among many people, or between two lists, that are likely to be one person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from marac.matching.learning import learn
from marac.weighing.blocking import pairs
from marac.weighing.columns import People, Person, columns
from marac.weighing.compare import Levels, Rows, compare
from marac.weighing.explain import Contribution, contributions
from marac.weighing.rarity import counted, rarity
from marac.weighing.weights import Judged, Weights, default_weights, judge


@dataclass(frozen=True)
class Pair:
    left: str
    right: str
    weight: float
    probability: float
    reasons: list[Contribution]


@dataclass(frozen=True)
class Linked:
    """The pairs that were worth comparing, what was found of each, and the weights by which it was judged."""

    people: People
    left: Rows
    right: Rows
    levels: Levels
    judged: Judged
    weights: Weights

    def likely(self, least: float) -> Iterator[Pair]:
        """Those of at least this probability, the likeliest first."""
        probability = self.judged.probability
        at = np.flatnonzero(probability >= least)
        for row in at[np.argsort(-self.judged.weight[at], kind="stable")]:
            yield Pair(
                left=self.people.ids[self.left[row]],
                right=self.people.ids[self.right[row]],
                weight=float(self.judged.weight[row]),
                probability=float(probability[row]),
                reasons=contributions(self.levels, self.judged, row),
            )


def link(left: Sequence[Person], right: Sequence[Person] | None = None, known: Weights | None = None) -> Linked:
    """Who of `left` is who of `right`; without `right`, who stands in `left` more than once."""
    known = known or default_weights()
    people = columns([*left, *(right or ())])
    one, two = pairs(people)
    if right is not None:
        across = (one < len(left)) & (two >= len(left))
        one, two = one[across], two[across]
    possible = possible_pairs(len(people), None if right is None else len(left))
    levels = compare(people, one, two)
    rare = rarity(people, one, two, levels, counted(people))
    weights = learn(people, levels, rare, known, possible, len(left) if right else 0)
    judged = judge(levels, rare, weights, weights.rates(len(people), possible))
    return Linked(people, one, two, levels, judged, weights)


def possible_pairs(people: int, left: int | None) -> float:
    """Of so many people, or of the first `left` of them with the rest."""
    return max(people * (people - 1) / 2 if left is None else left * (people - left), 1)
