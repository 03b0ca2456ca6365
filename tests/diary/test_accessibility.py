"""The year, one's own calendar and a private address in a browser, with nothing for axe to find."""

from playwright.sync_api import expect

from marac.access.roles import Role
from tests import make


def test_the_year_is_looked_at_and_a_private_address_made_in_a_browser(
    live_server, page, axe_faults, area, police, published
):
    faults = []
    make.enter_browser(page, live_server.url, make.member(Role.COORDINATOR, marac=area, agency=police))
    page.goto(f"{live_server.url}/meetings/?year=2099")
    page.get_by_role("link", name="The year on paper, and in your calendar").click()
    faults += axe_faults(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="These dates in your own calendar")).to_be_hidden()
    page.emulate_media(media="screen")

    page.get_by_role("link", name="These dates in your own calendar").click()
    page.get_by_role("button", name="Make an address").click()
    page.get_by_text("/diary/dates/").wait_for()
    faults += axe_faults(page)
    page.get_by_role("button", name="Do not invite me").click()
    page.get_by_text("You do not wish to be invited.").wait_for()
    faults += axe_faults(page)

    assert faults == []
