"""The pages of the return."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.cases import operations as cases
from marac.directory.choices import ReturnEdition
from marac.reports.columns import headings
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(area):
    return make.agency("Northmoor Homes", marac=area)


@pytest.fixture
def coordinator(client, area, agency):
    return make.signed_in(client, marac=area, agency=agency)


def address(area, rest: str = "") -> str:
    return f"/reports/return/{area.pk}/2025Q4/{rest}"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.STEERING])
def test_only_who_makes_the_return_opens_it(client, area, agency, role):
    make.signed_in(client, role, marac=area, agency=agency)

    pages = ("/reports/return/", address(area), address(area, "workbook/"), address(area, "C/"))
    assert [client.get(page).status_code for page in pages] == [404] * 4


def test_choosing_leads_to_the_return(client, area, coordinator):
    page = client.get("/reports/return/").content.decode()
    answer = client.get("/reports/return/", {"marac": area.pk, "quarter": offered(page)})

    assert (answer.status_code, answer.url) == (302, f"/reports/return/{area.pk}/{offered(page)}/")


def offered(page: str) -> str:
    """The first quarter that the list offers."""
    return page.split('id="id_quarter"')[1].split('value="')[1].split('"')[0]


def test_choosing_nothing_says_so(client, area, coordinator):
    page = client.get("/reports/return/", {"marac": "", "quarter": "2025Q9"}).content.decode()

    assert "Choose a MARAC" in page
    assert "Choose one of the answers shown" in page


def test_every_number_leads_to_its_cases(client, area, coordinator):
    item = world.heard(world.meeting(area), sex="male")

    page = client.get(address(area)).content.decode()
    shown = client.get(address(area, f"X/{item.meeting_id}/")).content.decode()

    assert address(area, f"X/{item.meeting_id}/") in page
    assert address(area, "X/") in page
    assert (item.case.reference in shown, "Male victims cases" in shown) == (True, True)
    event = AuditEvent.objects.last()
    assert (event.kind, event.details["case_ids"]) == ("read", [item.case_id])


def test_a_restricted_case_is_counted_and_not_named(client, area, coordinator):
    item = world.heard(world.meeting(area))
    cases.restrict(viewer=make.system(), case=item.case, readers=[], reason="Works in the police")

    page = client.get(address(area, "C/")).content.decode()

    assert item.case.reference not in page
    assert "1 case is counted that you may not open." in page


@pytest.mark.parametrize("rest", ["A/", "B/", "AG/", "c/"])
def test_a_column_that_counts_nothing_is_not_there(client, area, coordinator, rest):
    assert client.get(address(area, rest)).status_code == 404


def test_a_quarter_that_is_none_and_another_maracs_return_are_not_there(client, area, coordinator):
    elsewhere = make.marac()

    pages = (f"/reports/return/{area.pk}/2025Q5/", address(elsewhere), address(elsewhere, "workbook/"))
    assert [client.get(page).status_code for page in pages] == [404] * 3


def test_the_workbook_is_downloaded_and_its_leaving_is_recorded(client, area, coordinator):
    world.heard(world.meeting(area))

    answer = client.get(address(area, "workbook/"))

    event = AuditEvent.objects.last()
    assert answer["Content-Disposition"] == 'attachment; filename="return-2025Q4.xlsx"'
    assert load_workbook(io.BytesIO(answer.content)).active["C2"].value == 1
    assert (event.kind, event.name, event.user_id) == ("export", "return", coordinator.pk)


def test_a_return_with_errors_lists_them_and_is_not_downloaded(client, area, coordinator):
    world.heard(world.meeting(area), source="")

    page = client.get(address(area)).content.decode()
    answer = client.get(address(area, "workbook/"))

    assert "Give every referral its source." in page
    assert "Download the workbook" not in page
    assert (answer.status_code, "Content-Disposition" in answer) == (409, False)
    assert not AuditEvent.objects.filter(kind="export").exists()


def test_a_quarter_without_a_meeting_says_so(client, area, coordinator):
    assert "No meeting is recorded in this quarter" in client.get(address(area)).content.decode()


def test_a_number_nobody_recorded_is_a_dash_that_is_read_out(client, area, coordinator):
    world.heard(world.meeting(area, date(2025, 11, 12)))

    assert "not recorded" in client.get(address(area)).content.decode()


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        (ReturnEdition.UK, "The headings of this workbook are those of your edition."),
        (ReturnEdition.SCOTLAND, "This is the Scottish edition."),
    ],
)
def test_a_template_is_compared_with_the_edition(client, area, coordinator, edition, words):
    book, written = Workbook(), io.BytesIO()
    book.active.append(list(headings(edition)))
    book.save(written)
    upload = SimpleUploadedFile("template.xlsx", written.getvalue())

    assert words in client.post(address(area, "template/"), {"template": upload}).content.decode()


def test_no_template_is_asked_for_again(client, area, coordinator):
    assert "Choose the workbook" in client.post(address(area, "template/")).content.decode()
