"""The text of an Excel workbook as sheets, rows and cells, each with what a reader of the paper would see of it.

Nothing in it is worked out. A formula gives the value that Excel last kept; one that would fetch something is refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as Found
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet.worksheet import Worksheet

from marac.kernel.refusal import Refusal
from marac.kernel.text import _, clean
from marac.opening.apart import answer

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_UNPACKED = 40 * 1024 * 1024
LARGEST_RATIO = 200
MOST_PARTS, MOST_SHEETS, MOST_ROWS, MOST_COLUMNS = 500, 30, 2000, 60
LONGEST_CELL = 4000
OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
REACHES_OUT = re.compile(
    r"\b(?:WEBSERVICE|HYPERLINK|IMPORT\w+|RTD|CALL|REGISTER|EXEC|DDE)\s*\(|\||\[\d+\]|https?://", re.I
)
SERIAL = range(10_000, 80_000)  # days of Excel from 1927 to 2119: a number there may be a date that lost its format
WHITE = ("00000000", "FFFFFFFF", "00FFFFFF")
# What a workbook that is cut, changed, locked or none at all may raise while it is unpacked and parsed.
UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(SyntaxError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError),
)
NO_WORKBOOK = _("This is not an Excel workbook. Choose an .xlsx file.")
DAMAGED = _("This workbook could not be read. Open it in Excel, save it as a new .xlsx file and choose that.")


def check_workbook(content: bytes) -> None:
    """Looked at before anything parses it: what it is, how far it unpacks, macros, links to other files."""
    if len(content) > LARGEST_FILE:
        raise Refusal(_("This workbook is larger than 10 MB. Take pictures and old sheets out of it, or split it."))
    if content.startswith(OLE):
        raise Refusal(
            _("This is an old .xls file, or it has a password. Save it in Excel as .xlsx without a password.")
        )
    if not content.startswith(ZIP):
        raise Refusal(NO_WORKBOOK)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except UNREADABLE as error:
        raise Refusal(DAMAGED) from error
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > min(LARGEST_UNPACKED, LARGEST_RATIO * len(content)):
        raise Refusal(_("This workbook unpacks to far more than a tracker can hold and was not opened."))
    _check_parts([part.filename.lower() for part in parts])


def _check_parts(names: list[str]) -> None:
    if any("vbaproject" in name or "activex" in name or "macrosheets" in name for name in names):
        raise Refusal(_("This workbook holds macros. Save it in Excel as .xlsx without macros and choose that."))
    if any("externallink" in name or name.endswith("connections.xml") for name in names):
        told = _(
            "This workbook takes values from other files. In Excel break its links (Data, Edit links) and save it."
        )
        raise Refusal(told)
    if "xl/workbook.xml" not in names:
        raise Refusal(NO_WORKBOOK)


def sheets_of(content: bytes, _name: str = "") -> dict[str, Any]:
    """`sheets`, each {name, hidden, rows}; a row is {number, hidden, cells}; cells by column letter (`_cell`)."""
    check_workbook(content)
    try:
        book = load_workbook(io.BytesIO(content), data_only=False, keep_links=False)
        kept = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
        if len(book.worksheets) > MOST_SHEETS:
            raise Refusal(_("This workbook has more than 30 sheets. Split it."))
        return {"sheets": [_sheet(sheet, kept[sheet.title]) for sheet in book.worksheets]}
    except UNREADABLE as error:
        raise Refusal(DAMAGED) from error


def _sheet(sheet: Worksheet, kept: Worksheet) -> dict[str, Any]:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise Refusal(
            _("Sheet {sheet} has more than 2,000 rows or 60 columns. Delete the empty ones, or split it."),
            sheet=sheet.title,
        )
    merged = {
        (row, column): area
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    rows = []
    for row in sheet.iter_rows():
        cells = dict(_cells(sheet, row, kept, merged))
        if cells:
            number = row[0].row
            rows.append({"number": number, "hidden": bool(sheet.row_dimensions[number].hidden), "cells": cells})
    return {"name": sheet.title, "hidden": sheet.sheet_state != "visible", "rows": rows}


def _cells(sheet: Worksheet, row: Any, kept: Worksheet, merged: dict[Any, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for cell in row:
        area = merged.get((cell.row, cell.column))
        first = sheet.cell(area.min_row, area.min_col) if area else cell
        told = _cell(first, kept.cell(first.row, first.column).value, sheet.title)
        if area and first is not cell and told:
            told["merged"] = f"{first.column_letter}{first.row}"
        if told:
            yield cell.column_letter if hasattr(cell, "column_letter") else _letter(cell), told


def _letter(cell: Any) -> str:
    return str(cell.coordinate).rstrip("0123456789")


def _cell(cell: Found, kept: Any, sheet: str) -> dict[str, Any]:
    """`text`; `date` where Excel knows one, `serial` where a number may be one; `fill`, `struck`, `note`."""
    told: dict[str, Any] = {}
    if cell.data_type == "f":
        if REACHES_OUT.search(str(getattr(cell.value, "text", cell.value))):
            raise Refusal(
                _("Cell {cell} of sheet {sheet} has a formula that fetches something. Write its value there instead."),
                cell=cell.coordinate,
                sheet=sheet,
            )
        told["formula"] = True
    value = kept if cell.data_type == "f" else cell.value
    if value is not None:
        told |= _value(value, cell)
    fill = cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None
    if fill is not None and fill not in WHITE:
        told["fill"] = fill[-6:] if isinstance(fill, str) else "theme"
    if told.get("text") and cell.font.strike:
        told["struck"] = True
    if cell.comment:
        told["note"] = clean(cell.comment.text)[:LONGEST_CELL]
    return told


def _value(value: Any, cell: Found) -> dict[str, Any]:
    if isinstance(value, datetime):
        return {"text": value.date().isoformat(), "date": value.date().isoformat()}
    if isinstance(value, date):
        return {"text": value.isoformat(), "date": value.isoformat()}
    if isinstance(value, bool):
        return {"text": "Yes" if value else "No"}
    if isinstance(value, time):
        return {"text": value.isoformat("minutes")}
    if isinstance(value, int | float):
        told = {"text": str(int(value)) if float(value).is_integer() else str(value)}
        if int(value) in SERIAL:
            told["serial"] = from_excel(int(value), cell.parent.parent.epoch).date().isoformat()
        return told
    text = clean(str(value))[:LONGEST_CELL]
    return {"text": text} if text else {}


if __name__ == "__main__":
    answer(sheets_of)
