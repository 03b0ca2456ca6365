"""The same figures come out on the page, in CSV and in the spreadsheet."""

import csv
import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marac.kernel.tables import Column, Kind, Table, csv_bytes, csv_text, text_rows, xlsx_bytes

COLUMNS = (
    Column("agency", "Agency"),
    Column("open", "Open actions", Kind.NUMBER),
    Column("due_on", "Next due", Kind.DATE),
)
TALLY = Table(
    "Actions by agency",
    COLUMNS,
    (
        ("Housing", 1200, date(2026, 11, 2)),
        ("Health", 0, None),
        (None, -3, date(2026, 12, 25)),
        ("Police", "fewer than 5", "not set"),
    ),
)
RISKY = ["=1+1", "+44", "-a", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1+1", "＝1+1", "=cmd|' /C calc'!A0"]


def sheet_of(table):
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table))).active


def one_column(*cells, kind=Kind.TEXT):
    return Table.of("One", [Column("a", "A", kind)], [[cell] for cell in cells])


def test_a_page_shows_dates_day_first_and_keeps_blank_from_nought():
    assert text_rows(TALLY) == [
        ("Housing", "1,200", "02/11/2026"),
        ("Health", "0", ""),
        ("", "-3", "25/12/2026"),
        ("Police", "fewer than 5", "not set"),
    ]


def test_csv_has_the_headings_and_the_same_cells():
    assert csv_text(TALLY) == (
        "Agency,Open actions,Next due\r\n"
        "Housing,1200,02/11/2026\r\n"
        "Health,0,\r\n"
        ",-3,25/12/2026\r\n"
        "Police,fewer than 5,not set\r\n"
    )


def test_csv_as_bytes_begins_with_the_mark_that_excel_looks_for():
    assert csv_bytes(one_column("Siân")).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", RISKY)
def test_a_formula_in_csv_is_made_harmless(text):
    [[cell]] = list(csv.reader(io.StringIO(csv_text(one_column(text)), newline="")))[1:]
    assert cell == f"'{text}"


def test_a_heading_in_csv_is_made_harmless():
    table = Table.of("One", [Column("a", "=1+1")], [])
    assert csv_text(table) == "'=1+1\r\n"


@pytest.mark.parametrize("number", [-3, -2.5, Decimal("-0.25"), "-3", "-3.5"])
def test_a_negative_number_in_csv_stays_a_number(number):
    assert csv_text(one_column(number, kind=Kind.NUMBER)) == f"A\r\n{number}\r\n"


def test_the_spreadsheet_gives_every_cell_back():
    rows = list(sheet_of(TALLY).values)
    assert rows == [
        ("Agency", "Open actions", "Next due"),
        ("Housing", 1200, datetime(2026, 11, 2)),  # noqa: DTZ001 - openpyxl reads a date so
        ("Health", 0, None),
        (None, -3, datetime(2026, 12, 25)),  # noqa: DTZ001
        ("Police", "fewer than 5", "not set"),
    ]


def test_the_spreadsheet_has_a_frozen_bold_heading_and_dates_day_first():
    sheet = sheet_of(TALLY)
    assert sheet.title == "Actions by agency"
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert sheet["C2"].number_format.lower() == "dd/mm/yyyy"
    assert sheet["C2"].is_date


@pytest.mark.parametrize("text", ["=1+1", "https://www.example.org/", "007", "{=SUM(A1)}", "mailto:kim@example.org"])
def test_text_in_the_spreadsheet_stays_text(text):
    written = xlsx_bytes(one_column(text))
    cell = openpyxl.load_workbook(io.BytesIO(written)).active["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_text_too_long_for_a_cell_says_that_it_was_cut():
    value = sheet_of(one_column("a" * 40_000))["A2"].value
    assert (len(value), value[-26:]) == (32_767, "[cut: too long for a cell]")


def test_a_date_that_spreadsheets_get_wrong_is_written_as_text():
    assert sheet_of(one_column(date(1899, 5, 1), kind=Kind.DATE))["A2"].value == "01/05/1899"


@pytest.mark.parametrize(
    ("title", "name"),
    [("2026/27: Q1 [draft]", "2026 27  Q1  draft"), ("", "Table"), ("history", "Table"), ("'a'", "a")],
)
def test_a_title_that_no_sheet_may_have_is_put_right(title, name):
    assert sheet_of(Table.of(title, COLUMNS, [])).title == name


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        (True, Kind.NUMBER),
        (float("nan"), Kind.NUMBER),
        (float("inf"), Kind.NUMBER),
        (1, Kind.TEXT),
        (date(2026, 1, 1), Kind.NUMBER),
        (datetime(2026, 1, 1, 10, 30), Kind.DATE),  # noqa: DTZ001 - the wrong thing on purpose
    ],
)
def test_a_cell_that_does_not_belong_in_its_column_is_a_mistake(cell, kind):
    with pytest.raises(ValueError, match="column a"):
        one_column(cell, kind=kind)


def test_a_row_of_the_wrong_length_is_a_mistake():
    with pytest.raises(ValueError, match="A row of 1 cells in a table of 3 columns"):
        Table("Short", COLUMNS, (("Housing",),))


def test_an_empty_table_has_its_headings():
    assert csv_text(Table("None", COLUMNS, ())) == "Agency,Open actions,Next due\r\n"
    assert list(sheet_of(Table("None", COLUMNS, ())).values) == [("Agency", "Open actions", "Next due")]


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=5))
def test_no_cell_of_csv_begins_a_formula(texts):
    rows = list(csv.reader(io.StringIO(csv_text(one_column(*texts)), newline="")))
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))] == []


@settings(max_examples=30)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30), max_size=5))
def test_any_text_comes_back_from_the_spreadsheet(texts):
    assert [row[0] or "" for row in sheet_of(one_column("end", *texts, "end")).values][1:] == ["end", *texts, "end"]
