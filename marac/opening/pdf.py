"""Turns a flat PDF into blocks: ruled tables and loose lines, with words ringed by a drawn ellipse marked."""

import io
import re
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening.blocks import Block, Cell
from marac.opening.text import Mark, Text

MOST_PAGES = 60
Box = tuple[float, float, float, float]
RING_WIDTH, RING_HEIGHT = 130, 45


def blocks(content: bytes, part: str) -> list[Block]:
    """The blocks of a PDF, page by page, from top to bottom."""
    found: list[Block] = []
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise Refusal(
                    "This PDF has more than {most} pages. Send the referral form on its own.", most=MOST_PAGES
                )
            for page in document.pages:
                found += _page(page, part)
                page.close()
    except (PDFPasswordIncorrect, PdfminerException, PDFException) as error:
        raise Refusal(_("This PDF is damaged or locked. Save a fresh copy of it and upload that.")) from error
    found = _without_running_heads(found)
    if not found:
        raise Refusal(_("This PDF is a picture without text. Ask for the Word form, or type the referral in."))
    return found


def _without_running_heads(found: list[Block]) -> list[Block]:
    """Lines that stand on more than one page, but for their number, say nothing about the case."""
    pages: dict[str, set[str]] = {}
    for block in found:
        pages.setdefault(_running(block), set()).add(block.place.split(",")[0])
    return [block for block in found if block.kind == "table" or len(pages[_running(block)]) < 2]


def _running(block: Block) -> str:
    return re.sub(r"\d+", "#", block.text.words)


def _page(page: Any, part: str) -> list[Block]:
    words = page.extract_words(x_tolerance=2, y_tolerance=2)
    rings = [box for box in map(_outline, page.curves) if box]
    tables = page.find_tables()
    loose = [word for word in words if not any(_inside(word, table.bbox) for table in tables)]
    items: list[tuple[float, str, Any]] = [(table.bbox[1], "table", table) for table in tables]
    items += [(line[0]["top"], "line", line) for line in _lines(loose)]
    found: list[Block] = []
    for number, (_height, kind, item) in enumerate(sorted(items, key=lambda item: item[0]), 1):
        place = f"page {page.page_number}, {kind} {number}"
        if kind == "line":
            found.append(Block("line", part, place, _text([item], rings)))
        else:
            found.append(Block("table", part, place, rows=_rows(item, words, rings)))
    return [*found, *_widgets(page, part)]


def _widgets(page: Any, part: str) -> list[Block]:
    """Fields of a fillable PDF: their names serve as labels."""
    found: list[Block] = []
    for widget in page.annots:
        data = widget.get("data") or {}
        label, value = _string(data.get("TU") or data.get("T")), _string(data.get("V"))
        if label and value and value != "Off":
            words = f"{label}: {'Yes' if value == 'On' else value}"
            place = f"page {page.page_number}, field {len(found) + 1}"
            found.append(Block("line", part, place, Text(words)))
    return found


def _string(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-16" if value[:2] == b"\xfe\xff" else "latin-1", "replace")
    return str(getattr(value, "name", value) or "")


def _outline(curve: dict[str, Any]) -> Box | None:
    """The box round an unfilled curve the size of a word, its control points included."""
    points = [point for step in curve.get("path") or [] for point in step[1:]] or curve["pts"]
    left, right = min(x for x, _y in points), max(x for x, _y in points)
    top, bottom = min(y for _x, y in points), max(y for _x, y in points)
    small = 4 < right - left < RING_WIDTH and 4 < bottom - top < RING_HEIGHT
    return (left, top, right, bottom) if small and not curve["fill"] else None


def _inside(word: dict[str, Any], box: Box) -> bool:
    across, down = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= down <= box[3])


def _lines(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words gathered into lines by height on the page, each line from left to right."""
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        if lines and abs(lines[-1][0]["top"] - word["top"]) < 4:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word["x0"]) for line in lines]


def _text(lines: list[list[dict[str, Any]]], rings: list[Box]) -> Text:
    words, marks = "", []
    for line in lines:
        words += "\n" if words else ""
        for number, word in enumerate(line):
            gap = word["x0"] - line[number - 1]["x1"] if number else 0
            words += ("    " if gap > 14 else " ") if number else ""
            if any(_inside(word, ring) for ring in rings):
                marks.append(Mark(len(words), len(words) + len(word["text"]), "ringed"))
            words += word["text"]
    return Text(words, tuple(marks))


def _rows(table: Any, words: list[dict[str, Any]], rings: list[Box]) -> tuple[tuple[Cell, ...], ...]:
    edges = sorted({round(cell[0]) for cell in table.cells})
    rows = []
    for number, row in enumerate(table.rows, 1):
        cells: list[Cell] = []
        for box in sorted((cell for cell in row.cells if cell), key=lambda cell: cell[0]):
            text = _text(_lines([word for word in words if _inside(word, box)]), rings)
            at = edges.index(round(box[0]))
            span = sum(box[0] - 1 <= edge < box[2] - 1 for edge in edges)
            cells.append(Cell(text, number, len(cells) + 1, at, max(span, 1)))
        rows.append(tuple(cells))
    return tuple(rows)
