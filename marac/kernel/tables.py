"""One table, and its three forms: rows of text for a page, CSV and a spreadsheet.

Lists, exports and statistical returns all make a `Table`, so that the same figures come out everywhere.
"""

import csv
import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from marac.kernel.dates import short_date

Cell = str | int | float | Decimal | date | None
CSV_ENCODING = "utf-8-sig"  # with the mark by which Excel knows that it is not the old Windows alphabet
# OWASP, "CSV Injection": a cell that begins so is run as a formula when the file is opened; the last four are
# the wide forms that Japanese and Chinese settings of Excel read alike.
FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
PLAIN_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
SHEET_NAME_LENGTH = 31  # Excel's limits: "Excel specifications and limits", Microsoft
CELL_LENGTH = 32_767
CUT = " [cut: too long for a cell]"
FIRST_SPREADSHEET_DATE = date(1900, 3, 1)  # Excel believes in 29 February 1900, so earlier dates would shift
WIDEST_COLUMN = 400  # pixels


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    key: str
    heading: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Table:
    """Rows hold one cell for each column. None is blank and 0 is 0.

    A column of numbers or dates may also hold text, such as "fewer than 5". A time and yes or no must be given as
    text, for the words are the page's to choose.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"A row of {len(row)} cells in a table of {len(self.columns)} columns.")
            for column, cell in zip(self.columns, row, strict=True):
                if not _fits(cell, column.kind):
                    raise ValueError(f"{type(cell).__name__} in the {column.kind} column {column.key}.")

    @classmethod
    def of(cls, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> "Table":
        """From any lists."""
        return cls(title, tuple(columns), tuple(tuple(row) for row in rows))


def text_rows(table: Table) -> list[tuple[str, ...]]:
    """The cells as a page shows them: dates dd/mm/yyyy, thousands with commas, blank as an empty string."""
    return [tuple(_shown(cell) for cell in row) for row in table.rows]


def csv_text(table: Table) -> str:
    """The table with its headings, lines ending as RFC 4180 says; encode with `CSV_ENCODING`.

    Text that a spreadsheet would run as a formula gets an apostrophe in front. Numbers, negative too, stay numbers.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([_harmless(column.heading) for column in table.columns])
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return written.getvalue()


def csv_bytes(table: Table) -> bytes:
    return csv_text(table).encode(CSV_ENCODING)


def xlsx_bytes(table: Table) -> bytes:
    """A workbook of one sheet: headings bold and frozen, dates as dates, text never read as formula or link."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(written, options)
    sheet = workbook.add_worksheet(_sheet_name(table.title))
    top = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    formats = {
        Kind.TEXT: workbook.add_format({"text_wrap": True, "valign": "top"}),
        Kind.NUMBER: workbook.add_format({"valign": "top"}),
        Kind.DATE: workbook.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}),
    }
    for across, column in enumerate(table.columns):
        sheet.write_string(0, across, column.heading, top)
    for down, row in enumerate(table.rows, start=1):
        for across, cell in enumerate(row):
            _write(sheet, (down, across), cell, formats)
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        sheet.autofit(WIDEST_COLUMN)
    sheet.repeat_rows(0)
    workbook.close()
    return written.getvalue()


def _fits(cell: Cell, kind: Kind) -> bool:
    if cell is None or isinstance(cell, str):
        return True
    if isinstance(cell, date):
        return kind == Kind.DATE and not isinstance(cell, datetime)
    return kind == Kind.NUMBER and not isinstance(cell, bool) and math.isfinite(cell)


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return short_date(cell)
    return cell if isinstance(cell, str) else f"{cell:,}"


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return short_date(cell)
    return _harmless(cell) if isinstance(cell, str) else f"{cell}"


def _harmless(text: str) -> str:
    """Spaces in front do not hide a formula: some programs drop them."""
    if text.lstrip(" \u00a0").startswith(FORMULA_BEGINNINGS) and not PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, formats: dict[Kind, Format]) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, date) and cell >= FIRST_SPREADSHEET_DATE:
        sheet.write_datetime(*place, datetime(cell.year, cell.month, cell.day), formats[Kind.DATE])  # noqa: DTZ001
    elif isinstance(cell, date):
        sheet.write_string(*place, short_date(cell), formats[Kind.TEXT])
    elif isinstance(cell, str):
        text = cell if len(cell) <= CELL_LENGTH else cell[: CELL_LENGTH - len(CUT)] + CUT
        sheet.write_string(*place, text, formats[Kind.TEXT])
    else:
        sheet.write_number(*place, cell, formats[Kind.NUMBER])


def _sheet_name(title: str) -> str:
    """Excel also keeps the name History for itself, and wants no apostrophe at the ends."""
    name = NOT_IN_SHEET_NAMES.sub(" ", title)[:SHEET_NAME_LENGTH].strip(" '")
    return name if name and name.lower() != "history" else "Table"
