"""What rows of old trackers mean, by the sheets of three invented ones and by cells of every kind."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.imports.rules import to_keep
from marac.workbooks import values
from marac.workbooks.layout import ACTIONS, ATTENDANCE, CASES, propose
from marac.workbooks.opened import sheets_of
from marac.workbooks.rows import lines_of
from marac.workbooks.values import Notes, told
from tests.trackers import legacy

TODAY = date(2026, 3, 4)


@pytest.fixture(scope="module")
def read():
    books = {name: sheets_of(make())["sheets"] for name, make in legacy.ALL.items()}
    return {
        (name, sheet["name"]): {line.number: line for line in lines_of(sheet, propose(sheet, {}), today=TODAY)}
        for name, sheets in books.items()
        for sheet in sheets
        if propose(sheet, {}).kind
    }


def doubts(line) -> str:
    return " ".join(told(each) for each in line.doubts)


def test_each_sheet_is_known_by_its_headings():
    kinds = {
        sheet["name"]: propose(sheet, {}).kind for make in legacy.ALL.values() for sheet in sheets_of(make())["sheets"]
    }

    assert kinds == {
        **{"Cases": CASES, "Actions": ACTIONS, "Attendance": ATTENDANCE, "Lists": ""},
        **{"MARAC LOG 2018-19": CASES, "2021": CASES, "Action log": ACTIONS, "attendance": ATTENDANCE},
    }


def test_headings_over_two_rows_say_whose_a_column_is(read):
    line = read["untidy", "MARAC LOG 2018-19"][5]

    assert line.meaning["victims"][0] | {"addresses": []} == {
        **{"surname": "Okafor", "forenames": "Ngozi", "dob": "1985-04-03", "dob_raw": "3/4/85", "addresses": []},
    }
    assert line.meaning["perpetrators"][0]["aliases"] == ["Dee"]
    assert line.meaning["perpetrators"][0]["dob"] == "1980-02-01"


def test_as_above_serials_and_several_names_are_taken_and_said(read):
    line = read["untidy", "MARAC LOG 2018-19"][6]

    assert line.meaning["meeting_on"] == "2019-03-14"
    assert line.meaning["victims"][0]["dob"] == "1985-04-03"
    assert [each["surname"] for each in line.meaning["perpetrators"]] == ["Brannigan", "Brannigan"]
    assert "taken from row 5" in doubts(line)
    assert "31140 in column F is taken for 3 April 1985" in doubts(line)
    assert "Several people in column H" in doubts(line)


@pytest.mark.parametrize(
    ("number", "words"),
    [(8, "struck out"), (9, "Coloured in the workbook (column E)"), (14, "The row is hidden"), (14, "has a comment")],
)
def test_what_only_the_eye_sees_is_a_doubt(read, number, words):
    assert words in doubts(read["untidy", "MARAC LOG 2018-19"][number])


@pytest.mark.parametrize(
    ("book", "sheet", "number", "why"),
    [
        ("untidy", "MARAC LOG 2018-19", 12, "A line of its own, with one cell filled in."),
        ("untidy", "MARAC LOG 2018-19", 13, "The headings once more."),
        ("by_meeting", "2021", 8, "A row of totals."),
    ],
)
def test_what_is_no_row_of_its_own_says_why(read, book, sheet, number, why):
    assert read[book, sheet][number].passed_over == why


def test_the_day_of_a_line_of_its_own_is_that_of_the_rows_beneath(read):
    lines = read["by_meeting", "2021"]

    assert [lines[row].meaning["meeting_on"] for row in (3, 4, 7)] == ["2021-01-12", "2021-01-12", "2021-02-09"]


def test_same_does_not_reach_over_a_line_of_its_own(read):
    """Else one victim would get the address of another."""
    line = read["by_meeting", "2021"][7]

    assert "addresses" not in line.meaning["victims"][0]
    assert "nothing above it can be meant" in doubts(line)


def test_a_withheld_address_is_confidential(read):
    assert read["by_meeting", "2021"][4].meaning["victims"][0]["addresses"][0]["confidential"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SMITH, Jane (3/4/85) aka Jones / Ann Lee", ["Jane Smith 1985-04-03", "Ann Lee "]),
        ("Tom & Ann Field", ["Tom Field ", "Ann Field "]),
        ("Jane Smith dob 03/04/1985", ["Jane Smith 1985-04-03"]),
        ("n/k", []),
        ("Unknown male", []),
    ],
)
def test_names_in_one_cell_are_told_apart(text, names):
    found = values.people({"text": text}, "B", Notes(), today=TODAY)

    assert [f"{each['forenames']} {each['surname']} {each.get('dob', '')}" for each in found] == names


def test_children_are_told_apart_and_a_number_names_nobody():
    notes = Notes()
    found = values.children({"text": "Tom (4), Ann (7), unborn"}, "K", notes, today=TODAY)

    assert [(each["forenames"], each.get("age_stated"), bool(each.get("unborn"))) for each in found] == [
        ("Tom", 4, False),
        ("Ann", 7, False),
        ("", None, True),
    ]
    assert values.children({"text": "2"}, "K", notes, today=TODAY) == []


@given(st.dates(date(2003, 1, 1), TODAY), st.sampled_from(["%d/%m/%Y", "%d.%m.%y", "%d-%m-%Y", "%d %B %Y", "%Y-%m-%d"]))
def test_a_day_written_in_any_way_is_the_same_day(day, form):
    notes = Notes()

    assert values.day({"text": day.strftime(form)}, "B", notes, today=TODAY) == day
    assert notes.problems == []


@given(st.text(max_size=60))
def test_whatever_stands_in_a_cell_is_read_or_named(text):
    """Never an error, and what is no day is a problem or nothing."""
    notes, cell = Notes(), {"text": text}
    found = values.day(cell, "B", notes, today=TODAY)
    for read_cell in (values.people, values.children, values.birth):
        read_cell(cell, "C", notes, today=TODAY)
    values.home(cell, "D", notes)
    values.numbers(cell, "E", notes)

    assert found is not None or notes.problems or values.says_nothing(cell)


@given(st.data())
def test_what_stays_is_whole_and_stands_on_what_stays(data):
    """Rows stay whole, and nothing that stays points to something that goes; untouched, nothing stays."""
    records = list(range(data.draw(st.integers(1, 12))))
    of_line = {record: data.draw(st.sampled_from([None, 1, 2, 3])) for record in records}
    points_to = {here: {other for other in records[:here] if data.draw(st.booleans())} for here in records}
    touched = {record: [] for record in records if data.draw(st.booleans())}

    kept = to_keep(touched, of_line, points_to)

    lines = {of_line[record] for record in kept} - {None}
    assert set(touched) <= kept
    assert all(points_to[record] <= kept for record in kept)
    assert all(record in kept for record in records if of_line[record] in lines)
    assert to_keep({}, of_line, points_to) == set()
