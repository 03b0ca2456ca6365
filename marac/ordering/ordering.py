"""The best order of a meeting within some seconds: what `marac order` and the agenda ask."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from marac.kernel.text import Sentence, _
from marac.ordering.impossible import conflict
from marac.ordering.meeting import Case, Meeting
from marac.ordering.moving import by_locality, moved, worth
from marac.ordering.problem import is_too_large, problem_of
from marac.ordering.search import NOTHING_FOUND, Found, search
from marac.ordering.waiting import Slot, cost, not_kept, slots

NOT_FOUND = _(
    "No order that keeps all wishes was found in {seconds} seconds; there may be one. Give more time, or wish for less."
)


@dataclass(frozen=True)
class Ordered:
    """No order costs less than `bound`, in minutes waited. Without an order, `conflict` says what cannot be kept."""

    order: Sequence[Case] | None
    cost: int = 0
    bound: int = 0
    seconds: float = 0.0
    slots: Sequence[Slot] = ()
    conflict: Sequence[Sentence] = field(default=())

    @property
    def proven(self) -> bool:
        return self.order is not None and self.bound >= self.cost


def best_order(meeting: Meeting, seconds: float, clock: Callable[[], float] = time.monotonic) -> Ordered:
    """Never worse than the order as listed, or by locality, where these keep what is wished."""
    began = clock()
    by_hand = min((list(meeting.cases), by_locality(meeting)), key=lambda order: worth(meeting, order))
    find = _moved if is_too_large(meeting) else _searched
    order, bound, impossible = find(meeting, by_hand, began + seconds, clock)
    if any(not_kept(meeting, order)):
        told = conflict(meeting) if impossible else [NOT_FOUND.format(seconds=seconds)]
        return Ordered(None, conflict=told, seconds=clock() - began)
    return Ordered(order, cost(meeting, order), bound, clock() - began, slots(meeting, order))


Answer = tuple[Sequence[Case], int, bool]  # an order, what any costs at least, and whether none can keep all wishes


def _moved(meeting: Meeting, by_hand: Sequence[Case], until: float, clock: Callable[[], float]) -> Answer:
    return moved(meeting, by_hand, until, clock), 0, False


def _searched(meeting: Meeting, by_hand: Sequence[Case], until: float, clock: Callable[[], float]) -> Answer:
    problem, kept = problem_of(meeting), not any(not_kept(meeting, by_hand))
    found = search(problem, Found(None, cost(meeting, by_hand), 0) if kept else NOTHING_FOUND, until, clock)
    order = by_hand if found.order is None else problem.order(found.order)
    return order, found.bound, found.order is None and not kept and found.proven
