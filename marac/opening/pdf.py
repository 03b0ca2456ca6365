"""Turns a flat PDF into blocks: ruled tables and loose lines, with words ringed by a drawn ellipse marked."""

import io
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

import pdfplumber
from pdfminer import pdftypes
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from marac.geometry import beside, captions, columns, heads, marks, panels, ruled
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening import signs
from marac.opening.filled import fields_of, filled, is_frame, with_labels
from marac.written.blocks import Block, Cell
from marac.written.text import Mark, Text, join

MOST_PAGES = 60
MOST_LETTERS = 40_000  # on one page, some of two bytes; in small print it holds some 15,000
# What the library is known to raise over a damaged file, besides its own errors: found by python -m bench.fuzz.
DAMAGED = (
    MalformedPDFException, PDFPasswordIncorrect, PdfminerException, PDFException, PSException, TypeError, IndexError,
    ValueError, KeyError, AttributeError, OverflowError, RecursionError, AssertionError, struct.error,
)  # fmt: skip
Box = tuple[float, float, float, float]
SMALLEST_SQUARE, LARGEST_SQUARE = 5, 16  # points from side to side of a box to tick
OPENED = re.compile(r"\([^()\n]{1,60}?(?=\s{3,}\S)")  # a bracket of a stretch that is not closed in it
CLOSED = re.compile(r"\s*[^()\n]{1,60}\)[?:]?\s*")
GAP = "    "  # between stretches of a line
EDGE = 2  # blocks at the top and at the foot of a page, where a running head stands
TITLE = 2  # blocks at the top of the first page, where a form says what it is
COLUMN_GAP = 14  # points between two words of one line that stand in columns of their own
FEWEST_HEADS = 4  # over columns, so that what is empty beneath one of them is seen
SLANT = 1.5  # points that a stroke of a tick goes across and down at least
CHECK_FIGURES = 3  # bytes from the end, as the library has it
SHORT_NUMBER = 3  # characters


def _unpacked(damaged: bytes) -> bytes:
    """What a stream holds whose check figures are damaged. The library joins the whole again at every byte."""
    unpacking, pieces, at = zlib.decompressobj(), [], 0
    try:
        for at in range(len(damaged)):
            pieces.append(unpacking.decompress(damaged[at : at + 1]))
    except zlib.error:
        if at < len(damaged) - CHECK_FIGURES:
            raise
    return b"".join(pieces)


pdftypes.decompress_corrupted = _unpacked


class _Letters(PDFDevice):
    """Counts what a page would print, before anything is made of each letter."""

    number = 0

    def render_string(self, _state: Any, seq: Any, *_rest: Any) -> None:
        self.number += sum(len(part) for part in seq if isinstance(part, bytes))
        if self.number > MOST_LETTERS:
            raise Refusal(_("A page of this PDF holds more than can be read. Send the referral form on its own."))


def blocks(content: bytes, part: str) -> list[Block]:
    """The blocks of a PDF, page by page, from top to bottom."""
    found: list[Block] = []
    try:
        with pdfplumber.open(io.BytesIO(content), raise_unicode_errors=False) as document:
            if len(document.pages) > MOST_PAGES:
                raise Refusal(
                    "This PDF has more than {most} pages. Send the referral form on its own.", most=MOST_PAGES
                )
            for page in document.pages:
                PDFPageInterpreter(page.pdf.rsrcmgr, _Letters(page.pdf.rsrcmgr)).process_page(page.page_obj)
                found += _page(page, part)
                page.close()
    except DAMAGED as error:
        raise Refusal(_("This PDF is damaged or locked. Save a fresh copy of it and upload that.")) from error
    found = _unwrapped(_without_running_heads(found))
    if not found:
        raise Refusal(_("This PDF is a picture without text. Ask for the Word form, or type the referral in."))
    return found


def _without_running_heads(found: list[Block]) -> list[Block]:
    """Lines at the edge of several pages, alike but for their number, tell nothing of the case; a title stays once."""
    pages: dict[str, list[Block]] = {}
    for block in found:
        pages.setdefault(block.place.split(",")[0], []).append(block)
    edges = [block for page in pages.values() for block in {id(b): b for b in page[:EDGE] + page[-EDGE:]}.values()]
    seen = Counter(_running(block) for block in edges if block.kind != "table")
    running = {id(block) for block in edges if block.kind != "table" and seen[_running(block)] > 1}
    return [block for number, block in enumerate(found) if id(block) not in running or number < TITLE]


