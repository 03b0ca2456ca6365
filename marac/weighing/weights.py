"""How much each level speaks for one person rather than two: Fellegi and Sunter's weight, with three classes.

A pair is the same person, two of one household or family, or strangers. Households share surname, address and phone, so
against strangers alone a brother would look like his brother. Weights are in bits: 1 doubles the odds.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from marac.weighing.compare import Levels
from marac.weighing.fields import FIELDS, Field
from marac.weighing.rarity import Bits, Rarity

SAME, HOUSEHOLD, STRANGER = range(3)
LEAST, MOST = 1e-12, 0.4  # of all pairs
CLASSES = ("same person", "household", "stranger")


@dataclass(frozen=True)
class Weights:
    """`shares[class][field][level]` are shares of those pairs of a class of which the field is known; of level 0, not
    known, the share is 1, so that it says nothing. The rates are pairs for each person."""

    version: str
    same_rate: float
    household_rate: float
    shares: tuple[tuple[Bits, ...], ...]

    def rates(self, people: int, pairs: float) -> tuple[float, float]:
        """The shares of `pairs` that are one person, and two of one household."""
        same, household = (
            min(max(rate * people / pairs, LEAST), MOST) for rate in (self.same_rate, self.household_rate)
        )
        return same, household

    @property
    def bits(self) -> list[list[Bits]]:
        return [[np.log2(shares) for shares in fields] for fields in self.shares]

    def as_plain(self) -> dict[str, Any]:
        plain: dict[str, Any] = {name: getattr(self, name) for name in ("version", "same_rate", "household_rate")}
        for title, fields in zip(CLASSES, self.shares, strict=True):
            plain[title] = {field.name: _named(field, shares) for field, shares in zip(FIELDS, fields, strict=True)}
        return plain

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Weights":
        shares = tuple(
            tuple(
                np.array([1.0, *(plain[title][field.name][level.name.lower()] for level in field.levels if level)])
                for field in FIELDS
            )
            for title in CLASSES
        )
        return cls(plain["version"], plain["same_rate"], plain["household_rate"], shares)


def _named(field: Field, shares: Bits) -> dict[str, float]:
    return {
        level.name.lower(): float(f"{share:.4g}") for level, share in zip(field.levels, shares, strict=True) if level
    }


@cache
def default_weights() -> Weights:
    """Learned from invented people of several kinds (`bench`), so they give away nobody's."""
    return Weights.from_plain(json.loads(files(__package__).joinpath("weights.json").read_text("utf-8")))


@dataclass(frozen=True)
class Judged:
    """Of each pair: the weight for one person; the bits that each field gives, against strangers; and those that it
    loses because others have the same full name, and because it may be two of one household."""

    weight: Bits
    fields: Bits
    namesakes: Bits
    kin: Bits

    @property
    def probability(self) -> Bits:
        return probability(self.weight)


def probability(weight: Bits) -> Bits:
    return 1 / (1 + 2.0 ** -np.clip(weight, -1000, 1000))


def judge(levels: Levels, rare: Rarity, weights: Weights, rates: tuple[float, float]) -> Judged:
    """`rates` are the shares of all pairs, compared or not, that are one person, and two of one household."""
    same, household, stranger = _totals(levels, rare, weights, rates)
    other = np.logaddexp2(household, stranger)
    bits = weights.bits
    fields = _by_field(levels, bits[SAME]) - _by_field(levels, bits[STRANGER]) + rare.fields
    return Judged(same - other, fields, -rare.namesakes, stranger - other)


def likelihoods(levels: Levels, rare: Rarity, weights: Weights, rates: tuple[float, float]) -> Bits:
    """Of each class and each pair, how likely it is of that class."""
    totals = np.stack(_totals(levels, rare, weights, rates))
    likely = 2.0 ** (totals - totals.max(0))
    found: Bits = likely / likely.sum(0)
    return found


def _totals(levels: Levels, rare: Rarity, weights: Weights, rates: tuple[float, float]) -> list[Bits]:
    prior = np.log2([*rates, 1 - sum(rates)])
    found = [
        bits + sum(table[levels[:, at]] for at, table in enumerate(fields))
        for bits, fields in zip(prior, weights.bits, strict=True)
    ]
    found[STRANGER] += rare.namesakes - rare.fields.sum(1)
    return found


def _by_field(levels: Levels, bits: Sequence[Bits]) -> Bits:
    return np.stack([table[levels[:, at]] for at, table in enumerate(bits)], 1)
