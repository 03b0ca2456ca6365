"""What rows are taken for is worked out for the whole workbook at once, so that a long one is no slower to answer."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from marac.trackers import operations
from tests.trackers.legacy import saved

pytestmark = pytest.mark.django_db
HEADINGS = ("Ref", "MARAC date", "Date referred", "Agency", "Victim name", "Victim DOB", "Perpetrator name", "Score")


def of_rows(number):
    """A sheet of so many cases, each of people of its own."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Cases"
    sheet.append(HEADINGS)
    for row in range(number):
        heard, born = date(2016, 1, 5) + timedelta(days=14 * (row // 20)), date(1960, 1, 1) + timedelta(days=97 * row)
        name = f"Person{chr(97 + row)} Family{chr(97 + row)}"
        sheet.append(
            [f"17/{row:04}", heard, heard - timedelta(days=9), "Agency Police", name, born, f"Other {name}", 15]
        )
    return saved(book)


@pytest.mark.usefixtures("agencies")
def test_rows_of_nobody_known_take_the_same_number_of_questions_however_many_there_are(area, coordinator):
    asked = []
    for number in (3, 24):
        tracker = operations.read_tracker(
            viewer=coordinator, marac=area, name=f"{number}.xlsx", content=of_rows(number)
        )
        with CaptureQueriesContext(connection) as questions:
            operations.leave_out_bad(viewer=coordinator, tracker=tracker)
        asked.append(len(questions))

    assert asked[0] == asked[1]
