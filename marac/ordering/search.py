"""The search: wider and wider, until nothing had to be left out or the time is over."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from marac.ordering.layers import AT_BACK, BACK, FRONT, LIGHTER, NEVER, NOTHING_PLACED, Layer, Options, Table, step
from marac.ordering.problem import Problem

WIDTHS = (100, 1_000, 10_000, 100_000, 1_000_000)
MOST_STATES = 3_000_000  # of one layer: about 400 megabytes
AT_ONCE = 2_000  # arrangements that are built on between two looks at the clock


@dataclass(frozen=True)
class Found:
    """The best order that was found, if any, as numbers of `Problem.cases`; no order costs less than `bound`."""

    order: list[int] | None
    cost: int
    bound: int

    @property
    def proven(self) -> bool:
        return self.bound >= self.cost


NOTHING_FOUND = Found(None, int(NEVER), 0)


def search(problem: Problem, best: Found, until: float, clock: Callable[[], float] = time.monotonic) -> Found:
    """`best` is an order that is known already; `until` is when to stop by the clock."""
    for width in WIDTHS:
        if best.proven or clock() > until:
            break
        best = _Pass(problem, width, until, clock).better(best)
    return best


@dataclass(frozen=True)
class _Step:
    """Of each arrangement of a layer, the one that it was built on, the case that was placed, and its least cost."""

    parent: NDArray[np.int32]
    placed: NDArray[np.int16]
    least: NDArray[np.int64]


class _Pass:
    def __init__(self, problem: Problem, width: int, until: float, clock: Callable[[], float]) -> None:
        self.problem, self.width, self.until, self.clock = problem, width, until, clock
        room = min(width * problem.size, MOST_STATES)
        slots = 1 << (2 * room).bit_length()
        self.table = Table(
            keys=np.zeros((slots, 4), np.int64),
            paid=np.zeros(slots, np.int64),
            least=np.zeros(slots, np.int64),
            parent=np.full(slots, -1, np.int32),
            placed=np.zeros(slots, np.int16),
            used=np.zeros(room, np.int64),
        )

    def better(self, best: Found) -> Found:
        """An order that costs less, if this pass finds one, and what it proved."""
        whole = (1 << self.problem.size) - 1
        layer = Layer(*(np.array([value], np.int64) for value in (whole, 0, 0, NOTHING_PLACED, 0)))
        steps: list[_Step] = []
        bound = best.cost
        for number in range(self.problem.size):
            count, dropped = self._built(number, layer, best.cost)
            bound = min(bound, dropped)
            if count is None:
                least = int(steps[-1].least.min()) if steps else 0
                return Found(best.order, best.cost, max(best.bound, min(bound, least)))
            layer, kept, cut = self._kept(count)
            bound = min(bound, cut)
            if not len(kept.parent):
                return Found(best.order, best.cost, max(best.bound, bound))
            steps.append(kept)
        at = int(np.argmin(layer.paid))
        cost = int(layer.paid[at])
        return Found(_order(steps, at), cost, max(best.bound, min(bound, cost)))

    def _built(self, number: int, layer: Layer, enough: int) -> tuple[int | None, int]:
        """How many arrangements the next layer has, none if the time was over; and what was left out costs so much."""
        problem, count, dropped = self.problem, 0, NEVER
        options = Options(self._side(number), problem.free, problem.timed, np.int64(enough))
        for begin in range(0, len(layer.paid), AT_ONCE):
            end = min(begin + AT_ONCE, len(layer.paid))
            count, dropped = step(
                begin, end, number, layer, problem.facts, problem.wishes, options, self.table, count, dropped
            )
            if self.clock() > self.until and number < problem.size - 1:
                self.table.parent[self.table.used[:count]] = -1
                return None, int(dropped)
        return count, int(dropped)

    def _kept(self, count: int) -> tuple[Layer, _Step, int]:
        """Of the next layer the most promising; of the others, what they cost at least."""
        table, chosen, cut = self.table, self.table.used[:count], int(NEVER)
        if count > self.width:
            order = np.argpartition(table.least[chosen], self.width)
            cut = int(table.least[chosen[order[self.width :]]].min())
            chosen = chosen[order[: self.width]]
        cases, left, right, ends = (np.ascontiguousarray(table.keys[chosen, at]) for at in range(4))
        layer = Layer(cases, left, right, ends, table.paid[chosen])
        kept = _Step(table.parent[chosen], table.placed[chosen], table.least[chosen])
        table.parent[table.used[:count]] = -1
        return layer, kept, cut

    def _side(self, number: int) -> int:
        """The first two are one at each end, for an order and its reverse. Where places are fixed they take turns."""
        return (FRONT, BACK)[number % 2] if number < 2 or self.problem.placed else LIGHTER


def _order(steps: Sequence[_Step], at: int) -> list[int]:
    front: list[int] = []
    back: list[int] = []
    for each in reversed(steps):
        case = int(each.placed[at])
        (front if case < AT_BACK else back).append(case % AT_BACK)
        at = int(each.parent[at])
    return [*reversed(front), *back]
