"""A coordinator takes an untidy old tracker in and back, in a browser."""

import pytest

from marac.access.roles import Role
from marac.cases.models import Case
from tests import make
from tests.trackers import legacy


@pytest.mark.django_db(transaction=True)
def test_an_untidy_workbook_is_uploaded_settled_imported_and_taken_back(page, live_server, axe_faults, tmp_path):
    area = make.marac("Northmoor")
    for name in ("Police", "Housing", "Children"):
        police = make.agency(name, marac=area)
    make.enter_browser(page, live_server.url, make.member(Role.COORDINATOR, marac=area, agency=police))
    book = tmp_path / "log.xlsx"
    book.write_bytes(legacy.untidy())

    page.goto(f"{live_server.url}/trackers/upload/")
    assert axe_faults(page) == []
    page.set_input_files("input[type=file]", str(book))
    page.get_by_role("button", name="Upload and read").click()
    assert axe_faults(page) == []
    page.get_by_role("link", name="Sheet MARAC LOG 2018-19, row 10").click()
    assert axe_faults(page) == []
    page.get_by_role("link", name="Correct the row").click()
    page.get_by_label("B: Mtg").fill("31/3/19")
    page.get_by_label("F: VICTIM DOB").fill("")
    page.get_by_role("button", name="Save and read again").click()
    page.get_by_role("link", name="log.xlsx").click()
    page.get_by_role("link", name="Leave out every row").click()
    page.get_by_role("button", name="Leave out").click()
    page.get_by_role("link", name="MARAC LOG 2018-19", exact=True).click()
    assert axe_faults(page) == []
    page.get_by_role("link", name="log.xlsx").click()
    page.get_by_role("link", name="Import", exact=True).click()
    page.get_by_role("button", name="Import").click()
    page.get_by_text("Imported by").wait_for()
    imported = Case.objects.count()
    page.get_by_role("link", name="Take the import back").click()
    page.get_by_role("button", name="Take the import back").click()
    page.get_by_text("Taken back by").wait_for()

    assert (imported, Case.objects.count()) == (6, 0)
