"""Finds what stands in columns on a page without ruled lines: rows of stretches that begin at the same places."""

import re

from marac.geometry import heads
from marac.geometry.heads import BOX, Line, Word, typed
from marac.kernel.postcodes import read_postcode

GAP = 14  # points between two stretches of one line; the space between words is never so wide
PARTS_OF_A_DATE = ("/", ".", "-")
FAR = 45  # points behind which a box answers another question
SAME = 6  # points by which two stretches may miss the same column
NEXT = 36  # points to the next row at most
WRAPPED = 17  # points to a line that goes on in the same cell
LEADING = 1.45  # of the height of words: from one line of a cell to the next, and no further
FULL = 7  # words of a line of prose, and how far across the page it reaches: our own choice
REACHES = 0.85
OPTION = re.compile(rf"(?:yes|no|y|n|male|female|m|f|n/?a|not known|don[’']?t know)\W*|(?:{BOX.pattern}).*", re.I)


def stretches(line: Line) -> list[Line]:
    """A line cut at its wide gaps; the answers to choose from stay with their question."""
    found: list[Line] = []
    for word in line:
        before = found[-1][-1] if found else word
        near = word["x0"] - before["x1"] <= GAP and not (
            any(map(_alone, (word, before))) or before.get("goes_on") or word.get("begins")
        )
        if found and (near or word.get("goes_on")):
            found[-1].append(word)
        else:
            found.append([word])
    found = _with_dates(found)
    joined: list[Line] = []
    answers = len(found) > 1 and all(
        OPTION.fullmatch(_words(stretch)) and not BOX.search(_words(stretch)) for stretch in found
    )
    offered = [OPTION.fullmatch(_words(stretch)) is not None for stretch in found]
    for number, stretch in enumerate(found if not answers else []):
        several = any(offered[max(0, number - 1) : number] + offered[number + 1 : number + 2])
        chosen = several or BOX.search(_words(stretch)) is not None
        if _alone(stretch[0]) or (joined and (joined[-1][0].get("apart") or _other_boxes(joined[-1], stretch))):
            joined.append(stretch)
        elif joined and (
            (chosen and _chosen(_words(stretch), _words(joined[-1])))
            or BOX.fullmatch(_words(joined[-1]))
            or _box_after_box(joined[-1], stretch)
        ):
            joined[-1] = joined[-1] + stretch
        else:
            joined.append(stretch)
    return joined or found


def _with_dates(found: list[Line]) -> list[Line]:
    """A date whose parts were typed into fields of their own, with a stroke between them, is one stretch."""
    kept: list[Line] = []
    for stretch in found:
        before = kept[-1] if kept else []
        stroke = bool(before) and _words(stretch) in PARTS_OF_A_DATE and before[-1]["text"].isdigit()
        figure = bool(before) and before[-1]["text"] in PARTS_OF_A_DATE and stretch[0]["text"].isdigit()
        if stroke or (figure and len(before) > 1):
            kept[-1] = before + stretch
        else:
            kept.append(stretch)
    return kept


def _other_boxes(before: Line, stretch: Line) -> bool:
    """Boxes far behind other boxes: they answer the next question."""
    far = stretch[0]["x0"] - before[-1]["x1"] > FAR
    return far and BOX.fullmatch(stretch[0]["text"]) is not None and any(BOX.fullmatch(word["text"]) for word in before)


def _box_after_box(before: Line, stretch: Line) -> bool:
    """One more of the boxes to choose from, each before its own words."""
    return BOX.fullmatch(stretch[0]["text"]) is not None and any(BOX.fullmatch(word["text"]) for word in before)


def _chosen(words: str, before: str) -> bool:
    """One of the answers to choose from, and no answer in a column of its own."""
    after_question = before.rstrip().endswith(("?", ":")) or OPTION.fullmatch("".join(before.split()[-1:]))
    return OPTION.fullmatch(words) is not None and (len(words.split()) == 1 or bool(after_question))


def _alone(word: Word) -> bool:
    return typed(word) or bool(word.get("apart"))


def _left(part: Line) -> float:
    """Where a stretch begins; a box where its head does."""
    return float(part[0].get("column", part[0]["x0"]))


