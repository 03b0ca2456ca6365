"""Reads the fields of a fillable PDF as words that stand where they were typed, or by their own names."""

import re
import warnings
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from pdfminer.pdftypes import resolve1

from marac.geometry.marks import string

Word = dict[str, Any]
NAMELESS = re.compile(
    r"(?:text|check|box|cb|field|undefined|fill|untitled|radio|button|group|combo|list|[_.\s\d-])*", re.I
)
BESIDE, ABOVE = 8, 26  # points from a field to the words that are printed for it
LINE = 10  # points of a line of print
TOUCH = 3  # points by which a word before a field may reach into it
SHARED = 0.7  # of the place that a field and its frame cover


def fields_of(page: Any) -> list[Word]:
    """The fields of a page, from top to bottom. A title in letters that cannot be read is left out, not the field."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return sorted(page.annots, key=lambda field: field["top"])


def is_frame(cell: tuple[float, float, float, float], fields: list[Word]) -> bool:
    """The frame of a field that can be filled in, which says nothing of rows or columns."""
    return any(_same_place(cell, (each["x0"], each["top"], each["x1"], each["bottom"])) for each in fields)


def _same_place(one: Sequence[float], other: Sequence[float]) -> bool:
    """Two boxes that share most of what either covers."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    both = max(across, 0) * max(down, 0)
    either = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)) - both
    return both >= SHARED * either > 0


def with_labels(fields: list[Word], words: list[Word]) -> list[Word]:
    """The words, with a label that is printed over several lines before its field as one word at the field's height."""
    for field in (each for each in fields if _is_text(each)):
        before = [word for word in words if _before(word, field, fields)]
        lines: list[list[Word]] = []
        for word in sorted(before, key=lambda word: (round(word["top"]), word["x0"])):
            if lines and abs(lines[-1][0]["top"] - word["top"]) < LINE / 2:
                lines[-1].append(word)
            else:
                lines.append([word])
        left = min((line[0]["x0"] for line in lines), default=0)
        close = all(below[0]["top"] - above[0]["bottom"] < LINE / 2 for above, below in pairwise(lines))
        if len(lines) > 1 and close and all(line[0]["x0"] - left <= TOUCH for line in lines):
            label = [word for line in lines for word in line]
            sides = {"x0": left, "x1": max(word["x1"] for word in label)}
            height = label[0]["bottom"] - label[0]["top"]
            top = (field["top"] + field["bottom"] - height) / 2
            one = label[0] | sides | {"top": top, "bottom": top + height, "text": " ".join(w["text"] for w in label)}
            words = [one if word is label[0] else word for word in words if word is label[0] or word not in label]
    return words


def _before(word: Word, field: Word, fields: list[Word]) -> bool:
    """Stands to the left of the field and within its height or a line of it, and of no other field's."""
    middle = (word["top"] + word["bottom"]) / 2
    if word["x1"] > field["x0"] + TOUCH or not field["top"] - LINE < middle < field["bottom"] + LINE:
        return False
    beside = [
        each for each in fields if each is not field and each["x1"] <= field["x0"] and each["x0"] >= word["x0"] - TOUCH
    ]
    between = any(each["top"] - LINE < middle < each["bottom"] + LINE for each in beside)
    within = field["top"] <= middle <= field["bottom"]
    others = any(each is not field and each["top"] <= middle <= each["bottom"] for each in fields)
    return not between and (within or not others)


def _is_text(field: Word) -> bool:
    data = field.get("data") or {}
    return string(data.get("FT") or (resolve1(data.get("Parent")) or {}).get("FT")) in ("Tx", "Ch")


def filled(fields: list[Word], words: list[Word]) -> tuple[list[Word], list[tuple[str, str]]]:
    """Values as words on the page where something is printed beside or above; else as names with their values."""
    placed: list[Word] = []
    named: list[tuple[str, str]] = []
    above: list[Word] = []  # fields that are placed: what stands beneath one belongs to the same column
    for widget in fields:
        data = widget.get("data") or {}
        value = _value(data)
        if value is None:
            continue
        label = _label(data)
        if _printed(widget, [*words, *above]) or _is_note(data):
            placed.append(_word(widget, value, words))
            above.append({side: widget[side] for side in ("x0", "x1", "top", "bottom")})
        elif label and value not in ("", "☐"):
            named.append((label, "Yes" if value == "☒" else value))
    return placed, named


def _value(data: dict[str, Any]) -> str | None:
    """What was typed or chosen, a full or an empty box, or None for what is no field."""
    if _is_note(data):
        return string(data.get("Contents"))
    parent = resolve1(data.get("Parent")) or {}
    kind = string(data.get("FT") or parent.get("FT"))
    if kind == "Btn":
        state = string(data.get("AS") or data.get("V") or parent.get("V"))
        return "☒" if state and state != "Off" else "☐"
    value = resolve1(data.get("V") or parent.get("V"))
    return string(value[0] if isinstance(value, list) and value else value) if kind or value else None


def _is_note(data: dict[str, Any]) -> bool:
    """Text that somebody typed onto the page with a PDF reader, where the form has no field."""
    return string(data.get("Subtype")) == "FreeText" and bool(string(data.get("Contents")).strip())


def _label(data: dict[str, Any]) -> str:
    parent = resolve1(data.get("Parent")) or {}
    tip, name = string(data.get("TU")), string(data.get("T") or parent.get("T"))
    if tip or NAMELESS.fullmatch(name):
        return tip
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name)


def _printed(widget: Word, words: list[Word]) -> bool:
    middle = (widget["top"] + widget["bottom"]) / 2
    for word in words:
        beside = abs((word["top"] + word["bottom"]) / 2 - middle) <= BESIDE
        above = 0 <= widget["top"] - word["bottom"] <= ABOVE and word["x1"] > widget["x0"] and word["x0"] < widget["x1"]
        if beside or above:
            return True
    return False


def _word(widget: Word, value: str, words: list[Word]) -> Word:
    """On the line of the words just before it, of a tick box just behind it, else of those nearest in height."""
    middle = (widget["top"] + widget["bottom"]) / 2
    near = [word for word in words if abs((word["top"] + word["bottom"]) / 2 - middle) <= BESIDE]
    before = [word for word in near if word["x1"] <= widget["x0"] + TOUCH]
    behind = [word for word in near if word["x0"] >= widget["x1"] - TOUCH] if value in ("☒", "☐") else []
    line = min(behind, key=lambda word: word["x0"], default=None) or max(
        before, key=lambda word: word["x1"], default=None
    )
    line = line or min(near, key=_from(middle), default=None)
    top, bottom = (line["top"], line["bottom"]) if line else (middle - 5, middle + 5)
    box = tuple(widget[side] for side in ("x0", "top", "x1", "bottom"))
    sides = {"x0": widget["x0"], "x1": widget["x1"], "top": top, "bottom": bottom}
    return {**sides, "text": value, "typed": True, "field": box}


def _from(middle: float) -> Callable[[Word], float]:
    return lambda word: abs((word["top"] + word["bottom"]) / 2 - middle)
