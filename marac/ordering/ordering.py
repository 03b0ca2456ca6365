"""The best order of a meeting within some seconds: what `marac order` and the agenda ask."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from marac.kernel.text import Sentence, _
from marac.ordering.compiled import MOST
from marac.ordering.impossible import conflict
from marac.ordering.meeting import Case, Meeting
from marac.ordering.moving import by_locality, moved, worth
from marac.ordering.problem import problem_of
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
    until = began + seconds
    by_hand = min((list(meeting.cases), by_locality(meeting)), key=lambda order: worth(meeting, order))
    if len(meeting.cases) > MOST:
        return _ordered(meeting, moved(meeting, by_hand, until, clock), 0, clock() - began)
    problem, kept = problem_of(meeting), not any(not_kept(meeting, by_hand))
    found = search(problem, Found(None, cost(meeting, by_hand), 0) if kept else NOTHING_FOUND, until, clock)
    if found.order is not None:
        return _ordered(meeting, problem.order(found.order), found.bound, clock() - began)
    if kept:
        return _ordered(meeting, by_hand, found.bound, clock() - began)
    told = conflict(meeting) if found.proven else [NOT_FOUND.format(seconds=seconds)]
    return Ordered(None, conflict=told, seconds=clock() - began)


def _ordered(meeting: Meeting, order: Sequence[Case], bound: int, seconds: float) -> Ordered:
    broken = list(not_kept(meeting, order))
    if broken:
        return Ordered(None, conflict=broken, seconds=seconds)
    return Ordered(order, cost(meeting, order), bound, seconds, slots(meeting, order))
