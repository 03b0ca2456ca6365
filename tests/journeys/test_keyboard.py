"""Where the keyboard stands: past the menu by the skip link, and after a mistake on what is wrong."""

from playwright.sync_api import expect

from marac.access.roles import Role
from tests.journeys.steps import Coordinator


def test_the_skip_link_is_the_first_stop_and_the_next_one_is_past_the_menu(cast):
    page = cast.brings(Coordinator, Role.COORDINATOR, "office").page
    page.get_by_role("link", name="Meetings", exact=True).click()
    page.wait_for_url("**/meetings/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_role("button", name="Plan meetings")).to_be_focused()


def test_after_a_mistake_the_focus_is_on_what_is_wrong_and_leads_to_the_field(cast):
    coordinator = cast.brings(Coordinator, Role.COORDINATOR, "office")
    coordinator.opens_the_meeting(cast.meeting.held_on)
    coordinator.follows("Attendance: who is there")
    coordinator.comes_to("Attendance on")
    page = coordinator.page

    coordinator.presses("Record", exact=True)
    expect(page.get_by_role("alert").locator("xpath=..")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Agency", exact=True)).to_be_focused()