def in_columns(lines: list[Line]) -> list[list[list[Line]]]:
    """The lines in order, as groups of rows; a group of more than one row is a table, each row its stretches."""
    groups: list[list[list[Line]]] = []
    heads.mark(lines)
    right = max((word["x1"] for line in lines for word in line), default=0.0)
    edges: list[float] = []
    for line in lines:
        row = stretches(line)
        last = groups[-1] if groups else []
        step = line[0]["top"] - max(word["top"] for part in last[-1] for word in part) if last else 0.0
        alone = bool(last) and len(last) == len(last[0]) == len(row) == 1 and step < WRAPPED
        if alone and (_flows(last[0][0], row[0], right) or _ends_address(last[0][0], row[0])):
            last[0][0].extend(row[0])
            continue
        if last and len(last) > 1 and len(row) == 1 and step < WRAPPED and _goes_on(row[0], last[-1]):
            continue
        if last and len(last[-1]) > len(row) > 1 and _all_go_on(row, last[-1], step):
            continue
        if last and len(row) > 1 and step < NEXT and len(last[-1]) > 1 and _shares(row, edges):
            last.append(row)
        else:
            groups.append([row])
            edges = []
        edges += map(_left, row)
    return [[*heads.again(group), *group] for group in groups]


def edges_of(rows: list[list[Line]]) -> list[float]:
    """Where the columns of a group begin, from left to right."""
    found: list[float] = []
    for x in sorted(_left(part) for row in rows for part in row):
        if not found or x - found[-1] > SAME:
            found.append(x)
    return found


def at(part: Line, edges: list[float]) -> int:
    """The column that a stretch begins in."""
    return min(range(len(edges)), key=lambda number: abs(edges[number] - _left(part)))


def reached(part: Line, edges: list[float], start: int, end: int) -> int:
    """The column after the last over which a stretch lies, of those up to the next stretch."""
    right = max(word["x1"] for word in part)
    return next((column for column in range(start + 1, end) if edges[column] > right), end)


def _flows(before: Line, line: Line, right: float) -> bool:
    """A sentence that goes on in the next line: the one above is full, and begins at the same place; no question with
    boxes behind it."""
    top = before[-1]["top"]
    above = [word for word in before if abs(word["top"] - top) < SAME]
    full = len(above) >= FULL and above[-1]["x1"] > right * REACHES and not above[-1]["text"].endswith(tuple(".:;?!"))
    begins = (
        any(BOX.fullmatch(word["text"]) for word in (line[0], above[-1])) or abs(above[0]["x0"] - line[0]["x0"]) > SAME
    )
    offers = any(BOX.fullmatch(word["text"]) for word in above[1:])
    return full and not begins and not offers and not any(map(typed, [*above, *line]))


def _ends_address(before: Line, line: Line) -> bool:
    """A postcode and nothing else beneath words that begin at the same place: nobody's label."""
    return read_postcode(_words(line)) is not None and abs(before[0]["x0"] - line[0]["x0"]) <= SAME


def _goes_on(part: Line, row: list[Line]) -> bool:
    """Adds a wrapped line to the cell above that begins at the same place, unless that is the first of the row."""
    for cell in row if _ends_address(row[0], part) else row[1:]:
        if abs(cell[0]["x0"] - part[0]["x0"]) <= SAME:
            cell.extend(part)
            return True
    return False


def _all_go_on(parts: list[Line], row: list[Line], step: float) -> bool:
    """A second line close beneath, of several cells but not of the first: each of its parts goes on with its cell."""
    height = parts[0][0]["bottom"] - parts[0][0]["top"]
    beneath = [[cell for cell in row[1:] if abs(cell[0]["x0"] - part[0]["x0"]) <= SAME] for part in parts]
    if step > height * LEADING or not all(len(each) == 1 for each in beneath):
        return False
    for part, (cell,) in zip(parts, beneath, strict=True):
        cell.extend(part)
    return True


def _shares(row: list[Line], edges: list[float]) -> bool:
    return any(abs(_left(part) - edge) <= SAME for part in row[1:] for edge in edges)


def _words(part: Line) -> str:
    return " ".join(word["text"] for word in part)
