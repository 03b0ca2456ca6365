"""For meetings too large for the search: cases are moved one at a time for as long as that saves waiting."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import cycle, permutations

from marac.ordering.meeting import Case, Meeting
from marac.ordering.waiting import cost, not_kept


def by_locality(meeting: Meeting) -> list[Case]:
    """As people order cases by hand: a district after the other, in each those first in which the agency is needed that
    is needed in most, but not in all: as a rule children's services."""
    times = Counter(agency for case in meeting.cases for agency in case.agencies)
    some = [agency for agency in sorted(times) if times[agency] < len(meeting.cases)]
    often = max(some, key=times.__getitem__, default="")
    return sorted(meeting.cases, key=lambda case: (case.locality, often not in case.agencies))


def worth(meeting: Meeting, order: Sequence[Case]) -> tuple[int, int]:
    """Of two orders the one that keeps more wishes is better, and of two that keep as many the one that costs less."""
    return sum(1 for _each in not_kept(meeting, order)), cost(meeting, order)


def moved(meeting: Meeting, order: Sequence[Case], until: float, clock: Callable[[], float]) -> list[Case]:
    """The order after moves of one case that each made it better, until none does."""
    best, found, moves = list(order), worth(meeting, order), list(permutations(range(len(order)), 2))
    without = 0  # moves since one made it better
    for one, other in cycle(moves):
        if clock() > until or without == len(moves):
            break
        tried = [*best]
        tried.insert(other, tried.pop(one))
        now = worth(meeting, tried)
        without = 0 if now < found else without + 1
        if now < found:
            best, found = tried, now
    return best
