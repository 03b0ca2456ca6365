"""A browser that is left alone, and one at which somebody signed out: who comes next sees nothing of what was on it."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.accounts.models import User
from tests import make

WORDS = "Words of a quarter of an hour"


@pytest.fixture
def person(area, agencies):
    return make.member(Role.COORDINATOR, marac=area, agency=agencies["office"])


@pytest.fixture
def here(browser, browser_context_args, live_server, person):
    """A page of somebody signed in, with a clock of its own, and a box with words that are not saved."""
    page = browser.new_context(**browser_context_args, base_url=live_server.url).new_page()
    make.enter_browser(page, live_server.url, person)
    page.clock.install()
    page.goto("/settings/bank-holidays/add/")
    page.get_by_label("What it is called").fill(WORDS)
    return page


def button(page):
    return page.get_by_role("button", name="Show the page")


def test_a_page_left_alone_covers_itself_keeps_what_was_typed_and_asks_who_is_there(here, person, axe_faults):
    here.clock.run_for("04:50")
    expect(button(here)).to_be_hidden()
    here.clock.run_for("00:20")
    expect(button(here)).to_be_visible()
    expect(here.get_by_role("main")).to_be_hidden()
    expect(here).to_have_title("This page is covered")
    assert axe_faults(here) == []

    here.keyboard.press("Escape")
    here.keyboard.press("Escape")
    expect(button(here)).to_be_visible()
    button(here).click()
    expect(button(here)).to_be_hidden()
    expect(here.get_by_label("What it is called")).to_have_value(WORDS)

    here.clock.run_for("05:10")
    User.objects.filter(pk=person.pk).update(sessions_ended_at=timezone.now())
    button(here).click()
    expect(here.get_by_role("alert")).to_contain_text("You are no longer signed in here.")
    expect(here.get_by_role("main")).to_be_hidden()


def test_after_signing_out_the_way_back_shows_nothing(here):
    here.once("dialog", lambda asked: asked.accept())
    here.get_by_role("button", name="Sign out").click()
    expect(here.get_by_role("heading", level=1)).to_have_text("Sign in")

    here.go_back()

    expect(here.get_by_role("heading", level=1)).to_have_text("Sign in")
    assert WORDS not in here.content()
    assert here.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
