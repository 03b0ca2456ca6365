"""Dates of birth as columns, and how two of them differ: exact, turned round, slipped, in part, as an age."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from marac.kernel.birthdates import parse_birth_date
from marac.kernel.dates import UncertainDate
from marac.kernel.refusal import Refusal
from marac.weighing.fields import Born

FIGURES = 8  # of a date as 19910403
YEARS_ARE_CLOSE = 2 * 366  # days between the ends of a birth that is known to a year or so
KEPT = 200_000
EIGHT_FIGURES = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


class Birth(NamedTuple):
    """First and last possible day as ordinals, and an exact date as 19910403; 0 is not known.

    A date that cannot be, such as 31 February, keeps its figures: one of them is a slip.
    """

    earliest: int = 0
    latest: int = 0
    exact: int = 0


@dataclass(frozen=True)
class Births:
    """As `Birth`, one for each person."""

    earliest: NDArray[np.int32]
    latest: NDArray[np.int32]
    exact: NDArray[np.int32]

    @property
    def year(self) -> NDArray[np.int32]:
        return self.exact // 10_000

    @property
    def month(self) -> NDArray[np.int32]:
        return self.exact // 100 % 100

    @property
    def day(self) -> NDArray[np.int32]:
        return self.exact % 100

    def of(self, rows: NDArray[np.integer]) -> "Births":
        return Births(self.earliest[rows], self.latest[rows], self.exact[rows])


def births(given: Sequence[Birth]) -> Births:
    table = np.array(given, np.int32).reshape(-1, 3)
    return Births(table[:, 0], table[:, 1], table[:, 2])


@lru_cache(KEPT)
def read_birth(text: str, today: date) -> Birth:
    """What is written of a birth; what cannot be read says nothing."""
    if not text.strip():
        return Birth()
    if figures := EIGHT_FIGURES.fullmatch(text.strip()):
        return _from_figures(*map(int, figures.groups()))
    try:
        return birth_of(parse_birth_date(text, today=today))
    except Refusal:
        return Birth()


def birth_of(when: UncertainDate) -> Birth:
    if when.earliest is None or when.latest is None:
        return Birth()
    exact = when.exact
    figures = exact.year * 10_000 + exact.month * 100 + exact.day if exact else 0
    return Birth(when.earliest.toordinal(), when.latest.toordinal(), figures)


def _from_figures(year: int, month: int, day: int) -> Birth:
    figures = year * 10_000 + month * 100 + day
    try:
        ordinal = date(year, month, day).toordinal()
    except ValueError:
        year = min(max(year, 1), 9998)
        return Birth(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), figures)
    return Birth(ordinal, ordinal, figures)


def compare_births(a: Births, b: Births) -> NDArray[np.int8]:
    """The level of each pair; the first that holds counts."""
    known, exact = (a.earliest > 0) & (b.earliest > 0), (a.exact > 0) & (b.exact > 0)
    same_year, same_day = a.year == b.year, a.exact % 10_000 == b.exact % 10_000
    rounded = (a.exact % 10_000 == 101) | (b.exact % 10_000 == 101)
    meet = (a.earliest <= b.latest) & (b.earliest <= a.latest)
    wide = np.maximum(a.latest - a.earliest, b.latest - b.earliest) > YEARS_ARE_CLOSE
    rules = (
        (~known, Born.UNKNOWN),
        (~exact & ~meet, Born.DIFFERENT),
        (~exact & wide, Born.POSSIBLE_AGE),
        (~exact, Born.POSSIBLE_YEAR),
        (a.exact == b.exact, Born.SAME),
        (same_year & (a.month == b.day) & (a.day == b.month), Born.TURNED),
        (_figures_that_differ(a.exact, b.exact) == 1, Born.ONE_FIGURE),
        (same_day, Born.OTHER_YEAR),
        (same_year & rounded, Born.FIRST_OF_JANUARY),
        (same_year, Born.SAME_YEAR),
    )
    return np.select([rule for rule, _level in rules], [level for _rule, level in rules], Born.DIFFERENT).astype(
        np.int8
    )


def _figures_that_differ(a: NDArray[np.int32], b: NDArray[np.int32]) -> NDArray[np.int8]:
    different = np.zeros(len(a), np.int8)
    for at in range(FIGURES):
        different += a // 10**at % 10 != b // 10**at % 10
    return different
