"""The coordinator marks roles as disputed, by keyboard; then each side's adviser sees their own person alone."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from tests import make


@pytest.mark.django_db(transaction=True)
def test_it_is_marked_by_keyboard_and_each_side_sees_its_own_person_alone(live_server, page, axe_faults, two):
    for person, agency in ((two.wren, two.women), (two.ash, two.men)):
        two.acts(person, agency)
    make.enter_browser(page, live_server.url, two.coordinator)
    page.goto(f"{live_server.url}/cases/{two.his.pk}/")
    faults = axe_faults(page)
    page.get_by_role("link", name="Who does what to whom", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Record that the roles are disputed").focus()
    faults += axe_faults(page)
    page.keyboard.press("Enter")
    page.get_by_label("Wren Tallow").press("Space")
    page.get_by_label("Who says so?").fill("Haven")
    page.get_by_label("What is said?").fill("Each says that the other hits them")
    faults += axe_faults(page)
    page.get_by_role("button", name="Record it").press("Enter")
    expect(page.get_by_text("To be decided", exact=True)).to_be_visible()
    faults += axe_faults(page)

    for agency, own, other in ((two.women, "5 Mill Lane", "8 Ferry Row"), (two.men, "8 Ferry Row", "5 Mill Lane")):
        make.enter_browser(page, live_server.url, make.member(Role.IDVA, marac=two.area, agency=agency))
        page.goto(f"{live_server.url}/cases/{two.hers.pk}/")
        expect(page.get_by_text(own)).to_be_visible()
        expect(page.get_by_text(other)).to_have_count(0)
        faults += axe_faults(page)

    assert faults == []
