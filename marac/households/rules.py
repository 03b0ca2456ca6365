"""Where each box and line of the drawing stands: people on the left, homes and numbers on the right, in fixed order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

WIDTH, EDGE, TRUNK = 360, 4, 20  # the width of a telephone, so that a letter there is as large as it says
PEOPLE_WIDE, PLACES_WIDE, GAP = 164, 140, 12
LINE, PADDING = 17, 8
LETTERS = {PEOPLE_WIDE: 19, PLACES_WIDE: 16}  # that go on a line, in bold
MOST_LINES = 4


@dataclass(frozen=True)
class Said:
    """What stands in a box: its heading and what is under it. `kind` gives it its edge, and is said in words too."""

    key: str
    kind: str
    heading: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    text: str
    x: int
    y: int
    bold: bool


@dataclass(frozen=True)
class Box:
    kind: str
    x: int
    y: int
    wide: int
    high: int
    lines: list[Line]

    @property
    def middle(self) -> int:
        return self.y + self.high // 2


@dataclass(frozen=True)
class Link:
    """A line of the drawing, as the path of an SVG has it."""

    kind: str
    path: str


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    boxes: list[Box]
    links: list[Link]


def draw(people: Sequence[Said], places: Sequence[Said], at: Mapping[str, Sequence[str]]) -> Drawing:
    """The first of the people is the victim, to whom a line leads from everybody. `at` has the places of each."""
    left = _column(people, EDGE + TRUNK, PEOPLE_WIDE)
    right = _column(places, WIDTH - EDGE - PLACES_WIDE, PLACES_WIDE)
    links = [_home(left[person], right[place]) for person, theirs in at.items() for place in theirs]
    boxes = [left[each.key] for each in people]
    for box in boxes[1:]:
        links += _to_victim(boxes[0], box)
    boxes += [right[each.key] for each in places]
    height = max((box.y + box.high for box in boxes), default=0) + EDGE
    return Drawing(WIDTH, height, boxes, links)


def _column(said: Sequence[Said], x: int, wide: int) -> dict[str, Box]:
    found, y = {}, EDGE
    for each in said:
        box = _box(each, x, y, wide)
        found[each.key] = box
        y += box.high + GAP
    return found


def _box(said: Said, x: int, y: int, wide: int) -> Box:
    texts = [(text, True) for text in _lines(said.heading, wide)]
    texts += [(text, False) for note in said.notes for text in _lines(note, wide)]
    lines = [Line(text, x + PADDING, y + PADDING + LINE * at + 12, bold) for at, (text, bold) in enumerate(texts)]
    return Box(said.kind, x, y, wide, 2 * PADDING + LINE * len(texts), lines)


def _lines(text: str, wide: int) -> list[str]:
    return wrap(text, LETTERS[wide], max_lines=MOST_LINES, placeholder=" …")


def _home(person: Box, place: Box) -> Link:
    return Link("home", f"M {person.x + person.wide} {person.middle} L {place.x} {place.middle}")


def _to_victim(victim: Box, other: Box) -> list[Link]:
    """Down the left edge; who does harm has a line of their own, with the head of an arrow."""
    harms = other.kind == "perpetrator"
    x, end = (EDGE + 3, victim.y + 12) if harms else (EDGE + 11, victim.y + victim.high - 12)
    kind = "harms" if harms else "related"
    found = [Link(kind, f"M {other.x} {other.middle} H {x} V {end} H {victim.x}")]
    if harms:
        found.append(Link("arrow", f"M {victim.x} {end} l -9 -5 v 10 z"))
    return found
