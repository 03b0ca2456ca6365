"""How good a list of weighed pairs is, when it is known who is who."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import comb

import numpy as np
from numpy.typing import NDArray

from bench.matching.records import Record

STEPS = (0.5, 0.7, 0.9, 0.99, 0.999, 1.0)


@dataclass(frozen=True)
class Scored:
    """Pairs with their weights, whether each is one person, and how many pairs are."""

    weight: NDArray[np.float64]
    true: NDArray[np.bool_]
    total: int

    @property
    def best(self) -> tuple[float, float, float]:
        """F1, precision and recall at the threshold at which F1 is highest."""
        order = np.argsort(-self.weight)
        right = np.cumsum(self.true[order])
        precision, recall = right / np.arange(1, len(order) + 1), right / self.total
        f1 = 2 * right / (np.arange(1, len(order) + 1) + self.total)
        at = int(f1.argmax())
        return float(f1[at]), float(precision[at]), float(recall[at])

    def at(self, probability: float) -> tuple[float, float]:
        """Precision and recall of those of at least this probability."""
        kept = self.weight >= np.log2(probability / (1 - probability))
        return float(self.true[kept].mean()), float(self.true[kept].sum() / self.total)

    def calibration(self) -> list[tuple[float, float, int, float, float]]:
        """From, to, pairs, the probability they were given on the average, and the share that is right."""
        probability = 1 / (1 + 2.0 ** -np.clip(self.weight, -900, 900))
        found = []
        for low, high in pairwise(STEPS):
            here = (probability >= low) & ((probability < high) | (high == 1.0))
            if here.any():
                said, right = float(probability[here].mean()), float(self.true[here].mean())
                found.append((low, high, int(here.sum()), said, right))
        return found


def scored(records: Sequence[Record], left: Sequence[int], right: Sequence[int], weight: NDArray[np.float64]) -> Scored:
    person = np.array([record.person for record in records])
    return Scored(weight, person[left] == person[right], true_pairs(person))


def true_pairs(person: NDArray[np.int64]) -> int:
    return sum(comb(times, 2) for times in np.unique(person, return_counts=True)[1].tolist())


@dataclass(frozen=True)
class Served:
    """How well people whose names are of one origin are found, from a probability of 0.5 on. `chance` is how far the
    recall may be off either way (95%): pairs of one person are found or missed together, so it is taken by people."""

    origin: str
    pairs: int
    recall: float
    chance: float
    precision: float


def by_origin(
    records: Sequence[Record], left: NDArray[np.integer], right: NDArray[np.integer], probability: NDArray[np.float64]
) -> list[Served]:
    person = np.array([record.person for record in records])
    origins = np.array([record.origin for record in records])
    likely, true = probability >= 0.5, person[left] == person[right]
    found = []
    for origin in sorted(set(origins.tolist())):
        here = origins[left] == origin
        records_of = np.bincount(person[origins == origin], minlength=person.max() + 1)
        there = records_of * (records_of - 1) // 2
        right_ones = np.bincount(person[left][true & likely & here], minlength=len(there))
        recall = float(right_ones.sum() / there.sum())
        chance = 1.96 * float(np.sqrt(np.square(right_ones - recall * there).sum()) / there.sum())
        found.append(Served(origin, int(there.sum()), recall, chance, float(true[likely & here].mean())))
    return found
