"""Signing in at a browser: an app at first, then a passkey, with a device that the browser itself plays."""

import base64

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from tests import make

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def heading(page, text):
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)


def password(page, user):
    page.goto("/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_label("Password", exact=True).fill(make.PASSWORD)
    page.keyboard.press("Enter")


@pytest.fixture
def person(area, agencies):
    return make.member(Role.COORDINATOR, marac=area, agency=agencies["office"], password=make.PASSWORD)


@pytest.fixture
def here(browser, browser_context_args, live_server):
    """A page of the server of this test."""
    return browser.new_context(**browser_context_args, base_url=live_server.url).new_page()


@pytest.fixture
def authenticator(here):
    """A device of the browser's own that makes passkeys and always says yes."""
    session = here.context.new_cdp_session(here)
    session.send("WebAuthn.enable")
    return session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def test_an_app_is_set_up_and_a_passkey_signs_in_without_a_password(here, authenticator, person, axe_faults):
    faults = []
    password(here, person)
    heading(here, "Set up a second factor")
    faults += axe_faults(here)

    here.get_by_role("button", name="Set up an app").click()
    heading(here, "Set up an authenticator app")
    faults += axe_faults(here)
    assert here.locator("main img").evaluate("image => image.naturalWidth") > 100
    secret = base64.b32decode(here.locator("#secret").inner_text().replace(" ", ""))
    here.get_by_label("Code that the app shows now").fill(make.code_of(secret))
    here.keyboard.press("Enter")
    heading(here, "Keep these codes")
    faults += axe_faults(here)
    expect(here.locator("#codes li")).to_have_count(10)
    here.get_by_role("button", name="I have kept them").click()
    heading(here, "Today")

    here.goto("/account/factors/passkeys/add/")
    here.get_by_label("Name for this passkey").fill("Work laptop")
    faults += axe_faults(here)
    here.get_by_role("button", name="Set up the passkey").click()
    heading(here, "How you sign in")
    expect(here.locator("main")).to_contain_text("Work laptop")
    faults += axe_faults(here)
    here.get_by_role("button", name="Sign out").click()
    heading(here, "Sign in")
    here.go_back()
    heading(here, "Sign in")

    here.goto("/")
    here.get_by_role("link", name="Sign in with a passkey").click()
    faults += axe_faults(here)
    here.get_by_role("button", name="Use my passkey").click()
    heading(here, "Today")
    assert faults == []


def test_a_browser_that_gives_no_passkey_says_what_else_to_do(here, person):
    here.goto("/account/sign-in/passkey/")
    here.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error()); }")

    here.get_by_role("button", name="Use my passkey").click()

    expect(here.get_by_role("alert")).to_contain_text("No passkey was given.")


def test_a_password_is_pasted_and_a_common_one_is_refused(here, person, live_server):
    """As from a password manager: cut out of one box and pasted into another."""
    here.goto("/")
    here.get_by_label("E-mail address").fill(make.PASSWORD)
    here.keyboard.press("Control+A")
    here.keyboard.press("Control+X")
    here.get_by_label("Password", exact=True).focus()
    here.keyboard.press("Control+V")
    here.get_by_label("E-mail address").fill(person.email)
    here.keyboard.press("Enter")
    heading(here, "Set up a second factor")

    make.enter_browser(here, live_server.url, person)
    here.goto("/account/password/")
    here.get_by_label("Password that you have now", exact=True).fill(make.PASSWORD)
    here.get_by_role("button", name="Show password").last.click()
    new = here.get_by_label("New password", exact=True)
    new.fill("passwordpassword")
    new.press("Control+A")
    new.press("Control+X")
    new.press("Control+V")
    here.get_by_role("button", name="Change the password").click()
    expect(here.get_by_role("alert")).to_contain_text("Many people use this")
