"""What each row of a sheet means: what is passed over and why, what it stands for, every doubt and every problem."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marac.kernel.dates import first_date, format_date
from marac.kernel.text import _, shorten
from marac.workbooks.acts import read_action, read_attendance
from marac.workbooks.cases import read_case
from marac.workbooks.layout import ACTIONS, ATTENDANCE, CASES, PASS_OVER, Layout, is_sealed, plain
from marac.workbooks.values import DITTO, Cell, Notes, text_of

TOTAL = re.compile(r"(?:sub|grand )?\s*-?totals?\b|sum\b|average\b|count\b|no\.? of cases\b", re.I)
READ = {CASES: read_case, ACTIONS: read_action, ATTENDANCE: read_attendance}
# A colour of few rows says something; one of many is how the sheet is ruled.
FEW = 0.3


@dataclass
class Line:
    """A row. `passed_over` says why nothing of it is taken in; else `meaning` is what it stands for."""

    number: int
    cells: dict[str, Cell]
    kind: str
    meaning: dict[str, Any] = field(default_factory=dict)
    doubts: list[dict[str, Any]] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)
    passed_over: str = ""
    section_on: date | None = None


@dataclass
class Above:
    """What rows take from those before them: the last cells of each column, and the day in a line of its own."""

    cells: dict[str, tuple[Cell, int]] = field(default_factory=dict)
    meeting_on: date | None = None


def lines_of(sheet: Mapping[str, Any], layout: Layout, *, today: date) -> list[Line]:
    """Every row beneath the headings that holds anything. Nothing is left out without saying so."""
    above = Above()
    rows = [row for row in sheet["rows"] if row["number"] > layout.header_row and _written(row)]
    ruled = _ruling(rows)
    return [_line(sheet, row, layout, above, ruled, today) for row in rows]


def read_again(
    cells: Mapping[str, Cell], layout: Layout, typed: Mapping[str, str], section_on: date | None, *, today: date
) -> Line:
    """One row once more, with what somebody typed for some columns in place of what stood there."""
    now = {**cells, **{letter: {"text": text} for letter, text in typed.items()}}
    notes = Notes()
    meaning = READ[layout.kind](_by_field(now, layout), notes, today=today, section=section_on)
    return Line(0, dict(cells), layout.kind, meaning, notes.doubts, notes.problems, section_on=section_on)


def _written(row: Mapping[str, Any]) -> bool:
    return any(text_of(cell) for cell in row["cells"].values())


def _line(
    sheet: Mapping[str, Any], row: Mapping[str, Any], layout: Layout, above: Above, ruled: set[str], today: date
) -> Line:
    cells = dict(row["cells"])
    line = Line(row["number"], cells, layout.kind)
    line.passed_over = _why_passed_over(cells, layout, above, today)
    if line.passed_over:
        return line
    notes = Notes()
    _note_look(sheet, row, layout, ruled, notes)
    filled = dict(_filled(row["number"], cells, layout, above, notes))
    line.cells = filled
    line.meaning = READ[layout.kind](_by_field(filled, layout), notes, today=today, section=above.meeting_on)
    line.doubts, line.problems, line.section_on = notes.doubts, notes.problems, above.meeting_on
    return line


def _why_passed_over(cells: Mapping[str, Cell], layout: Layout, above: Above, today: date) -> str:
    written = {letter: cell for letter, cell in cells.items() if text_of(cell) and not _beside(cell, letter)}
    texts = [text_of(cell) for cell in written.values()]
    if len(texts) <= 1:
        alone = texts[0] if texts else ""
        above.cells.clear()  # what is below it does not go on from what is above
        found = first_date(alone, last_year=today.year)
        if found and found <= today:
            above.meeting_on = found
            return _("A line of its own: the rows beneath are taken for the meeting of this day.")
        return _("A line of its own, with one cell filled in.")
    if any(TOTAL.match(text) for text in texts[:2]) or all(cell.get("formula") for cell in written.values()):
        return _("A row of totals.")
    again = [letter for letter, cell in written.items() if _repeats(layout.headings.get(letter, ""), text_of(cell))]
    return _("The headings once more.") if len(again) > len(written) / 2 else ""


def _repeats(heading: str, text: str) -> bool:
    """Of headings over two rows, the lower one."""
    return bool(plain(text)) and plain(heading).endswith(plain(text))


def _beside(cell: Cell, letter: str) -> bool:
    """Part of a cell that was merged sideways, whose text stands at its left end."""
    return "merged" in cell and str(cell["merged"]).rstrip("0123456789") != letter


def _note_look(sheet: Mapping[str, Any], row: Mapping[str, Any], layout: Layout, ruled: set[str], notes: Notes) -> None:
    """What a reader sees and a cell does not say: colour, strokes, what is hidden, comments."""
    if sheet["hidden"]:
        notes.doubt(_("The sheet is hidden in the workbook."))
    if row["hidden"]:
        notes.doubt(_("The row is hidden in the workbook."))
    coloured = [letter for letter, cell in row["cells"].items() if cell.get("fill") and cell["fill"] not in ruled]
    if coloured:
        notes.doubt(
            _("Coloured in the workbook (column {columns}), and nothing says what the colour means."),
            columns=", ".join(coloured),
        )
    for letter, cell in row["cells"].items():
        if layout.columns.get(letter, PASS_OVER) != PASS_OVER:
            _note_cell(letter, cell, notes)


def _note_cell(letter: str, cell: Cell, notes: Notes) -> None:
    if cell.get("struck"):
        notes.doubt(_("Column {column} is struck out in the workbook."), column=letter)
    if cell.get("formula"):
        notes.doubt(_("Column {column} is worked out by a formula: its last value is taken."), column=letter)
    if cell.get("note"):
        notes.doubt(_("Column {column} has a comment: {said}"), column=letter, said=shorten(cell["note"], 200))


def _ruling(rows: list[Mapping[str, Any]]) -> set[str]:
    """The colours that so many rows have that they are how the sheet is ruled."""
    having: dict[str, int] = {}
    for row in rows:
        for colour in {cell["fill"] for cell in row["cells"].values() if cell.get("fill")}:
            having[colour] = having.get(colour, 0) + 1
    return {colour for colour, number in having.items() if number > max(3, FEW * len(rows))}


def _filled(
    number: int, cells: Mapping[str, Cell], layout: Layout, above: Above, notes: Notes
) -> Iterator[tuple[str, Cell]]:
    """The cells with "as above" and cells that are merged downwards written out."""
    for letter, cell in cells.items():
        text = text_of(cell)
        if DITTO.fullmatch(text) and letter in above.cells:
            before, where = above.cells[letter]
            notes.doubt(
                _("Column {column} says “{text}”: taken from row {row}, {value}."),
                column=letter,
                text=text,
                row=where,
                value=_quoted(layout, letter, text_of(before)),
            )
            yield letter, {name: value for name, value in before.items() if name != "merged"}
            continue
        if DITTO.fullmatch(text):
            told = _("Column {column} says “{text}”, and nothing above it can be meant: it is left empty.")
            notes.doubt(told, column=letter, text=text)
            continue
        origin = str(cell.get("merged", ""))
        if origin.rstrip("0123456789") == letter and text:
            notes.doubt(
                _("Column {column} is one cell with row {row}: {value}."),
                column=letter,
                row=origin.lstrip(letter),
                value=_quoted(layout, letter, text),
            )
        if text:
            above.cells[letter] = (cell, number)
        yield letter, cell


def _quoted(layout: Layout, letter: str, text: str) -> str:
    """A doubt outlives the import: it says no address and no number."""
    return "…" if is_sealed(layout.columns.get(letter, PASS_OVER)) else shorten(text, 60)


def _by_field(cells: Mapping[str, Cell], layout: Layout) -> dict[str, tuple[str, Cell]]:
    """By field, the column's letter and the cell."""
    return {name: (letter, cells.get(letter, {})) for letter, name in layout.columns.items() if name != PASS_OVER}


def place(sheet: str, number: int) -> str:
    return _("Sheet {sheet}, row {row}").format(sheet=sheet, row=number)


def summary(kind: str, meaning: Mapping[str, Any]) -> str:
    """A row's meaning in one line, for lists."""
    if kind == CASES:
        names = [_named(each) for each in meaning.get("victims", [])]
        perpetrators = [_named(each) for each in meaning.get("perpetrators", [])]
        parts = [
            meaning.get("reference", ""),
            ", ".join(names),
            ", ".join(perpetrators),
            _said(meaning.get("meeting_on")),
        ]
    elif kind == ACTIONS:
        parts = [meaning.get("reference", ""), meaning.get("agency", ""), shorten(meaning.get("task", ""), 80)]
    else:
        there = meaning.get("there", [])
        parts = [", ".join(sorted({each["agency"] for each in there})), str(len(there))]
    return " · ".join(part for part in parts if part)


def _named(person: Mapping[str, Any]) -> str:
    return f"{person.get('forenames', '')} {person.get('surname', '')}".strip()


def _said(day: str | None) -> str:
    return format_date(date.fromisoformat(day)) if day else ""
