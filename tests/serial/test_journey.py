"""A man with two names harms three women: his records are joined, he is confirmed, and each woman's page is silent."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from marac.access.roles import Role
from tests import make
from tests.serial.conftest import ISLA, MAEVE, WHY, WREN

WOMEN = (WREN, ISLA, MAEVE)


@pytest.mark.django_db(transaction=True)
def test_he_is_confirmed_by_keyboard_and_each_page_is_silent_about_the_others(live_server, page, axe_faults, serial):
    serial.join()
    make.enter_browser(page, live_server.url, serial.area.coordinator)
    page.goto(live_server.url)
    page.get_by_role("row", name="1 serial perpetrator to confirm").get_by_role("link").press("Enter")
    expect(page.get_by_role("row", name="Ash Heron")).to_contain_text("3")
    faults = axe_faults(page)
    page.get_by_role("link", name="Ash Heron").press("Enter")

    page.get_by_label("Confirm it").press("Space")
    page.get_by_role("button", name="Decide").press("Enter")
    expect(page.get_by_role("alert").get_by_text("Say in a few words why")).to_be_visible()
    expect(page.get_by_label("Confirm it")).to_be_checked()
    faults += axe_faults(page)
    page.get_by_label("Why?").fill(WHY)
    page.get_by_role("button", name="Decide").press("Enter")
    expect(page.get_by_text("A serial perpetrator by the area’s rule: confirmed")).to_be_visible()
    expect(page.get_by_label("Withdraw it")).to_be_visible()
    faults += axe_faults(page)

    page.goto(f"{live_server.url}/people/{serial.he.pk}/")
    page.get_by_role("link", name="side by side").press("Enter")
    expect(page.locator(".marac-card")).to_have_count(3)
    faults += axe_faults(page)

    for at, (case, agency) in enumerate(zip(serial.cases, serial.agencies, strict=True)):
        shown = _as_adviser(page, live_server.url, serial, case, agency)
        others = [woman["surname"] for woman in WOMEN if woman is not WOMEN[at]]
        others += [each.reference for each in serial.cases if each is not case]
        others += [WHY, *(["Hernshaw"] if at < 2 else [])]
        assert ("Serial perpetrator" in shown, [word for word in others if word in shown]) == (True, [])
        faults += axe_faults(page)

    assert faults == []


def _as_adviser(page, address, serial, case, agency) -> str:
    """Everything that her page says, in the marks too, and the drawing."""
    client = Client()
    user = make.member(Role.IDVA, marac=serial.area.marac, agency=agency)
    make.enter(client, user)
    page.context.clear_cookies()
    make.enter_browser(page, address, user)
    page.goto(f"{address}/cases/{case.pk}/household/")
    drawn = page.content()
    page.goto(f"{address}/cases/{case.pk}/")
    return page.content() + drawn
