"""The return as a workbook, the check that a template is of the right edition, and cases as a table for CSV."""

import io
import os
import zipfile
import zlib
from pathlib import Path

from openpyxl import load_workbook

from marac.directory.choices import ReturnEdition
from marac.kernel.refusal import Refusal
from marac.kernel.tables import Column, Kind, Table, xlsx_bytes
from marac.kernel.text import _
from marac.reports.columns import COLUMNS, NUMBERS, headings
from marac.reports.queries import CasesExported, Discussed, QuarterReturn
from marac.reports.rules import ADULT_AGE, Ages

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LARGEST_TEMPLATE = 2 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
# What a workbook that is cut, changed, locked or none at all may raise while it is unpacked and parsed.
UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(SyntaxError, KeyError, IndexError, ValueError, TypeError, AttributeError),
)
KINDS = {"A": Kind.TEXT, "B": Kind.DATE}

EXPORT = (
    Column("marac", "MARAC"),
    Column("reference", "Reference"),
    Column("held_on", "Meeting date", Kind.DATE),
    Column("kind", "Kind"),
    Column("return_group", "Referral source"),
    Column("children", "Children in the household", Kind.NUMBER),
    Column("sex", "Victim's sex"),
    Column("ethnic_group", "Victim's ethnic group"),
    Column("lgbt", "LGBT"),
    Column("disabled", "Disabled"),
    Column("least_age", "Victim's age, at least", Kind.NUMBER),
    Column("greatest_age", "Victim's age, at most", Kind.NUMBER),
    Column("perpetrator_under_18", "A perpetrator is under 18"),
)


def return_table(made: QuarterReturn) -> Table:
    """Headings as the edition prints them, a row for each meeting."""
    columns = [Column(c.key, c.heading(made.edition), KINDS.get(c.letter, Kind.NUMBER)) for c in COLUMNS]
    rows = [[row.name, row.held_on, *(row.numbers[c.letter] for c in NUMBERS)] for row in made.rows]
    return Table.of("Return", columns, rows)


def return_workbook(made: QuarterReturn) -> bytes:
    """The XLSX to send; refused while the return has errors."""
    if made.errors:
        raise Refusal(_("This return has errors. Correct what is listed, then make it again."))
    return xlsx_bytes(return_table(made))


def export_table(exported: CasesExported) -> Table:
    """One row for each discussion of a case: enough to count the return again by other means. Words are as stored."""
    return Table.of("Cases", EXPORT, [_exported(exported.names, row) for row in exported.rows])


def _exported(names: dict[int, str], row: Discussed) -> list[str | int | object]:
    counted = row.counted
    least, greatest = counted.victim_ages or (None, None)
    return [
        names[row.item.meeting.marac_id],
        row.item.case.reference,
        row.item.meeting.held_on,
        row.item.referral.kind,
        counted.return_group,
        counted.children_in_household,
        counted.sex,
        counted.ethnic_group,
        counted.lgbt,
        counted.disabled,
        least,
        greatest,
        _under_age(counted.perpetrator_ages),
    ]


def _under_age(spans: tuple[Ages, ...]) -> str:
    known = [span for span in spans if span is not None]
    if not known:
        return "not_known"
    return "yes" if any(greatest < ADULT_AGE for _least, greatest in known) else "no"


def check_edition(workbook: bytes, edition: ReturnEdition) -> None:
    """Refuses a template whose first row is not that of the edition, cell by cell, saying what it is instead."""
    found = _first_row(workbook)
    if found == headings(edition):
        return
    other = next((each for each in ReturnEdition if found == headings(each)), None)
    if other is ReturnEdition.SCOTLAND:
        raise Refusal(_("This is the Scottish edition. Use the United Kingdom edition, or change it in the settings."))
    if other is ReturnEdition.UK:
        raise Refusal(_("This is the United Kingdom edition. Use the Scottish edition, or change it in the settings."))
    wrong = [
        column.letter
        for position, column in enumerate(COLUMNS)
        if found[position : position + 1] != (column.heading(edition),)
    ]
    raise Refusal(
        _("The headings are of neither edition that is known here. They differ in column {letter}."),
        letter=wrong[0] if wrong else _("AG, which should be empty"),
    )


def _first_row(workbook: bytes) -> tuple[str, ...]:
    """The headings of the only sheet, without empty cells at the end; the unpacked size is looked at before parsing."""
    if len(workbook) > LARGEST_TEMPLATE:
        raise Refusal(_("This file is too large for a template of the return. Choose the empty workbook."))
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST_UNPACKED:
                raise Refusal(_("This file is too large for a template of the return. Choose the empty workbook."))
        book = load_workbook(io.BytesIO(workbook), read_only=True, data_only=True)
        cells = next(iter(book.worksheets[0].iter_rows(max_row=1, max_col=60, values_only=True)), ())
    except UNREADABLE as error:
        raise Refusal(
            _("This is not a workbook that can be read. Choose the .xlsx file of the return, without a password.")
        ) from error
    texts = ["" if cell is None else str(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def write_privately(path: Path, content: bytes) -> None:
    """A new file that only its owner can read: a row with ones and twos in it says as much as a case does."""
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
