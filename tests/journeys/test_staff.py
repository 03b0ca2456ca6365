"""People come, stand in, are confirmed and go; and what is shut to most is opened by some. By the keyboard alone."""

import base64
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.accounts.models import Membership
from marac.kernel.dates import short_date
from tests import make
from tests.journeys.hands import Keyboard
from tests.journeys.steps import Person
from tests.staff.test_operations import lapsing

NEW = "four words unlike each other"
NOW = "She is outside with the children, and he has left the house."


@pytest.fixture
def enters(browser, browser_context_args, live_server, axe_faults, faults):
    """enters(user) is somebody signed in at a browser of their own, without a mouse; axe judges every page."""

    def enters(user=None):
        page = browser.new_context(**browser_context_args, base_url=live_server.url).new_page()
        page.set_default_timeout(10_000)
        if user:
            make.enter_browser(page, live_server.url, user)
            page.goto("/")
        return Person(page, Keyboard(page), lambda shown: faults.extend(axe_faults(shown)))

    return enters


@pytest.fixture
def works(area, agencies):
    """works(Role.CHAIR, "police", "Ida Stone") is somebody with an account and a role."""

    def works(role, agency, name):
        user = make.user(name)
        make.give_role(user, role, marac=area, agency=agencies[agency])
        return user

    return works


@pytest.fixture
def coordinator(enters, works):
    return enters(works(Role.COORDINATOR, "office", "Cora Thorne"))


def test_the_first_day_from_the_invitation_to_the_first_case(coordinator, enters, area, agencies, faults):
    case = make.case(marac=area, seen_by=(agencies["police"],))
    coordinator.page.goto("/account/people/add/")
    for label, words in (("Work e-mail address", "kim@police.example.org"), ("Name", "Kim Lark")):
        coordinator.writes(label, words)
    coordinator.picks("MARAC", area.name)
    coordinator.picks("Agency", "Fellshire Police")
    coordinator.chooses("Agency representative")
    coordinator.presses("Invite")
    coordinator.comes_to("Hand over this link")

    newcomer = enters()
    newcomer.page.goto(urlsplit(coordinator.page.locator("#link").inner_text()).path)
    newcomer.comes_to("Choose your password")
    newcomer.writes("New password", NEW)
    newcomer.presses("Continue")
    newcomer.comes_to("Set up a second factor")
    newcomer.presses("Set up an app")
    secret = base64.b32decode(newcomer.page.locator("#secret").inner_text().replace(" ", ""))
    newcomer.writes("Code that the app shows now", make.code_of(secret))
    newcomer.presses("Continue")
    newcomer.comes_to("Keep these codes")
    newcomer.presses("I have kept them")
    newcomer.follows("Cases", exact=True)
    newcomer.comes_to("Before you open a case")
    newcomer.presses("Sign", exact=True)
    newcomer.reads("Tick the box if you keep to this")
    newcomer.chooses("I have read this, and keep to it")
    newcomer.presses("Sign", exact=True)
    newcomer.comes_to("Cases")
    newcomer.follows(case.reference, exact=True)
    newcomer.comes_to(case.reference)

    assert (faults, newcomer.hand.unseen, coordinator.hand.unseen) == ([], [], [])


def test_a_contact_confirms_her_agency_and_the_office_names_a_deputy_and_lets_somebody_go(
    coordinator, enters, works, area, agencies, faults
):
    leaver = works(Role.REPRESENTATIVE, "police", "Rowan Ash")
    contact = works(Role.CHAIR, "police", "Ida Stone")
    lapsing(leaver, timezone.localdate() + timedelta(days=14))
    coordinator.page.goto("/account/contacts/")
    coordinator.picks("Person and agency", f"Fellshire Police, {area.name}: Ida Stone")
    coordinator.presses("Save")
    coordinator.reads("Ida Stone")
    coordinator.judge(coordinator.page)

    ida = enters(contact)
    ida.follows("See who")
    ida.comes_to("People to confirm")
    ida.hand.choose(ida.page.get_by_label("Rowan Ash"))
    ida.presses("Confirm those ticked")
    ida.reads("Nobody waits to be confirmed by you.")
    ida.judge(ida.page)

    coordinator.page.goto(f"/account/people/{leaver.pk}/")
    coordinator.follows("Name a deputy")
    coordinator.comes_to("Name a deputy")
    coordinator.picks("Who stands in", "Ida Stone")
    coordinator.chooses("Deputy")
    coordinator.writes("Last day", short_date(timezone.localdate() + timedelta(days=7)))
    coordinator.presses("Save")
    coordinator.comes_to("Rowan Ash")

    coordinator.follows("Leaves")
    coordinator.comes_to("This person leaves")
    coordinator.presses("End their access")
    coordinator.comes_to("Rowan Ash")
    assert not Membership.objects.in_force(timezone.localdate()).filter(user=leaver).exists()

    assert (faults, ida.hand.unseen, coordinator.hand.unseen) == ([], [], [])


