"""One person against some others: who of them it is likely to be, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from marac.weighing.columns import Person, columns
from marac.weighing.compare import compare
from marac.weighing.explain import Contribution, contributions
from marac.weighing.rarity import Counts, rarity
from marac.weighing.weights import Weights, judge

KNOWN_ALREADY = 0.5  # how likely, before anything is compared, somebody who is looked for is here

OTHERS_OF_A_FAMILY = 2  # whom somebody may be taken for, and who are here too
SMALLEST = 100


@dataclass(frozen=True)
class Candidate:
    id: str
    weight: float
    probability: float
    reasons: list[Contribution]


@dataclass(frozen=True)
class Register:
    """What is known of all the people among whom somebody is looked for: how many, and how usual their names are."""

    people: int
    counts: Counts
    weights: Weights

    @property
    def rates(self) -> tuple[float, float]:
        """Of one pair, that it is one person, and that it is two of a family; a register is never taken for tiny."""
        people = max(self.people, SMALLEST)
        return KNOWN_ALREADY / people, OTHERS_OF_A_FAMILY / people


def candidates(wanted: Person, others: Sequence[Person], register: Register, top: int | None = None) -> list[Candidate]:
    """The likeliest of the others first: all of them, or so many."""
    people = columns([wanted, *others])
    rows, row = np.arange(1, len(people)), np.zeros(len(others), np.int64)
    levels = compare(people, row, rows)
    rare = rarity(people, row, rows, levels, register.counts)
    judged = judge(levels, rare, register.weights, register.rates)
    probability = judged.probability
    return [
        Candidate(
            id=people.ids[at + 1],
            weight=float(judged.weight[at]),
            probability=float(probability[at]),
            reasons=contributions(levels, judged, at),
        )
        for at in np.argsort(-judged.weight, kind="stable")[:top]
    ]
