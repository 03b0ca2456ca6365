"""A coordinator sets a rule, seats an agency and gives somebody a role, and axe finds no fault on the way."""

from playwright.sync_api import expect

from marac.access.roles import Role
from tests.journeys.steps import Coordinator

MONTHS = "Months in which a further incident is a repeat"


def test_a_coordinator_sets_up_a_marac(cast, faults):
    coordinator = cast.brings(Coordinator, Role.COORDINATOR, "office")
    sets_a_rule(coordinator)
    seats_an_agency(coordinator)
    invites_somebody(coordinator)

    assert faults == []


def opens_a_part_of_settings(coordinator, part):
    coordinator.follows("Settings", exact=True)
    coordinator.comes_to("Settings")
    coordinator.follows(part)
    coordinator.comes_to(part)


def sets_a_rule(coordinator):
    opens_a_part_of_settings(coordinator, "Rules and words")
    coordinator.follows(f"Change {MONTHS}")
    coordinator.writes(MONTHS, "99")
    coordinator.presses("Save")
    expect(coordinator.page.get_by_role("alert").get_by_text("Enter a number from 1 to 60")).to_be_visible()
    coordinator.judge(coordinator.page)
    coordinator.writes(MONTHS, "6")
    coordinator.presses("Save")
    expect(coordinator.page.locator("#repeat_months").get_by_text("set by Ada Quill")).to_be_visible()


def seats_an_agency(coordinator):
    opens_a_part_of_settings(coordinator, "Agencies and their seats")
    coordinator.presses("Add an agency")
    coordinator.comes_to("Add an agency")
    coordinator.writes("Name of the agency", "Northmoor Homes")
    coordinator.presses("Save and give it a seat")
    coordinator.picks("Group in the national return", "Housing")
    coordinator.judge(coordinator.page)
    coordinator.presses("Save")
    expect(coordinator.page.get_by_role("row", name="Northmoor Homes").get_by_text("Housing")).to_be_visible()


def invites_somebody(coordinator):
    opens_a_part_of_settings(coordinator, "People and their roles")
    coordinator.presses("Invite a person")
    coordinator.comes_to("Invite a person")
    coordinator.writes("Work e-mail address", "kim@homes.example.org")
    coordinator.writes("Name", "Kim Lark")
    coordinator.picks("Agency", "Northmoor Homes")
    coordinator.chooses("Agency representative")
    coordinator.judge(coordinator.page)
    coordinator.presses("Invite")
    coordinator.comes_to("Hand over this link")
    coordinator.judge(coordinator.page)
    opens_a_part_of_settings(coordinator, "People and their roles")
    expect(coordinator.page.get_by_role("link", name="Kim Lark")).to_be_visible()
