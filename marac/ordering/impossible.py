"""Why no order keeps all that a meeting wishes: the least of its wishes that cannot be kept together."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from marac.kernel.text import Sentence, _
from marac.ordering.meeting import Meeting, Window
from marac.ordering.problem import problem_of
from marac.ordering.search import NOTHING_FOUND, search
from marac.ordering.waiting import APART, BEFORE, TOGETHER

SECONDS = 1.0  # for each wish that is left out to see whether the others can be kept


@dataclass(frozen=True)
class Wish:
    """One wish of a meeting, in words, and the meeting without it."""

    words: Sentence
    field: str
    value: object

    def left_out(self, meeting: Meeting) -> Meeting:
        held = getattr(meeting, self.field)
        if isinstance(held, dict):
            return replace(meeting, **{self.field: {case: at for case, at in held.items() if case != self.value}})
        return replace(meeting, **{self.field: [each for each in held if each is not self.value]})


def conflict(meeting: Meeting) -> list[Sentence]:
    """Sentences that name who and what cannot be kept together; a meeting that nothing is known against gives none."""
    plain = list(_plainly_impossible(meeting))
    if plain:
        return plain
    left = meeting
    needed: list[Wish] = []
    for wish in list(wishes(meeting)):
        without = wish.left_out(left)
        if _impossible(without):
            left = without
        else:
            needed.append(wish)
    return [wish.words for wish in needed]


def _impossible(meeting: Meeting) -> bool:
    """Nothing waits here, so that it is asked only whether there is an order. Not known in time counts as possible."""
    idle = replace(meeting, weights=dict.fromkeys(meeting.weights, 0))
    found = search(problem_of(idle), NOTHING_FOUND, time.monotonic() + SECONDS)
    return found.order is None and found.proven


def wishes(meeting: Meeting) -> Iterator[Wish]:
    for window in meeting.windows:
        yield Wish(_of_window(meeting, window), "windows", window)
    for case, place in meeting.fixed.items():
        yield Wish(_("{case} is to be number {place}.").format(case=case, place=place), "fixed", case)
    for cases in meeting.together:
        yield Wish(TOGETHER.format(cases=", ".join(sorted(cases))), "together", cases)
    for pair in meeting.apart:
        yield Wish(APART.format(one=pair[0], other=pair[1]), "apart", pair)
    for pair in meeting.before:
        yield Wish(BEFORE.format(one=pair[0], other=pair[1]), "before", pair)


def _of_window(meeting: Meeting, window: Window) -> Sentence:
    needed = [case for case in meeting.cases if window.agency in case.agencies]
    told = _("{agency} is there from minute {start} to {end}, and is needed in {cases}: {minutes} minutes.")
    return told.format(
        agency=window.agency,
        start=window.start,
        end=window.end,
        cases=", ".join(case.id for case in needed),
        minutes=sum(case.minutes for case in needed),
    )


def _plainly_impossible(meeting: Meeting) -> Iterator[Sentence]:
    """What one wish asks, or two, and can be said better than by naming them."""
    size, has = len(meeting.cases), {}
    for case, place in meeting.fixed.items():
        if place > size:
            told = _("{case} is to be number {place}, and there are {size} cases.")
            yield told.format(case=case, place=place, size=size)
        if place in has:
            yield _("{one} and {other} are both to be number {place}.").format(one=has[place], other=case, place=place)
        has[place] = case
    for window in meeting.windows:
        needed = sum(case.minutes for case in meeting.cases if window.agency in case.agencies)
        if needed > window.end - window.start:
            yield _of_window(meeting, window)