def test_a_case_is_kept_to_named_readers_and_each_of_them_says_why(coordinator, enters, works, area, agencies, faults):
    case = make.case(marac=area, seen_by=(agencies["police"],))
    named, other = (enters(works(Role.REPRESENTATIVE, "police", name)) for name in ("Rowan Ash", "Wren Sedge"))
    coordinator.page.goto(f"/cases/{case.pk}/")
    coordinator.follows("Restrict it to people by name")
    coordinator.comes_to("Who alone may open the case")
    coordinator.hand.choose(coordinator.page.get_by_label("Rowan Ash"))
    coordinator.writes("Why?", "The perpetrator works for an agency here")
    coordinator.presses("Restrict the case to them")
    coordinator.reads("Only the people named here may open this case")
    coordinator.follows("Back", exact=True)
    coordinator.comes_to("Why do you open this case?")

    named.follows("Cases", exact=True)
    named.follows(case.reference, exact=True)
    named.comes_to("Why do you open this case?")
    named.writes("Your reason", "I answer the research for Thursday")
    named.presses("Open the case")
    named.comes_to(case.reference)
    other.page.goto(f"/cases/{case.pk}/")
    other.comes_to("Page not found")

    assert (faults, named.hand.unseen, coordinator.hand.unseen) == ([], [], [])


def opens_in_an_emergency(rowan, case):
    """And sees there that they know somebody."""
    rowan.follows("Cases", exact=True)
    rowan.follows("Open a case in an emergency")
    rowan.comes_to("Open a case in an emergency")
    rowan.writes("Reference of the case", case.reference)
    rowan.writes("What has happened, and why can it not wait?", NOW)
    rowan.presses("Open the case")
    rowan.comes_to(case.reference)
    rowan.reads("You opened this case in an emergency")

    rowan.follows("You know somebody in this case")
    rowan.comes_to("Declare a conflict of interest")
    rowan.writes("How do you know somebody in this case?", "Her brother is my neighbour")
    rowan.presses("Shut the case to me")
    rowan.comes_to("Today")


def test_an_emergency_is_reviewed_and_a_conflict_is_declared_and_lifted(
    coordinator, enters, works, area, agencies, faults
):
    case = make.case(marac=area, seen_by=(agencies["police"],))
    rowan = enters(works(Role.REPRESENTATIVE, "housing", "Rowan Ash"))
    opens_in_an_emergency(rowan, case)

    coordinator.follows("Oversight", exact=True)
    coordinator.comes_to("Oversight")
    coordinator.follows("Opened in an emergency")
    coordinator.comes_to("Opened in an emergency")
    coordinator.follows(case.reference, exact=True)
    coordinator.reads(NOW)
    coordinator.chooses("It was right to open it")
    coordinator.writes("What did you find out, and from whom?", "Rang the police, who were on their way")
    coordinator.presses("Save")
    coordinator.reads("It was right to open it")
    coordinator.page.goto("/conflicts/")
    coordinator.comes_to("Conflicts of interest")
    coordinator.follows(case.reference, exact=True)
    coordinator.comes_to("A possible conflict of interest")
    coordinator.reads("They declared it themselves")
    expect(coordinator.page.get_by_role("button", name="Decide")).to_have_count(0)
    coordinator.page.goto(f"/conflicts/cases/{case.pk}/")
    coordinator.follows("Open it to them again")
    coordinator.comes_to("Open the case to them again")
    coordinator.writes("Why?", "Another neighbour of the same name")
    coordinator.presses("Open it to them")
    coordinator.comes_to("To whom the case is shut")
    coordinator.reads("Nobody")

    assert (faults, rowan.hand.unseen, coordinator.hand.unseen) == ([], [], [])
