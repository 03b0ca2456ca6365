"""A coordinator sets a rule, seats an agency and gives somebody a role, and axe finds no fault on the way."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def coordinator(live_server, page):
    area = make.marac("Northmoor")
    police = make.agency("Northmoor Police", marac=area)
    user = make.member(Role.COORDINATOR, marac=area, agency=police, password=make.PASSWORD)
    page.goto(f"{live_server.url}/account/sign-in/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_label("Password", exact=True).fill(make.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    return user


def test_a_coordinator_sets_up_a_marac(page, coordinator, axe_faults):
    faults = []

    page.get_by_role("link", name="Settings").click()
    faults += axe_faults(page)
    page.get_by_role("link", name="Rules and words").click()
    faults += axe_faults(page)
    page.get_by_role("link", name="Change Months in which a further incident is a repeat").click()
    page.get_by_label("Months in which a further incident is a repeat").fill("99")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").get_by_text("Enter a number from 1 to 60")).to_be_visible()
    faults += axe_faults(page)
    page.get_by_label("Months in which a further incident is a repeat").fill("6")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#repeat_months").get_by_text("set by Ada Quill")).to_be_visible()

    page.get_by_role("link", name="Settings").first.click()
    page.get_by_role("link", name="Agencies and their seats").click()
    faults += axe_faults(page)
    page.get_by_role("button", name="Add an agency").click()
    page.get_by_label("Name of the agency").fill("Northmoor Homes")
    page.get_by_role("button", name="Save and give it a seat").click()
    page.get_by_label("Group in the national return").select_option("Housing")
    faults += axe_faults(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("row", name="Northmoor Homes").get_by_text("Housing")).to_be_visible()

    page.get_by_role("link", name="Settings").first.click()
    page.get_by_role("link", name="People and their roles").click()
    faults += axe_faults(page)
    page.get_by_role("button", name="Add a person").click()
    page.get_by_label("Work e-mail address").fill("kim@homes.example.org")
    page.get_by_label("Name", exact=True).fill("Kim Lark")
    page.get_by_label("Agency", exact=True).select_option("Northmoor Homes")
    page.get_by_label("Agency representative").check()
    faults += axe_faults(page)
    page.get_by_role("button", name="Add").click()
    faults += axe_faults(page)

    expect(page.get_by_role("cell", name="Northmoor Homes", exact=True)).to_be_visible()
    assert faults == []
