"""What was done to the words of a page of a PDF, by drawing or with a PDF reader: ringed, struck out, highlighted."""

from typing import Any

from pdfminer.pdftypes import resolve1

from marac.geometry import heads

Box = tuple[float, float, float, float]
RING_WIDTH, RING_HEIGHT = 130, 45
THINNEST = 2.5  # points: what is thicker is no line
COLOURED = 0.25  # by which the parts of a colour differ in a highlighter's ink: shades of grey are the form's own
TALLEST = 1.8  # times the height of a word: a band of colour behind more than one line is the form's own
NOTES = {
    "Circle": "ringed",
    "Ink": "ringed",
    "StrikeOut": "struck",
    "Highlight": "highlighted",
    "Underline": "underlined",
}


def mark(words: list[dict[str, Any]], page: Any, laid_on: list[dict[str, Any]]) -> None:
    """Notes at each word what was done to it, and whether it is printed in bold or was typed in.

    `laid_on` is what lies on the page: its fields, and the notes of readers.
    """
    rings = [box for box in map(_outline, page.curves) if box]
    strokes = [each for each in [*page.lines, *page.rects] if each["bottom"] - each["top"] < THINNEST]
    inks = [_box(rect) for rect in page.rects if is_ink(rect)]
    kinds_of = ((NOTES.get(string((each.get("data") or {}).get("Subtype"))), each) for each in laid_on)
    notes = [(kind, _box(each)) for kind, each in kinds_of if kind]
    for word in words:
        kinds = {kind for kind, box in notes if inside(word, box)}
        kinds |= {"ringed"} if any(inside(word, ring) for ring in rings) else set()
        kinds |= {"struck"} if any(_through(stroke, word) for stroke in strokes) else set()
        kinds |= {"highlighted"} if any(inside(word, ink) and _as_high(word, ink) for ink in inks) else set()
        kinds |= {"bold"} if "bold" in str(word.get("fontname", "")).lower() else set()
        kinds |= {"entered"} if heads.typed(word) else set()
        word["kinds"] = sorted(kinds)


def inside(word: dict[str, Any], box: Box) -> bool:
    """The middle of the word is in the box."""
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _box(drawn: dict[str, Any]) -> Box:
    return drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"]


def is_ink(rect: dict[str, Any]) -> bool:
    """Filled with a colour, as a highlighter does."""
    colour = rect.get("non_stroking_color")
    parts = colour if isinstance(colour, list | tuple) else ()
    return bool(rect["fill"] and len(parts) > 2 and max(parts) - min(parts) >= COLOURED)


def _as_high(word: dict[str, Any], ink: Box) -> bool:
    return ink[3] - ink[1] <= TALLEST * (word["bottom"] - word["top"])


def _through(stroke: dict[str, Any], word: dict[str, Any]) -> bool:
    """Crosses the middle of the word over most of its length."""
    height = word["bottom"] - word["top"]
    middle = word["top"] + height / 4 < stroke["top"] < word["bottom"] - height / 4
    across = min(stroke["x1"], word["x1"]) - max(stroke["x0"], word["x0"])
    return bool(middle and across > (word["x1"] - word["x0"]) * 0.7)


def _outline(curve: dict[str, Any]) -> Box | None:
    """The box round an unfilled curve the size of a word, its control points included."""
    points = [point for step in curve.get("path") or [] for point in step[1:]] or curve["pts"]
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
    small = 4 < right - left < RING_WIDTH and 4 < bottom - top < RING_HEIGHT
    return (left, top, right, bottom) if small and not curve["fill"] else None


def string(value: Any) -> str:
    """A string or name of a PDF in letters."""
    value = resolve1(value)
    if isinstance(value, bytes):
        return value.decode("utf-16" if value[:2] == b"\xfe\xff" else "latin-1", "replace")
    return str(getattr(value, "name", value) or "")
