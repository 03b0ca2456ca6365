"""Finds the label that is printed just above each field of a fillable page."""

from typing import Any

from marac.geometry.heads import BOX

Word = dict[str, Any]
Row = list[tuple[list[Word], list[Word]]]  # labels, each with what stands beneath it
FEWEST, MOSTLY = 6, 0.7  # fields of a page, and how many of them have their label above: our own choice
OVER = 13  # points from the foot of a label to the top of its field at most
REACH = 4  # points by which they may overlap, or miss each other's side
NEAR = 24  # points from the words before a field to it, where they are its label
WIDEST = 600  # points of a page
GAP = 14  # points between two words of one line that are two labels


def over_fields(typed: list[Word], printed: list[Word]) -> list[tuple[list[Word], Word]]:
    """The words of each label with what was typed beneath it; nothing where this page prints its labels elsewhere."""
    found = [(_above(word, printed), word) for word in typed]
    above = [(label, word) for label, word in found if label and not _beside(word, label, printed, typed)]
    return above if len(above) >= max(FEWEST, MOSTLY * len(typed)) else []


def with_boxes(rows: list[Row], words: list[Word]) -> list[Row]:
    """The rows with the boxes to tick that stand beside their fields, each group beneath a label of its own."""
    return [sorted([*row, *_boxes_beside(row, words)], key=lambda pair: pair[1][0]["x0"]) for row in rows]


def _boxes_beside(row: Row, words: list[Word]) -> Row:
    """Labels on the line of the row's labels, each with the boxes beneath it."""
    fields = [field[0]["field"] for _label, field in row]
    top, bottom = row[0][0][0]["top"], max(field[3] for field in fields)
    free = [w for w in words if top - REACH < _middle(w) < bottom + REACH]
    free = [w for w in free if not any(field[0] - REACH < w["x0"] < field[2] for field in fields)]
    found: Row = []
    for head in _stretches([w for w in free if abs(w["top"] - top) < REACH]):
        after = min((f[0] for f in fields if f[0] > head[0]["x0"]), default=head[0]["x0"] + WIDEST)
        under = [w for w in free if head[0]["x0"] - REACH <= w["x0"] < after and w["top"] > top + REACH]
        if any(BOX.fullmatch(w["text"]) for w in under) and not any(BOX.fullmatch(w["text"]) for w in head):
            found.append((head, under))
    return found


def _stretches(words: list[Word]) -> list[list[Word]]:
    """The words of one line, parted at its gaps."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w["x0"]):
        if found and word["x0"] - found[-1][-1]["x1"] <= GAP:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def in_rows(captioned: list[tuple[list[Word], Word]]) -> list[Row]:
    """Those whose labels stand on one line, from left to right."""
    rows: list[Row] = []
    for pair in sorted(captioned, key=lambda pair: pair[0][0]["top"]):
        if rows and abs(rows[-1][0][0][0]["top"] - pair[0][0]["top"]) < REACH:
            rows[-1].append((pair[0], [pair[1]]))
        else:
            rows.append([(pair[0], [pair[1]])])
    return rows


def _above(field: Word, printed: list[Word]) -> list[Word]:
    """The words on the line above, from where the field begins to a gap or its end."""
    x0, top, x1, _bottom = field["field"]
    near = [w for w in printed if -REACH <= top - w["bottom"] <= OVER and x0 - REACH <= w["x0"] < x1]
    line = max((w["top"] for w in near), default=0)
    found: list[Word] = []
    for word in sorted((w for w in near if abs(w["top"] - line) < REACH), key=lambda w: w["x0"]):
        if found and word["x0"] - found[-1]["x1"] > GAP:
            break
        found.append(word)
    return found if found and found[0]["x0"] - x0 <= GAP else []


def _beside(field: Word, label: list[Word], printed: list[Word], typed: list[Word]) -> bool:
    """Something is printed to the left of the field, with no other field between, and nothing flush with it above."""
    x0, top, _x1, bottom = field["field"]
    words = [w["x1"] for w in printed if w["x1"] <= x0 + REACH and top < _middle(w) < bottom]
    left = max(words, default=None)
    flush = abs(label[0]["x0"] - x0) <= REACH
    if left is None or (flush and x0 - left > NEAR):
        return False
    fields = [each["field"] for each in typed if each is not field]
    return not any(f[0] >= left - REACH and f[2] <= x0 + REACH and f[1] < bottom and f[3] > top for f in fields)


def _middle(word: Word) -> float:
    return float(word["top"] + word["bottom"]) / 2
