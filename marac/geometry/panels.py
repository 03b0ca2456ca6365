"""Finds ruled tables that stand beside each other on a page, and gives each the heading that is printed above it."""

import re
from itertools import pairwise
from typing import Any

from marac.geometry.columns import GAP
from marac.geometry.ruled import Box, Line, Ruled, Word

Item = tuple[float, str, Any]  # how far down the page, what it is, and the table or the rows of words
ABOVE = 40  # points from a heading to its table at most
NARROWEST, WIDEST, LOWEST, HIGHEST = 90, 320, 34, 160  # points of a box in which a label is stuck or printed
OF_A_PATIENT = re.compile(r"\b(?:born|d\.?o\.?b)\b.*\bNHS\b|\bNHS\b.*\b(?:born|d\.?o\.?b)\b|\bhosp\w* no", re.I)
FEWEST_LINES = 3  # of words in it
SHARED = 0.5  # of the height of the lower of two tables that stand beside each other


def boxes(page: Any, cells: list[Box], words: list[Word], tables: list[Any]) -> list[Ruled]:
    """Drawn boxes by themselves with some lines of words in each: what is stuck on a form, to be read together.

    `cells` are those that the lines on the page enclose, in a table or not.
    """
    drawn = [*cells]
    drawn += [(each["x0"], each["top"], each["x1"], each["bottom"]) for each in [*page.rects, *page.curves]]
    found: list[Box] = []
    for box in sorted({tuple(map(round, each)) for each in drawn if _sized(each)}, key=_area):
        inside = {round(word["bottom"]) for word in words if _holds(box, word)}
        meets = any(_overlap(box, other) for other in [*(table.bbox for table in tables), *found])
        across = any(_crosses(box, word) for word in words)
        filled = len(inside) >= FEWEST_LINES and not _in_columns([word for word in words if _holds(box, word)])
        found += [box] if filled and not meets and not across else []
    return [Ruled([Line([box])]) for box in found]


def stickers(page: Any, words: list[Word]) -> list[Ruled]:
    """Labels of a patient that are stuck over a form: boxes of the usual size, whose lines tell a birth or a number."""
    drawn = [(each["x0"], each["top"], each["x1"], each["bottom"]) for each in [*page.rects, *page.curves]]
    found: list[Box] = []
    for box in sorted({tuple(map(round, each)) for each in drawn if _sized(each)}, key=_area):
        inside = [word for word in words if _holds(box, word)]
        lines = {round(word["bottom"]) for word in inside}
        told = len(lines) > FEWEST_LINES and OF_A_PATIENT.search(" ".join(word["text"] for word in inside))
        if told and not any(_crosses(box, word) for word in words) and not any(_overlap(box, each) for each in found):
            found.append(box)
    return [Ruled([Line([box])]) for box in found]


def before(label: Ruled, tables: list[Any]) -> float:
    """How far down the page a label is read: just before the table over which it is stuck."""
    return min([label.bbox[1], *(table.bbox[1] for table in tables if _overlap(label.bbox, table.bbox))]) - 1


def _in_columns(words: list[Word]) -> bool:
    """Labels with their answers in a column of its own: most of the lines have a wide gap."""
    lines: dict[int, list[Word]] = {}
    for word in sorted(words, key=lambda word: word["x0"]):
        lines.setdefault(round(word["bottom"]), []).append(word)
    wide = [any(two["x0"] - one["x1"] > GAP for one, two in pairwise(line)) for line in lines.values()]
    return sum(wide) * 2 > len(wide)


def _sized(box: Box) -> bool:
    return NARROWEST <= box[2] - box[0] <= WIDEST and LOWEST <= box[3] - box[1] <= HIGHEST


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(box: Box, word: Word) -> bool:
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _crosses(box: Box, word: Word) -> bool:
    """Reaches over a side of the box."""
    down = (word["top"] + word["bottom"]) / 2
    return bool(box[1] < down < box[3] and any(word["x0"] + 2 < side < word["x1"] - 2 for side in (box[0], box[2])))


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def headed(items: list[Item], loose: list[Word]) -> tuple[list[Item], list[Word]]:
    """The tables in the order in which they are read, each side after its heading, and the words that are left."""
    placed: list[Item] = []
    for group in _groups(items):
        if len(group) == 1:
            placed += group
            continue
        top = min(item[0] for item in group)
        for number, (_top, kind, table) in enumerate(group):
            heading = [word for word in loose if _over(word, table.bbox)]
            loose = [word for word in loose if word not in heading]
            at = top + number * 0.01  # beside each other, but one after the other
            placed += [(at - 0.005, "line", [[heading]])] if heading else []
            placed.append((at, kind, table))
    return placed, loose


def _groups(items: list[Item]) -> list[list[Item]]:
    """Tables that stand beside one another, from left to right; every other table alone."""
    groups: list[list[Item]] = []
    for item in sorted(items, key=lambda item: item[2].bbox[0]):
        beside = next((group for group in groups if all(_beside(item[2].bbox, each[2].bbox) for each in group)), None)
        if beside is None:
            groups.append([item])
        else:
            beside.append(item)
    return groups


def _beside(one: Any, other: Any) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    apart = one[0] >= other[2] - 1 or other[0] >= one[2] - 1
    return bool(apart and shared > SHARED * min(one[3] - one[1], other[3] - other[1]))


def _over(word: Word, box: Any) -> bool:
    """Printed just above the table, between its sides."""
    middle = (word["x0"] + word["x1"]) / 2
    return bool(box[0] <= middle <= box[2] and 0 <= box[1] - word["bottom"] <= ABOVE)