def _unwrapped(found: list[Block]) -> list[Block]:
    """ "5   Name (what they like to be   Kim LEE" over "called)": a label whose bracket closes on the next line."""
    kept: list[Block] = []
    for block in found:
        above = kept[-1] if kept and kept[-1].kind == block.kind == "line" else None
        opened = OPENED.search(above.text.words) if above and CLOSED.fullmatch(block.text.words) else None
        if above and opened:
            at = opened.end()
            words = [above.text.part(0, at), Text(" "), block.text, Text(GAP), above.text.part(at)]
            kept[-1] = replace(above, text=join(words, ""))
        else:
            kept.append(block)
    return kept


def _running(block: Block) -> str:
    return re.sub(r"\d+", "#", block.text.words)


def _page(page: Any, part: str) -> list[Block]:
    printed = heads.without_leaders(
        page.extract_words(x_tolerance=2, y_tolerance=2, extra_attrs=["fontname"], return_chars=True)
    )
    for word in printed:
        word["text"] = signs.of(word["text"], str(word["fontname"]))
    fields = fields_of(page)
    printed = with_labels(fields, printed)
    typed, named = filled(fields, printed)
    marks.mark(printed + typed, page, fields)
    captioned = captions.over_fields([word for word in typed if heads.typed(word)], printed)
    words = _but(printed + typed, chain.from_iterable([*label, field] for label, field in captioned))
    words = _squares(page, words)
    stuck = panels.stickers(page, words)
    of_stickers = [word for word in words if any(beside.in_cells(word, label) for label in stuck)]
    words = [word for word in words if word not in of_stickers]
    tables = _tables(page, words, fields)
    loose = [word for word in words if not any(beside.in_cells(word, table) for table in tables)]
    rows = captions.with_boxes(captions.in_rows(captioned), loose)
    loose = _but(loose, chain.from_iterable(words for row in rows for pair in row for words in pair))
    items: list[tuple[float, str, Any]] = [(table.bbox[1], "table", table) for table in tables]
    items += [(panels.before(label, tables), "sticker", label) for label in stuck]
    items, loose = panels.headed(items, loose)
    items += [(row[0][0][0]["top"], "captions", row) for row in rows]
    for group in columns.in_columns(_lines(loose)):
        items.append((group[0][0][0]["top"], "columns" if len(group) > 1 else "line", group))
    items.sort(key=lambda item: item[0])
    found = []
    for number, (_height, kind, piece) in enumerate(items, 1):
        place = f"page {page.page_number}, {'line' if kind == 'line' else 'table'} {number}"
        found.append(_block(kind, part, place, piece, of_stickers if kind == "sticker" else words))
    for number, (label, value) in enumerate(named, 1):
        found.append(Block("line", part, f"page {page.page_number}, field {number}", Text(f"{label}: {value}")))
    return found


def _but(words: list[Any], taken: Iterable[Any]) -> list[Any]:
    """The words without those that are taken: a word stands once, though another may read the same."""
    gone = {id(word) for word in taken}
    return [word for word in words if id(word) not in gone]


def _tables(page: Any, words: list[Any], fields: list[Any]) -> list[Any]:
    """The tables that are ruled or shaded, and boxes that frame a part of the page; no frame of a field, alone or
    beneath the band that heads it."""
    straight = page.filter(lambda drawn: not _slants(drawn)) if any(map(_slants, page.lines)) else page
    finder = straight.debug_tablefinder()
    tables = [table for table in finder.tables if table.bbox[2] - table.bbox[0] > LARGEST_SQUARE]
    framed = [(table, [cell for cell in table.cells if is_frame(cell, fields)]) for table in tables]
    tables = [table for table, frames in framed if not _of_frames(table, frames)]
    grounds = [table for table in tables if beside.grounds(table, words, COLUMN_GAP)]
    for word in beside.titles(grounds, words, COLUMN_GAP):
        word["kinds"] = [*word.get("kinds", ()), "bold"]
    tables = [table for table in tables if table not in grounds]
    tables = beside.widened([*tables, *ruled.tables(page, words, tables)], words)
    return [*tables, *panels.boxes(page, finder.cells, words, tables)]


