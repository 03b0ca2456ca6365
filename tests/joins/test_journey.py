"""The coordinator comes from Today to two records of one woman and joins them, and takes it back, by keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests import make


@pytest.mark.django_db(transaction=True)
def test_two_are_joined_and_parted_by_keyboard_and_nothing_is_lost(live_server, page, axe_faults, area, twice):
    area.pair(*twice)
    make.enter_browser(page, live_server.url, area.coordinator)
    page.goto(live_server.url)
    page.get_by_role("row", name="1 pair of people who may be the same").get_by_role("link").press("Enter")
    faults = axe_faults(page)
    page.get_by_role("link", name="Wren Tallow and Wren Sedge").press("Enter")
    faults += axe_faults(page)

    page.get_by_label("They are the same person").press("Space")
    page.get_by_role("button", name="Decide").press("Enter")
    expect(page.get_by_role("alert").get_by_text("Say in a few words how you know")).to_be_visible()
    expect(page.get_by_label("They are the same person")).to_be_checked()
    faults += axe_faults(page)
    page.get_by_label("How do you know?").fill("Her adviser knows both names")
    page.get_by_role("button", name="Decide").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Wren Tallow")
    for words in ("Wren Sedge", area.cases[0].reference, area.cases[1].reference):
        expect(page.get_by_text(words).first).to_be_visible()
    faults += axe_faults(page)

    page.get_by_role("link", name="Take this join back").press("Enter")
    page.get_by_label("Why are they not the same").fill("They are cousins, says the adviser")
    faults += axe_faults(page)
    page.get_by_role("button", name="Take the join back").press("Enter")
    expect(page.get_by_text("Not the same person. You can decide again.")).to_be_visible()
    expect(page.get_by_text("They are cousins, says the adviser")).to_be_visible()
    faults += axe_faults(page)

    assert faults == []
