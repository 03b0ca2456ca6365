"""A meeting as sets of bits: what the search reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from marac.ordering.compiled import MOST
from marac.ordering.fitting import PIECE_BITS
from marac.ordering.meeting import Case, Meeting

Whole = NDArray[np.int64]
NEVER_LATE = 1 << 40  # a minute that does not come
NOBODY = -1
PIECES = -(-64 // PIECE_BITS)


class Facts(NamedTuple):
    """By case its `minutes` and who is `needed`; by agency its `weight` and `of_agency`, the cases it is needed in.
    `minutes_of`: for each piece of a set of cases, the minutes of that part. `matters`: cases of which it matters what
    stands beside them."""

    minutes: Whole
    needed: Whole
    weight: Whole
    of_agency: Whole
    minutes_of: Whole
    matters: np.int64


class Wishes(NamedTuple):
    """By case its first and last minute of the clock, its place from 0, those that are heard before and after it, and
    those not next to it. `who`: by place, which case has it. `together`: sets. `breaks`: after so many minutes worked,
    so many."""

    earliest: Whole
    latest: Whole
    place: Whole
    who: Whole
    before: Whole
    after: Whole
    apart: Whole
    together: Whole
    breaks: Whole


@dataclass(frozen=True)
class Problem:
    """`cases[at]`, heard in that order, stand as the one bit `at`; `last` are cases in which nobody is needed who could
    wait, and who come after all others. Agencies that are needed in the same cases are one. `free`: nothing is wished
    for."""

    cases: Sequence[Sequence[Case]]
    last: Sequence[Case]
    facts: Facts
    wishes: Wishes
    free: bool
    timed: bool
    placed: bool

    @property
    def size(self) -> int:
        return len(self.cases)

    def order(self, found: Sequence[int]) -> list[Case]:
        return [case for at in found for case in self.cases[at]] + list(self.last)


def problem_of(meeting: Meeting) -> Problem:
    """Of one that is not too large."""
    at = {case.id: number for number, case in enumerate(meeting.cases)}
    free = not (meeting.windows or meeting.fixed or meeting.together or meeting.apart or meeting.before)
    cases, last, agencies = [[case] for case in meeting.cases], [], _who_can_wait(meeting)
    while free:
        joined, idle, agencies_left = _smaller(cases, agencies)
        last = [*idle, *last]
        if len(joined) == len(cases):
            break
        cases, agencies = joined, agencies_left
    wishes = _wishes(meeting, at)
    minutes = [sum(case.minutes for case in each) for each in cases]
    facts = _facts(minutes, agencies, int(_all(wishes.together) | _all(wishes.apart)))
    return Problem(cases, last, facts, wishes, free, bool(meeting.windows), bool(meeting.fixed))


def is_too_large(meeting: Meeting) -> bool:
    """For sets that are bits of one number."""
    return max(len(meeting.cases), len(_who_can_wait(meeting))) > MOST


def _who_can_wait(meeting: Meeting) -> dict[int, int]:
    """The weight of those who are needed in these cases."""
    weights: dict[int, int] = {}
    for agency, weight in meeting.weights.items():
        cases = sum(1 << number for number, case in enumerate(meeting.cases) if agency in case.agencies)
        weights[cases] = weights.get(cases, 0) + weight
    return _waiting(weights, len(meeting.cases))


def _waiting(weights: Mapping[int, int], size: int) -> dict[int, int]:
    """Who is needed once or always does not wait."""
    return {cases: weight for cases, weight in weights.items() if weight and 2 <= cases.bit_count() < size}


def _smaller(
    cases: Sequence[list[Case]], agencies: Mapping[int, int]
) -> tuple[list[list[Case]], list[Case], dict[int, int]]:
    """Cases in which the same agencies are needed are heard one after the other, and those in which nobody is needed
    who could wait come last. Each may make others so, and agencies such as cannot wait."""
    alike: dict[int, list[int]] = {}
    for at in range(len(cases)):
        alike.setdefault(_needed(agencies, at), []).append(at)
    idle = [case for at in alike.pop(0, []) for case in cases[at]]
    parts = list(alike.values())
    weights: dict[int, int] = {}
    for of_agency, weight in agencies.items():
        now = sum(1 << part for part, members in enumerate(parts) if of_agency >> members[0] & 1)
        weights[now] = weights.get(now, 0) + weight
    return [[case for at in members for case in cases[at]] for members in parts], idle, _waiting(weights, len(parts))


def _needed(agencies: Mapping[int, int], at: int) -> int:
    return sum(1 << agency for agency, of_agency in enumerate(agencies) if of_agency >> at & 1)


def _facts(minutes: Sequence[int], agencies: Mapping[int, int], matters: int) -> Facts:
    table = np.zeros((PIECES, 1 << PIECE_BITS), np.int64)
    parts = np.arange(1 << PIECE_BITS)
    for at, long in enumerate(minutes):
        table[at // PIECE_BITS] += (parts >> at % PIECE_BITS & 1) * long
    return Facts(
        minutes=np.array(minutes, np.int64),
        needed=np.array([_needed(agencies, at) for at in range(len(minutes))], np.int64),
        weight=np.array(list(agencies.values()), np.int64),
        of_agency=np.array(list(agencies), np.int64),
        minutes_of=table,
        matters=np.int64(matters),
    )


def _wishes(meeting: Meeting, at: Mapping[str, int]) -> Wishes:
    size = len(at)
    earliest, latest = np.zeros(size, np.int64), np.full(size, NEVER_LATE, np.int64)
    for window in meeting.windows:
        for case in meeting.cases:
            if window.agency in case.agencies:
                earliest[at[case.id]] = max(earliest[at[case.id]], window.start)
                latest[at[case.id]] = min(latest[at[case.id]], window.end)
    place, who = np.full(size, NOBODY, np.int64), np.full(size, NOBODY, np.int64)
    for name, wanted in meeting.fixed.items():
        place[at[name]] = wanted - 1
        if wanted <= size:
            who[wanted - 1] = at[name]
    earlier = [(at[one], at[other]) for one, other in meeting.before]
    beside = [(at[one], at[other]) for one, other in meeting.apart]
    breaks = sorted((max(each.after_worked_minutes, 1), each.minutes) for each in meeting.breaks)
    return Wishes(
        earliest=earliest,
        latest=latest,
        place=place,
        who=who,
        before=_sets(size, [(other, one) for one, other in earlier]),
        after=_sets(size, earlier),
        apart=_sets(size, [*beside, *((other, one) for one, other in beside)]),
        together=np.array([sum(1 << at[name] for name in names) for names in meeting.together], np.int64),
        breaks=np.array(breaks, np.int64).reshape(-1, 2),
    )


def _sets(size: int, pairs: Sequence[tuple[int, int]]) -> Whole:
    """By the first of a pair, all that stand with it."""
    found = np.zeros(size, np.int64)
    for one, other in pairs:
        found[one] |= 1 << other
    return found


def _all(sets: Whole) -> np.int64:
    return np.int64(np.bitwise_or.reduce(sets, initial=np.int64(0)))
