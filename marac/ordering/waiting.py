"""What an order costs, when each agency comes and goes, and what of the meeting's wishes it does not keep."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from marac.kernel.text import Sentence, _
from marac.ordering.meeting import Case, Meeting

TOGETHER = _("{cases} are to be heard one after the other.")
APART = _("{one} and {other} are not to be heard one after the other.")
BEFORE = _("{one} is to be heard before {other}.")


@dataclass(frozen=True)
class Slot:
    """When an agency is there, in minutes of the clock since the meeting began; `waited` is without breaks."""

    agency: str
    arrive: int
    leave: int
    waited: int


def slots(meeting: Meeting, order: Sequence[Case]) -> list[Slot]:
    """Of each agency that is needed at all."""
    worked = 0
    first: dict[str, tuple[int, int]] = {}
    last: dict[str, tuple[int, int]] = {}
    heard: dict[str, int] = {}
    for case in order:
        start = meeting.clock(worked)
        for agency in case.agencies:
            first.setdefault(agency, (start, worked))
            last[agency] = start + case.minutes, worked + case.minutes
            heard[agency] = heard.get(agency, 0) + case.minutes
        worked += case.minutes
    return [
        Slot(agency, first[agency][0], last[agency][0], last[agency][1] - first[agency][1] - heard[agency])
        for agency in meeting.weights
        if agency in first
    ]


def cost(meeting: Meeting, order: Sequence[Case]) -> int:
    """Minutes waited, each times the weight of the agency."""
    return sum(meeting.weights[slot.agency] * slot.waited for slot in slots(meeting, order))


def not_kept(meeting: Meeting, order: Sequence[Case]) -> Iterator[Sentence]:
    """A sentence for each wish that the order does not keep."""
    place = {case.id: at for at, case in enumerate(order, 1)}
    yield from _of_places(meeting, place)
    yield from _of_neighbours(meeting, place)
    there = {slot.agency: slot for slot in slots(meeting, order)}
    for window in meeting.windows:
        slot = there.get(window.agency)
        if slot and (slot.arrive < window.start or slot.leave > window.end):
            told = _("{agency} is there from minute {start} to {end}, and is needed from {arrive} to {leave}.")
            times = {"start": window.start, "end": window.end, "arrive": slot.arrive, "leave": slot.leave}
            yield told.format(agency=window.agency, **times)


def _of_places(meeting: Meeting, place: Mapping[str, int]) -> Iterator[Sentence]:
    for case, wanted in meeting.fixed.items():
        if place[case] != wanted:
            told = _("{case} is to be number {wanted}, and is number {place}.")
            yield told.format(case=case, wanted=wanted, place=place[case])
    for one, other in meeting.before:
        if place[one] > place[other]:
            yield BEFORE.format(one=one, other=other)


def _of_neighbours(meeting: Meeting, place: Mapping[str, int]) -> Iterator[Sentence]:
    for cases in meeting.together:
        places = [place[case] for case in cases]
        if places and max(places) - min(places) != len(places) - 1:
            yield TOGETHER.format(cases=", ".join(sorted(cases)))
    for one, other in meeting.apart:
        if abs(place[one] - place[other]) == 1:
            yield APART.format(one=one, other=other)
