"""Finds the heads of columns that no line rules: over boxes to tick, and over fields that can be filled in."""

import re
from itertools import pairwise
from typing import Any

Word = dict[str, Any]
Line = list[Word]
BOX = re.compile(r"[☐☒☑✓✔√✗✘□■]|\[\s?[xX✓]?\s?\]")
CROSS = re.compile(r"[xX]")  # typed where a form has no boxes
HEAD = re.compile(r"(?:yes|no|ie|na|i|y|n|u|n/?k|d/?k|n/?a|\?|not|don[’']?t|unsure|unk|unknown)[.?]?", re.I)
HEAD_ENDS = re.compile(r"knows?|known|sure", re.I)  # of "Don't know"
LEADER = re.compile(r"\.{4,}|…{2,}|_{4,}")
OVER, CLOSE = 4, 3  # points by which a head may miss the side of its field; between two words of one head at most
UNDER = 7  # points by which the middle of a box may miss the middle of its head


def mark(lines: list[Line]) -> None:
    """Notes at the words of a page what stands in a column of its own, however near its neighbour is."""
    _over_boxes(lines)
    _over_fields(lines)


def without_leaders(words: list[Word]) -> list[Word]:
    """The words without the dots that lead from a label to its answer; what touches such dots is a word of its own."""
    found: list[Word] = []
    for word in words:
        chars = word.pop("chars")
        leaders = [match.span() for match in LEADER.finditer(word["text"])] if len(chars) == len(word["text"]) else []
        if not leaders:
            found.append(word)
            continue
        starts, ends = zip(*leaders, strict=True)
        for start, end in zip((0, *ends), (*starts, len(chars)), strict=True):
            if start < end:
                sides = {"x0": chars[start]["x0"], "x1": chars[end - 1]["x1"]}
                found.append({**word, **sides, "text": word["text"][start:end]})
    return found


def typed(word: Word) -> bool:
    """What was typed into a field stands by itself, however near the next printed word is; a tick box does not."""
    return bool(word.get("typed")) and not BOX.fullmatch(word["text"])


def of_boxes(part: Line) -> bool:
    """A head, and no box, of answers in columns of their own."""
    return bool(part[0].get("apart")) and "heads" not in part[0]


def again(group: list[list[Line]]) -> list[list[Line]]:
    """The heads of its boxes, for a group of questions that a title parts from them."""
    heads = next((word["heads"] for row in group for part in row for word in part if "heads" in word), None)
    if heads is None or any(any(map(of_boxes, row)) for row in group):
        return []
    sides = {side: group[0][0][0][side] for side in ("top", "bottom")}
    return [[[{**word, **sides} for word in head] for head in heads]]


def _over_boxes(lines: list[Line]) -> None:
    """Marks boxes that stand under the words Yes, No and Don't know: each is an answer in a column of its own."""
    heads: list[Line] = []
    for line in lines:
        answers = _heads(line)
        boxes = [word for word in line if BOX.fullmatch(word["text"])]
        crosses = [word for word in line if CROSS.fullmatch(word["text"])] if heads and not boxes else []
        crosses = [word for word in crosses if any(_under(word, head) for head in heads)]
        letters = {head[0]["text"][0].lower() for head in answers}  # in Welsh "I" and "N"
        if "n" in letters and letters & {"y", "i"} and not boxes:
            heads = answers
        elif crosses or (len(boxes) > 1 and heads and all(any(_under(box, head) for head in heads) for box in boxes)):
            for box in crosses or boxes:
                column = next(head[0]["x0"] for head in heads if _under(box, head))
                box |= {"apart": True, "column": column, "heads": heads}
            for head in heads:
                head[0]["apart"] = True
                for word in head[1:]:
                    word["goes_on"] = True


def _over_fields(lines: list[Line]) -> None:
    """Marks the words that begin just where a field beneath does, so that heads that nearly touch stay apart."""
    for above, line in pairwise(lines):
        fields = [word["x0"] for word in line if typed(word)]
        if len(fields) > 1 and not any(map(typed, above)):
            for before, word in pairwise([None, *above]):
                starts = any(abs(word["x0"] - x) <= OVER for x in fields)
                if before is not None and starts and word["x0"] - before["x1"] > CLOSE:
                    word["begins"] = True


def _heads(line: Line) -> list[Line]:
    """The words of a line that may head a column of boxes: "Yes", "No", "Don't know"."""
    found: list[Line] = []
    for before, word in pairwise([None, *line]):
        if HEAD.fullmatch(word["text"]):
            found.append([word])
        elif found and found[-1][-1] is before and HEAD_ENDS.fullmatch(word["text"]):
            found[-1].append(word)
    return found


def _under(box: Word, head: Line) -> bool:
    within = head[0]["x0"] - OVER <= box["x0"] and box["x1"] <= head[-1]["x1"] + OVER
    return bool(within or abs(box["x0"] + box["x1"] - head[0]["x0"] - head[-1]["x1"]) <= 2 * UNDER)
