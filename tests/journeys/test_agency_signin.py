"""An agency's own sign-in, played at a browser: connected, linked, signed in by, and away."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from tests import make
from tests.connections import service as services


@pytest.fixture
def service(live_server):
    made = services.start(f"{live_server.url}/account/sign-in/agency/answer/")
    yield made
    made.stop()


def heading(page, text):
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)


@pytest.fixture
def page(browser, browser_context_args, live_server, area, agencies):
    """Of a coordinator who is signed in."""
    made = browser.new_context(**browser_context_args, base_url=live_server.url).new_page()
    person = make.member(Role.COORDINATOR, marac=area, agency=agencies["office"], password=make.PASSWORD)
    make.enter_browser(made, live_server.url, person)
    return made


def connects(page, service, agency):
    page.goto("/settings/connections/")
    yield
    page.get_by_role("link", name=agency.name).click()
    page.get_by_role("button", name="Connect it").click()
    page.get_by_label("Tenant ID").fill(service.issuer)
    page.get_by_label("Client ID").fill(services.CLIENT_ID)
    page.get_by_label("Client secret", exact=True).fill(services.SECRET)
    page.get_by_label("Words by which").fill("mfa")
    yield
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Try the connection").click()
    expect(page.get_by_role("alert")).to_contain_text("The service answers")
    yield
    page.get_by_role("link", name="Open it").click()
    page.get_by_role("button", name="Open it").click()


def links(page):
    page.goto("/account/factors/")
    page.get_by_role("link", name="Link it, to sign in by it").click()
    page.get_by_label("Who").fill("ada")
    page.get_by_role("button", name="Sign in").click()
    heading(page, "Link your agency's account")
    page.get_by_role("button", name="Link it").click()
    expect(page.get_by_text("linked on")).to_be_visible()


def begins(page, agency):
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in with your agency's account").click()
    page.get_by_role("link", name=agency.name).click()


def test_an_agency_is_connected_linked_and_signed_in_by(page, service, agencies, axe_faults):
    service.tells(amr={"ada": ["mfa"]})

    faults = [each for _step in connects(page, service, agencies["office"]) for each in axe_faults(page)]
    links(page)
    begins(page, agencies["office"])
    heading(page, "Today")
    service.stop()
    begins(page, agencies["office"])
    heading(page, "Sign in another way")
    faults += axe_faults(page)
    page.get_by_role("button", name="Sign in with a password").click()

    heading(page, "Sign in")
    assert faults == []
