"""Weights learned from the people at hand, without being told who is who: expectation and maximisation (EM).

What is known beforehand counts as some pairs of each class, so few people teach little, and no share is ever none.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from marac.weighing.columns import People
from marac.weighing.compare import Levels, compare
from marac.weighing.fields import FIELDS
from marac.weighing.rarity import Bits, Rarity
from marac.weighing.weights import HOUSEHOLD, SAME, STRANGER, Weights, likelihoods

ROUNDS = 25
FEWEST = 1_000  # people: of fewer, the weights would tell of some of them
BELIEF = 200  # pairs of each class, as which the weights known beforehand count
LEAST = 0.02  # pairs, as which a level counts that was never met: it is rare, not impossible
LEARNED_FROM = 300_000  # pairs, drawn by lot where there are more
BY_CHANCE = 300_000  # pairs drawn by lot of all: strangers all but for a few
SEED = 5


def learn(people: People, levels: Levels, rare: Rarity, known: Weights, pairs: float, left: int = 0) -> Weights:
    """From the levels of the pairs worth comparing; `pairs` is how many there are in all.

    With `left`, the first so many people are compared with the rest only. From few people nothing is learned.
    """
    if len(people) < FEWEST:
        return known
    levels, rare, share = _some(levels, rare)
    by_chance = _random_levels(people, left)
    weights = _with(known, STRANGER, by_chance, np.ones(len(by_chance)), known)
    for _round in range(ROUNDS):
        same, household, _strangers = likelihoods(levels, rare, weights, weights.rates(len(people), pairs))
        weights = _with(weights, SAME, levels, same, known)
        weights = _with(weights, HOUSEHOLD, levels, household, known)
        same_rate, household_rate = (float(likely.sum() / share / len(people)) for likely in (same, household))
        weights = replace(weights, same_rate=same_rate, household_rate=household_rate)
    return weights


def shares_of(levels: Levels, counts: Bits, known: tuple[Bits, ...]) -> tuple[Bits, ...]:
    """Of each field on each level, among the pairs of which it is known."""
    found = []
    for at, field in enumerate(FIELDS):
        counted = np.bincount(levels[:, at], weights=counts, minlength=len(field)) + BELIEF * known[at] + LEAST
        counted[0] = counted[1:].sum()
        found.append(counted / counted[0])
    return tuple(found)


def _with(weights: Weights, group: int, levels: Levels, counts: Bits, known: Weights) -> Weights:
    shares = list(weights.shares)
    shares[group] = shares_of(levels, counts, known.shares[group])
    return replace(weights, shares=tuple(shares))


def _some(levels: Levels, rare: Rarity) -> tuple[Levels, Rarity, float]:
    """Enough pairs to learn from, and which share of all they are."""
    if len(levels) <= LEARNED_FROM:
        return levels, rare, 1.0
    at: NDArray[np.int64] = np.random.default_rng(SEED).choice(len(levels), LEARNED_FROM, replace=False)
    return levels[at], Rarity(rare.fields[at], rare.namesakes[at]), LEARNED_FROM / len(levels)


def _random_levels(people: People, left: int) -> Levels:
    draw = np.random.default_rng(SEED)
    one = draw.integers(0, left or len(people), BY_CHANCE)
    two = draw.integers(left, len(people), BY_CHANCE)
    return compare(people, one[one != two], two[one != two])
