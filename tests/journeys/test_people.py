"""A coordinator finds somebody, opens their page and corrects it by keyboard; axe finds no fault on the way."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.people.operations import enter_people
from tests import make


@pytest.fixture
def coordinator_and_person(transactional_db):
    area = make.marac("Northmoor")
    agency = make.agency("Northmoor Homes", marac=area)
    user = make.member(Role.COORDINATOR, marac=area, agency=agency)
    victim = {
        "surname": "Tolliver",
        "forenames": "Hannah",
        "dob": "1991-04-03",
        "aliases": ["Han"],
        "addresses": [
            {"text": "14 Lantern Row", "postcode": "ZZ3 7TB"},
            {"text": "5 Refuge Road", "postcode": "ZZ1 1AA", "confidential": True},
        ],
        "phones": [{"number": "07700900214", "whose": "own", "safe_to_call": False, "safe_to_text": True}],
    }
    case = make.case(marac=area)
    parties = enter_people(viewer=make.system(), case=case, content={"victims": [victim]})
    return user, parties[0].person_id


def test_a_person_is_found_opened_and_corrected_by_keyboard(live_server, page, axe_faults, coordinator_and_person):
    user, pk = coordinator_and_person
    make.enter_browser(page, live_server.url, user)
    page.goto(f"{live_server.url}/people/")

    page.get_by_label("Find a person").fill("hannah 3/4/91")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Hannah Tolliver").wait_for()
    found = axe_faults(page)
    page.get_by_role("link", name="Hannah Tolliver").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/people/{pk}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hannah Tolliver")
    shown = axe_faults(page)
    page.goto(f"{live_server.url}/corrections/people/{pk}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Correct")
    form = axe_faults(page)
    page.get_by_label("Surname").fill("Delaney")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/people/{pk}/")

    assert (found, shown, form) == ([], [], [])
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hannah Delaney")
