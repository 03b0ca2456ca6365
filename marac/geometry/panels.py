"""Finds ruled tables that stand beside each other on a page, and gives each the heading that is printed above it."""

from typing import Any

Word = dict[str, Any]
Item = tuple[float, str, Any]  # how far down the page, what it is, and the table or the rows of words
ABOVE = 40  # points from a heading to its table at most
SHARED = 0.5  # of the height of the lower of two tables that stand beside each other


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
