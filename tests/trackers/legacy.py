"""Three workbooks as coordinators kept them before, unlike one another. Everybody in them is invented."""

import io
from datetime import date
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

RED, BLUE = PatternFill("solid", fgColor="FFFF0000"), PatternFill("solid", fgColor="FFDDEBF7")


def cells(line: str) -> list[Any]:
    """Written between strokes: @2017-03-14 is a real date, #5 a number, nothing an empty cell."""
    return [_cell(text.strip()) for text in line.split("|")]


def _cell(text: str) -> Any:
    if text.startswith("@"):
        return date.fromisoformat(text[1:])
    return int(text[1:]) if text.startswith("#") else text or None


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def changed(content: bytes, sheet: str, cell: str, text: Any) -> bytes:
    """The same workbook with one cell otherwise."""
    book = load_workbook(io.BytesIO(content))
    book[sheet][cell] = text
    return saved(book)


PLAIN = {
    "Cases": """
Ref | MARAC date | Date referred | Agency | Victim name | Victim DOB | Victim address | Perpetrator name \
| Relationship | Children | N/R | Score | Notes
17/001 | @2017-03-14 | @2017-03-01 | Agency Police | Gwen Marlow | @1985-04-03 | 1 Mill Lane, Fellford ZZ1 2AB \
| Carl Marlow | Husband | Tom (4), Ann (7) | N | #15
17/002 | @2017-03-14 | @2017-03-06 | Agency Housing | Lena Ashdown | @1990-01-20 | In refuge | Piet Ashdown \
| Ex-partner || N | #11 | Stalking
17/001 | @2017-09-12 | @2017-08-30 | Agency Police | Gwen Marlow | @1985-04-03 | 1 Mill Lane, Fellford ZZ1 2AB \
| Carl Marlow | Husband | #2 | R | #17
Total |||||||||| | =SUM(L2:L4)""",
    "Actions": """
Case ref | Date agreed | Agency | Action | Due date | Status | Date completed | Outcome
17/001 | @2017-03-14 | Agency Police | Marker on the address | @2017-03-21 | Done | @2017-03-20
17/002 | @2017-03-14 | Agency Housing | Change the locks | @2017-03-28 | Open""",
    "Attendance": """
Agency | Name | @2017-03-14 | @2017-09-12
Agency Police | Ivo Sarn | Y | Apols
Agency Housing | Mara Whin | Y | Y""",
    "Lists": "\nY | N",
}


def plain() -> bytes:
    """One heading a column, real dates, and a sheet of each kind. A total at the end, and a sheet of lists."""
    return saved(_book(PLAIN))


UNTIDY = """
FELLSHIRE MARAC LOG - RESTRICTED

No. | Mtg | Referrer | VICTIM |||| PERP ||| Kids | Comments
||| Surname | First name | DOB | Add | Name | D.O.B | Rel
12 | 14.3.19 | Police | OKAFOR | Ngozi | 3/4/85 | 2 Quarry Rd, Fellford ZZ2 3CD | Dele OKAFOR (1/2/80) aka Dee \
|| Husb | 2
13 | " | " | Brannigan | Sheila | #31140 | Flat 3, Weir Court ZZ3 4EF | Tom & Joe Brannigan || Sons

14 | 28th March 2019 | Housing | Petrescu | Ioana | aged 34 | as above | Radu Petrescu | 1979 | ex
15 | #43571 | Police | Lund | Astrid | n/k || Unknown male
16 | 31/2/19 | Police | Vane | Mary | 31.2.90 || Hugh Vane
17 | 28/3/19 | Police ||||| Nobody Named
||||||||||| April
No. | Mtg | Referrer | Surname | First name | DOB | Add | Name | D.O.B | Rel | Kids | Comments
18 | 11/4/19 | Children | Tran | Linh | 2/2/1992 | 4 Hill St | Minh Tran | 4/5/1990 | Partner"""


def untidy() -> bytes:
    """Headings merged over two rows, days as text and serials, "as above", several names in a cell, colour alone, blank
    rows and hidden ones, headings printed again, and rows that cannot be read."""
    book = _book({"MARAC LOG 2018-19": UNTIDY})
    sheet = book.active
    sheet.merge_cells("D3:G3")
    sheet.merge_cells("H3:J3")
    sheet["E9"].fill = RED
    sheet["D8"].font = Font(strike=True)
    sheet["D14"].comment = Comment("moved away, do not ring", "An")
    sheet.row_dimensions[14].hidden = True
    return saved(book)


BY_MEETING = {
    "2021": """
Client | DOB | Address | Offender | Rel to victim | Ref by | New / Repeat | Background
Meeting 12 January 2021
FERREIRA, Ana (12/6/1979) || 9 Dock Row, Fellford ZZ4 5GH | Rui Ferreira | H | Police | New | x
Bea Holt | @1999-12-31 | address withheld | Sam Pike / Lee Pike | Brothers | Housing | New

Meeting 9 February 2021
Ana Ferreira | @1979-06-12 | same | Rui Ferreira | H | Police | Repeat | again
Totals | #3""",
    "Action log": """
Name | Date set | Who | Agreed action | Deadline | Complete Y/N | Update
Bea Holt | @2021-01-12 | Housing | Offer a move | 26/1/21 | Y | Moved
Bea Holt | @2021-01-12 | Police | See that he is told to stay away | ASAP | N""",
    "attendance": """
Meeting date | Organisation | Attendee | Attended
12/1/21 | Police | Ivo Sarn | Yes
12/1/21 | Housing | Mara Whin | Apologies""",
}


def by_meeting() -> bytes:
    """A sheet for each year, its meetings as lines of their own; names in one cell; actions by the victim's name; and
    who came as a line for each person, on a hidden sheet."""
    book = _book(BY_MEETING)
    book["attendance"].sheet_state = "hidden"
    for cell in book["2021"][1]:
        cell.fill = BLUE
    return saved(book)


def _book(sheets: dict[str, str]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for number, line in enumerate(lines.split("\n")[1:], start=1):
            for column, value in enumerate(cells(line), start=1):
                sheet.cell(number, column, value)
    return book


ALL = {"plain": plain, "untidy": untidy, "by_meeting": by_meeting}
