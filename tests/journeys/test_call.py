"""A referral told by telephone: typed by keyboard alone, the line drops, it is read back, and somebody rings back."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.calls.models import Call
from marac.directory.models import ReturnGroup
from marac.referrals.models import Referral
from tests import make


@pytest.fixture
def coordinator(browser, browser_context_args, live_server, transactional_db):
    area = make.marac("Norbrook")
    make.agency("Fellshire Police", marac=area, group=ReturnGroup.POLICE)
    user = make.member(Role.COORDINATOR, marac=area, agency=make.agency("Fellshire Council", marac=area))
    page = browser.new_context(**browser_context_args, base_url=live_server.url).new_page()
    make.enter_browser(page, live_server.url, user)
    page.goto("/referrals/")
    return page


def tabbed(page, label, words="", exact=True):
    """Goes on by the Tab key alone until the box of that label has the focus, and types."""
    box = page.get_by_label(label, exact=exact).first
    for _each in range(40):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    expect(box).to_be_focused()
    page.keyboard.type(words)


def test_a_referral_is_told_by_telephone_and_nothing_is_lost(coordinator, axe_faults):
    page, faults = coordinator, []
    page.get_by_role("button", name="Take a call").press("Enter")
    page.get_by_role("button", name="Begin").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Referral by telephone")
    faults += axe_faults(page)

    who_calls(page)
    the_line_drops(page)
    found_again(page)
    faults += axe_faults(page)
    handed_in(page, faults, axe_faults)
    rung_back(page, faults, axe_faults)
    assert faults == []


def who_calls(page):
    tabbed(page, "Name of the caller", "Ines Birch")
    tabbed(page, "Agency", "Fellshire Police")
    expect(page.locator("#saved")).to_contain_text("Saved")
    tabbed(page, "Number to ring back", "01632 960111")
    expect(page.get_by_text("Ask next: Now: whether anybody is in danger now")).to_be_visible()
    page.get_by_role("group", name="Is anybody in danger at this moment?").get_by_label("No", exact=True).press("Space")
    tabbed(page, "What has been done today to keep them safe?", "She is with her sister.")
    tabbed(page, "Surname", "Tolliver")
    tabbed(page, "Date of birth", "?")
    expect(page.locator("#ask-now")).to_be_hidden()


def the_line_drops(page):
    """To the server: the page says so, goes on taking what is typed, and sends it once the line is back."""
    page.context.set_offline(True)
    tabbed(page, "Telephone number", "01632 960118")
    page.get_by_role("group", name="Safe to call").get_by_label("Not known").press("Space")
    expect(page.get_by_role("alert").filter(has_text="Not saved")).to_be_visible()
    # Whether the words before it were sent just before the line dropped or wait with these is the machine's speed.
    victims = Referral.objects.get().content.get("victims", [])
    assert not any(victim.get("phones") for victim in victims)
    page.context.set_offline(False)
    expect(page.get_by_role("alert").filter(has_text="Not saved")).to_be_hidden(timeout=15_000)


def found_again(page):
    """The browser is gone; somebody opens the call from Today and all of it is there."""
    page.goto("/")
    page.get_by_role("row", name="Call not handed in").get_by_role("link").press("Enter")
    expect(page.get_by_label("Telephone number", exact=True).first).to_have_value("01632 960118")
    expect(page.get_by_role("group", name="Safe to call").get_by_label("Not known")).to_be_checked()
    expect(page.get_by_label("Date of birth", exact=True).first).to_have_value("?")
    assert Referral.objects.get().content["victims"][0]["phones"] == [{"number": "01632 960118"}]


def handed_in(page, faults, axe_faults):
    page.get_by_role("button", name="Read it back").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Read it back")
    expect(page.get_by_text("01632 960118")).to_be_visible()
    faults += axe_faults(page)
    page.get_by_label("It was read back to the caller").press("Space")
    page.get_by_role("button", name="Hand it in").press("Enter")


def rung_back(page, faults, axe_faults):
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ring back the caller")
    faults += axe_faults(page)
    tabbed(page, "Number that you rang", "01632 960100")
    tabbed(page, "Where you found it", "Our directory")
    page.get_by_label("They made the call, and stand by it").press("Space")
    page.get_by_label("Agency", exact=True).select_option("Fellshire Police")
    page.get_by_role("button", name="Keep it").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("How it was told")
    assert (Call.objects.get().outcome, Referral.objects.get().agency.name) == ("confirmed", "Fellshire Police")