def _slants(drawn: dict[str, Any]) -> bool:
    """A stroke of a cross, which the library would take for an upright line that parts two cells."""
    wide, high = drawn["x1"] - drawn["x0"], drawn["bottom"] - drawn["top"]
    return drawn.get("object_type") == "line" and min(wide, high) > SLANT


def _of_frames(table: Any, frames: list[Any]) -> bool:
    """Nothing but frames of fields, or a band and some of the fields beneath, which hold no answer to its words."""
    beneath = frames and len(table.cells) - len(frames) == 1 and all(x0 > table.bbox[0] + 1 for x0, *_ in frames)
    return len(frames) == len(table.cells) or bool(beneath)


def _block(kind: str, part: str, place: str, piece: Any, words: list[Any]) -> Block:
    """One piece of a page: a line of words, stretches in columns, or a table and the words that may stand in it."""
    match kind:
        case "line":
            return Block("line", part, place, _text([list(chain.from_iterable(piece[0]))]))
        case "captions":
            texts = [_text(_lines(part)) for pair in piece for part in pair]
            return Block("table", part, place, rows=(tuple(Cell(t, 1, n, n - 1, 1) for n, t in enumerate(texts, 1)),))
        case "columns":
            return Block("table", part, place, rows=_unruled(piece))
        case _:
            return Block("table", part, place, rows=_rows(piece, words))


def _unruled(group: list[list[list[dict[str, Any]]]], first: int = 1) -> tuple[tuple[Cell, ...], ...]:
    """Rows of stretches as cells; each reaches to where the next one begins. They are numbered from `first`."""
    edges = columns.edges_of(group)
    headed = len(group[0]) == len(edges) >= FEWEST_HEADS
    rows = []
    for number, row in enumerate(group, first):
        places = [columns.at(stretch, edges) for stretch in row]
        ends = [*places[1:], len(edges)]
        under = any(heads.of_boxes(stretch) for stretch in row)
        cells = [Cell(Text(""), number, 1, 0, places[0])] if under and places[0] else []
        for stretch, start, end in zip(row, places, ends, strict=True):
            reached = columns.reached(stretch, edges, start, end) if headed and len(row) > 1 else end
            cells.append(Cell(_text(_lines(stretch)), number, len(cells) + 1, start, max(reached - start, 1)))
            cells += [Cell(Text(""), number, len(cells) + 1 + n, reached + n, 1) for n in range(end - reached)]
        rows.append(tuple(cells))
    return tuple(rows)


EMPTY = "☐□▢"


def _squares(page: Any, words: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Small drawn squares are boxes to tick; one is full where a letter stands in it or a stroke goes through.

    A square in which a number stands is the frame of that number.
    """
    drawn = {(round(r["x0"]), round(r["top"])): r for r in page.rects if _square(r) and not marks.is_ink(r)}
    boxes: list[Box] = []
    for square in drawn.values():
        box = (square["x0"] - 1, square["top"] - 1, square["x1"] + 1, square["bottom"] + 1)
        inside = [word for word in words if len(word["text"]) <= SHORT_NUMBER and marks.inside(word, box)]
        if any(word["text"].isdigit() for word in inside):
            continue
        boxes.append(box)
        inside = [word for word in inside if len(word["text"]) == 1]
        written = [word for word in inside if word["text"] not in EMPTY]  # a form's own field says that it is empty
        full = written or any(
            marks.inside(line, box) and line["x1"] - line["x0"] > marks.THINNEST for line in page.lines
        )
        middle = (square["top"] + square["bottom"]) / 2
        tick = {**{side: square[side] for side in ("x0", "x1")}, "top": middle - 5, "bottom": middle + 5}
        words = [*(word for word in words if word not in inside), {**tick, "text": "☒" if full else "☐"}]
    return [*words, *_ticks_by_hand(page, boxes)]


def _ticks_by_hand(page: Any, boxes: list[Box]) -> list[dict[str, Any]]:
    """Ticks and crosses of a few slanting strokes that meet, in no box of their own: "✓"."""
    found: list[dict[str, Any]] = []
    for stroke in page.lines:
        wide, high = stroke["x1"] - stroke["x0"], stroke["bottom"] - stroke["top"]
        if not (SLANT < wide < LARGEST_SQUARE and SLANT < high < LARGEST_SQUARE):
            continue
        met = next((tick for tick in found if _meets(tick, stroke)), None)
        if met is None:
            found.append({side: stroke[side] for side in ("x0", "x1", "top", "bottom")} | {"text": "✓", "strokes": 1})
        else:
            met |= {side: min(met[side], stroke[side]) for side in ("x0", "top")}
            met |= {side: max(met[side], stroke[side]) for side in ("x1", "bottom")}
            met["strokes"] += 1
    frames = [dict(zip(("x0", "top", "x1", "bottom"), box, strict=True)) for box in boxes]
    alone = [tick for tick in found if not any(_meets(tick, frame) for frame in frames)]
    return [tick for tick in alone if tick["strokes"] > 1 and tick["x1"] - tick["x0"] <= LARGEST_SQUARE * 2]


def _meets(one: dict[str, Any], other: dict[str, Any]) -> bool:
    across = one["x0"] - 1 <= other["x1"] and other["x0"] <= one["x1"] + 1
    return bool(across and one["top"] - 1 <= other["bottom"] and other["top"] <= one["bottom"] + 1)


def _square(drawn: dict[str, Any]) -> bool:
    return bool(SMALLEST_SQUARE <= drawn["width"] <= LARGEST_SQUARE and abs(drawn["width"] - drawn["height"]) < 3)


def _lines(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words gathered into lines by height on the page, each line from left to right."""
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"], word["x0"])):
        if lines and abs(lines[-1][0]["top"] - word["top"]) < 4:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word["x0"]) for line in lines]


