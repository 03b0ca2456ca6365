"""Writes the weights that the product begins with: python -m bench.matching.defaults.

Counted where the truth is known, among the pairs worth comparing of both generators, each for one half.
"""

import json
from pathlib import Path
from types import ModuleType

import numpy as np

from bench.matching import agencies, households
from bench.matching.records import described
from marac.matching.learning import shares_of
from marac.weighing import weights
from marac.weighing.blocking import pairs
from marac.weighing.columns import columns
from marac.weighing.compare import Levels, compare
from marac.weighing.fields import FIELDS, Born, Phone
from marac.weighing.rarity import Bits
from marac.weighing.weights import Weights

PEOPLE, SEED, BY_CHANCE = 60_000, 77, 2_000_000
VERSION = "3"
SELDOM = 0.002  # of one person's records, on any level: no generator makes every mistake that people make
# Of two of a family, more share these than the generators think: there are twins, and one phone for all. We lean to the
# side on which two people are not made one.
IN_FAMILIES = {("born", Born.SAME): 0.02, ("phone", Phone.SAME): 0.25}
# Of numbers that the health service and the police give, the generators know nothing. These shares are ours: the first
# follows its person, the second begins anew with many an event.
NUMBERS = {
    "health_number": ([1, 0.98, 0.012, 0.008], [1, 0.0001, 0.0005, 0.9994], [1, 1e-6, 1e-5, 0.999989]),
    "police_reference": ([1, 0.85, 0.02, 0.13], [1, 0.001, 0.0005, 0.9985], [1, 1e-6, 1e-5, 0.999989]),
}
EVEN = tuple(np.full(len(field), 0.01) for field in FIELDS)


def main() -> None:
    one, two = (counted(kind) for kind in (households, agencies))
    shares = tuple(
        tuple((a + b) / 2 for a, b in zip(fields, others, strict=True))
        for fields, others in zip(one.shares, two.shares, strict=True)
    )
    same, household = (one.same_rate + two.same_rate) / 2, (one.household_rate + two.household_rate) / 2
    shares = tuple(_with_numbers(group, at) for at, group in enumerate(shares))
    path = Path(weights.__file__).with_name("weights.json")
    plain = Weights(VERSION, round(same, 3), round(household, 3), shares).as_plain()
    path.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


def counted(kind: ModuleType) -> Weights:
    records = kind.register(PEOPLE, SEED)
    people = columns(described(records))
    person, family = (np.array([getattr(record, name) for record in records]) for name in ("person", "family"))
    a, b = pairs(people)
    levels = compare(people, a, b)
    same, kin = person[a] == person[b], (family[a] == family[b]) & (person[a] != person[b])
    draw = np.random.default_rng(SEED)
    one, two = draw.integers(0, len(people), (2, BY_CHANCE))
    strangers = compare(people, one[family[one] != family[two]], two[family[one] != family[two]])
    shares = (_shares(levels[same], SELDOM), _cautious(_shares(levels[kin])), _shares(strangers))
    return Weights(VERSION, same.sum() / len(people), kin.sum() / len(people), shares)


def _shares(levels: Levels, least: float = 0.0) -> tuple[Bits, ...]:
    return tuple(np.maximum(shares, least) for shares in shares_of(levels, np.ones(len(levels)), EVEN))


def _with_numbers(shares: tuple[Bits, ...], group: int) -> tuple[Bits, ...]:
    return tuple(
        np.array(NUMBERS[field.name][group]) if field.name in NUMBERS else table
        for field, table in zip(FIELDS, shares, strict=True)
    )


def _cautious(shares: tuple[Bits, ...]) -> tuple[Bits, ...]:
    found = []
    for field, table in zip(FIELDS, shares, strict=True):
        raised = np.maximum(table, [IN_FAMILIES.get((field.name, level), 0) for level in field.levels])
        found.append(raised / raised[1:].sum())
    return tuple(found)


if __name__ == "__main__":
    main()
