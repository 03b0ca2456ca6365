"""Where each bar of the picture of who sits when stands: agencies below each other, time from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass

from marac.agenda.rules.day import time_of
from marac.kernel.text import shorten
from marac.ordering.meeting import Case, Meeting
from marac.ordering.waiting import slots

NAMES_WIDE, DAY_WIDE, EDGE, HEAD, ROW, BAR = 200, 640, 8, 46, 24, 16
LETTERS = 28  # of an agency's name
EVERY = 30  # minutes between two lines of the clock
ROOM_FOR_NUMBER = 14  # a case that is narrower has no number above it


@dataclass(frozen=True)
class Bar:
    kind: str
    x: float
    y: int
    wide: float
    high: int = BAR


@dataclass(frozen=True)
class Letters:
    text: str
    x: float
    y: int
    kind: str = ""


@dataclass(frozen=True)
class Picture:
    """`lines` are where the clock stands, from top to bottom."""

    width: int
    height: int
    bars: list[Bar]
    lines: list[float]
    letters: list[Letters]


@dataclass(frozen=True)
class _Scale:
    begins: int
    minutes: int

    def x(self, minute: int) -> float:
        return round(NAMES_WIDE + DAY_WIDE * (minute - self.begins) / max(self.minutes, 1), 1)

    def wide(self, minutes: int) -> float:
        return round(DAY_WIDE * minutes / max(self.minutes, 1), 1)


def draw(meeting: Meeting, order: Sequence[Case], first_case: int) -> Picture:
    """`first_case` is the minute of the day at which the first case begins; agencies stand as they come."""
    starts = _starts(meeting, order)
    finish = max((start + case.minutes for case, start in zip(order, starts, strict=True)), default=0)
    scale = _Scale(first_case, finish)
    rows = sorted(slots(meeting, order), key=lambda slot: (slot.arrive, slot.leave, slot.agency))
    bars: list[Bar] = []
    letters: list[Letters] = []
    for number, (case, start) in enumerate(zip(order, starts, strict=True), 1):
        if scale.wide(case.minutes) >= ROOM_FOR_NUMBER:
            middle = scale.x(first_case + start) + scale.wide(case.minutes) / 2
            letters.append(Letters(str(number), round(middle, 1), HEAD - 6, "number"))
    for at, slot in enumerate(rows):
        y = HEAD + ROW * at + (ROW - BAR) // 2
        letters.append(Letters(shorten(slot.agency, LETTERS), EDGE, y + BAR - 4))
        bars.append(Bar("waits", scale.x(first_case + slot.arrive), y, scale.wide(slot.leave - slot.arrive)))
        bars += [
            Bar("needed", scale.x(first_case + start), y, scale.wide(case.minutes))
            for case, start in zip(order, starts, strict=True)
            if slot.agency in case.agencies
        ]
    clock = range(-(-first_case // EVERY) * EVERY, first_case + finish + 1, EVERY)
    letters += [Letters(f"{time_of(minute):%H:%M}", scale.x(minute), 16, "clock") for minute in clock]
    height = HEAD + ROW * len(rows) + EDGE
    return Picture(NAMES_WIDE + DAY_WIDE + 3 * EDGE, height, bars, [scale.x(minute) for minute in clock], letters)


def _starts(meeting: Meeting, order: Sequence[Case]) -> list[int]:
    """The minute of the clock at which each case begins."""
    starts, worked = [], 0
    for case in order:
        starts.append(meeting.clock(worked))
        worked += case.minutes
    return starts
