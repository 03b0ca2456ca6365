"""The forged invitation: somebody who wants in, by a link, by a mailbox, and by a voice on the telephone."""

import secrets
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.accounts.models import User
from tests import make
from tests.attacks.scene import Scene, gives_code, gives_password, shows, signs_in

CHOSEN = "four words unlike each other"


@pytest.fixture
def area(transactional_db):
    return make.marac("Norbrook")


@pytest.fixture
def council(area):
    return make.agency("Fellshire Council", marac=area)


@pytest.fixture
def coordinator(area, council):
    return make.member(Role.COORDINATOR, marac=area, agency=council, password=make.PASSWORD)


@pytest.fixture
def scene(browser, browser_context_args, live_server):
    return Scene("forged-invitation", browser, browser_context_args | {"base_url": live_server.url})


def invites(page, address):
    page.goto("/account/people/add/")
    page.get_by_label("Work e-mail address").fill(address)
    page.get_by_label("Name", exact=True).fill("Kim Lark")
    for label, choice in (("MARAC", "Norbrook"), ("Agency", "Fellshire Council")):
        page.get_by_label(label, exact=True).select_option(label=choice)
    page.get_by_label("Agency representative").check()
    page.get_by_label("From which day").fill("1/1/2026")
    page.get_by_role("button", name="Invite").click()


def test_no_link_no_old_mail_and_no_voice_makes_an_account(scene, coordinator):
    secret = make.factor(coordinator)
    forger = scene.opens(f"/account/invitations/{secrets.token_urlsafe(32)}/")
    shows(forger, "This link does not work any more")
    scene.picture(forger)

    # "I am Kim, from the council; please use my private address."
    office = scene.opens()
    signs_in(office, coordinator.email, make.code_of(secret))
    invites(office, "kim@elsewhere.example.net")
    expect(office.locator(".govuk-error-summary")).to_contain_text("This is not an address of the agency.")
    scene.picture(office)
    assert not User.objects.filter(name="Kim Lark").exists()

    invites(office, "kim@council.example.org")
    shows(office, "Hand over this link")
    link = urlsplit(office.locator("#link").inner_text()).path
    kim = scene.opens(link)
    kim.get_by_label("New password").fill(CHOSEN)
    kim.keyboard.press("Enter")
    shows(kim, "Set up a second factor")

    # The forger finds the mail a day later.
    forger.goto(link)
    shows(forger, "This link does not work any more")
    scene.picture(forger)


def test_a_voice_on_the_telephone_needs_two_people_and_a_stranger_with_the_password_none_of_it(
    scene, area, council, coordinator
):
    kim = make.member(Role.CHAIR, marac=area, agency=council, password=make.PASSWORD)
    make.factor(kim)
    office = scene.opens()
    signs_in(office, coordinator.email, make.code_of(make.factor(coordinator)))
    office.goto(f"/account/people/factor/{kim.pk}/")
    office.get_by_role("button", name="Ask for the second factor to be taken away").click()
    expect(office.locator("main")).to_contain_text("It waits for a second person")
    expect(office.get_by_role("button", name="Take the second factor away")).to_have_count(0)
    scene.picture(office)

    # Meanwhile the caller, who has the password from somewhere, is still asked for the factor.
    caller = scene.opens()
    gives_password(caller, kim.email)
    shows(caller, "Show that it is you")
    gives_code(caller, "123456")
    shows(caller, "Show that it is you")
    caller.goto("/account/factors/first/")
    shows(caller, "Sign in")
    scene.picture(caller)