def _text(lines: list[list[dict[str, Any]]]) -> Text:
    """The lines as one text; bold words beside each other are one stretch in bold."""
    words, marks = "", []
    for line in lines:
        words += "\n" if words else ""
        bold: int | None = None  # where the stretch in bold began to which the next word may belong
        for number, word in enumerate(line):
            gap = word["x0"] - line[number - 1]["x1"] if number else 0
            apart = gap > COLUMN_GAP or (number > 0 and _parted(line[number - 1], word))
            words += ("    " if apart else " ") if number else ""
            kinds, start, end = word.get("kinds", ()), len(words), len(words) + len(word["text"])
            if "bold" in kinds and bold is not None and gap <= COLUMN_GAP:
                at = next(at for at in reversed(range(len(marks))) if marks[at].kind == "bold")
                marks[at] = Mark(bold, end, "bold")
            elif "bold" in kinds:
                marks.append(Mark(start, end, "bold"))
                bold = start
            else:
                bold = None
            marks += [Mark(start, end, kind) for kind in kinds if kind != "bold"]
            words += word["text"]
    return Text(words, tuple(marks))


def _parted(before: dict[str, Any], word: dict[str, Any]) -> bool:
    """What was typed into a field and what is printed beside it, however near; not the parts of a date."""
    date = any(each["text"] in columns.PARTS_OF_A_DATE for each in (before, word))
    return heads.typed(before) != heads.typed(word) and not date


def _rows(table: Any, words: list[dict[str, Any]]) -> tuple[tuple[Cell, ...], ...]:
    edges = sorted({round(cell[0]) for cell in table.cells})
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        boxes = sorted((cell for cell in row.cells if cell), key=lambda cell: cell[0])
        lines = [_lines([word for word in words if marks.inside(word, box)]) for box in boxes]
        if len(boxes) == 1 and len(lines[0]) > 1 and any(map(_ticks, lines[0])):
            rows += [row for group in columns.in_columns(lines[0]) for row in _unruled(group, len(rows) + 1)]
            continue
        number = len(rows) + 1
        cells: list[Cell] = []
        for box, held in zip(boxes, lines, strict=True):
            at = edges.index(round(box[0]))
            span = sum(box[0] - 1 <= edge < box[2] - 1 for edge in edges)
            cells.append(Cell(_text(held), number, len(cells) + 1, at, max(span, 1)))
        rows.append(tuple(cells))
    return tuple(rows)


def _ticks(line: list[dict[str, Any]]) -> bool:
    """Holds a box to tick, or an answer that is ringed or struck: such a line in a frame is a question of its own."""
    marked = {kind for word in line for kind in word.get("kinds", ())} & {"ringed", "struck"}
    return bool(marked) or any(heads.BOX.fullmatch(word["text"]) for word in line)
