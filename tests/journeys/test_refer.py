"""A referral is written by keyboard, left, taken up again, sent, returned, answered and accepted; and heard of."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.directory.models import ReturnGroup
from marac.referrals.models import Referral
from tests import make

PAGES = ("you", "needs", "perpetrators", "children", "others", "grounds", "account", "consent", "views", "done")


@pytest.fixture
def area(transactional_db):
    return make.marac("Norbrook")


@pytest.fixture
def sign_in(browser, browser_context_args, live_server, area):
    def opened(role, agency):
        user = make.member(role, marac=area, agency=agency)
        page = browser.new_context(**browser_context_args, base_url=live_server.url).new_page()

        def enter():
            make.enter_browser(page, live_server.url, user)
            page.goto("/")
            expect(page.get_by_role("heading", name="Today")).to_be_visible()

        enter()
        return page, enter

    return opened


def typed(page, label, words):
    """Into the box of that label, as somebody does who has only a keyboard."""
    page.get_by_label(label, exact=True).first.focus()
    page.keyboard.type(words)


@pytest.fixture
def at(axe_faults):
    """at(page, "Victim") waits for that heading and has axe judge the page; faults are told at the end, all at once."""
    faults = []

    def judged(page, heading):
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        faults.extend(f"{page.title()}: {fault}" for fault in axe_faults(page))

    yield judged
    assert faults == []


def test_a_referral_is_written_sent_returned_answered_and_accepted(sign_in, area, at):
    school = make.agency("Bramble Lane School", marac=area, group=ReturnGroup.EDUCATION)
    referrer, enter = sign_in(Role.REFERRER, school)
    coordinator, _ours = sign_in(Role.COORDINATOR, make.agency("Fellshire Council", marac=area))

    begun(referrer, at)
    a_second_number(referrer, at)
    taken_up_again(referrer, enter, at)
    number = Referral.objects.get().pk
    returned(coordinator, number, at)
    answered(referrer, at)
    accepted(referrer, coordinator, number, at)


def begun(referrer, at):
    """Begun, and the first pages by keyboard: Enter saves and goes on."""
    referrer.get_by_role("link", name="Referrals").click()
    at(referrer, "Referrals of your agency")
    referrer.get_by_role("button", name="Refer somebody").press("Enter")
    at(referrer, "Refer somebody")
    referrer.get_by_role("button", name="Begin").press("Enter")
    at(referrer, "Referral")
    referrer.get_by_role("link", name="Victim", exact=True).press("Enter")
    at(referrer, "Victim")
    typed(referrer, "Surname", "Tolliver")
    typed(referrer, "Date of birth", "31/2/1990")
    referrer.keyboard.press("Enter")
    expect(referrer.get_by_role("alert")).to_contain_text("There is no such date.")
    at(referrer, "")
    referrer.get_by_label("Date of birth").fill("about 35 years")
    referrer.keyboard.press("Enter")


def a_second_number(referrer, at):
    """A second number, without the help of a script."""
    at(referrer, "Where and how the victim is safely reached")
    typed(referrer, "Telephone number", "01632 960118")
    referrer.get_by_role("button", name="Add another number").press("Enter")
    expect(referrer.get_by_role("group", name="Number 2")).to_be_visible()
    expect(referrer.get_by_label("Telephone number").first).to_have_value("01632 960118")
    at(referrer, "")


def taken_up_again(referrer, enter, at):
    """Left, taken up again from Today, looked through, and sent."""
    number = Referral.objects.get().pk
    referrer.get_by_role("button", name="Sign out").or_(referrer.get_by_role("link", name="Sign out")).first.click()
    enter()
    at(referrer, "")
    referrer.get_by_role("link", name="Continue").press("Enter")
    referrer.get_by_role("link", name="Risk checklist", exact=True).press("Enter")
    at(referrer, "Risk checklist")
    referrer.get_by_role("group", name="Victim is very frightened").get_by_label("Yes").press("Space")
    referrer.get_by_role("button", name="Save and count").press("Enter")
    expect(referrer.get_by_role("status")).to_contain_text("1 of 24 yes, 0 not known, 23 not answered")
    for page in PAGES:
        referrer.goto(f"/referrals/{number}/form/{page}/")
        at(referrer, "")
    referrer.goto(f"/referrals/{number}/form/check/")
    at(referrer, "Check and send")
    expect(referrer.get_by_role("link", name="Perpetrator: nobody is named")).to_be_visible()
    referrer.get_by_role("button", name="Send the referral").press("Enter")
    at(referrer, "Submitted")


def returned(coordinator, number, at):
    """Returned with a question."""
    coordinator.goto(f"/referrals/{number}/review/")
    at(coordinator, f"Check referral {number}")
    expect(coordinator.get_by_text("Tolliver").first).to_be_visible()
    expect(coordinator.get_by_text("01632 960118")).to_have_count(0)
    coordinator.get_by_role("button", name="Show it, to check it").press("Enter")
    expect(coordinator.get_by_text("01632 960118").first).to_be_visible()
    at(coordinator, f"Check referral {number}")
    coordinator.goto(f"/referrals/{number}/decide/")
    coordinator.get_by_label("Return for more information").check()
    expect(coordinator.get_by_label("Referring agency", exact=True)).to_be_hidden()
    coordinator.get_by_label("Who the perpetrator is, and where").check()
    coordinator.get_by_label("Reason", exact=True).fill("Who harms her?")
    coordinator.get_by_role("button", name="Decide", exact=True).click()
    expect(coordinator.get_by_role("heading", level=1)).to_contain_text("Returned for more information")


def answered(referrer, at):
    """Answered, and sent again."""
    referrer.goto("/")
    referrer.get_by_role("link", name="Answer").press("Enter")
    expect(referrer.get_by_text("Who harms her?")).to_be_visible()
    referrer.get_by_role("link", name="Your answer to the question").press("Enter")
    at(referrer, "Your answer to the question")
    typed(referrer, "Your answer", "Her brother.")
    referrer.get_by_role("button", name="Save and go to the list").press("Enter")
    referrer.get_by_role("button", name="Check and send").press("Enter")
    referrer.get_by_role("button", name="Send the referral").press("Enter")
    at(referrer, "Submitted")


def accepted(referrer, coordinator, number, at):
    """Accepted, and heard of without a way into the case."""
    coordinator.goto(f"/referrals/{number}/decide/")
    coordinator.get_by_label("Accept", exact=True).check()
    coordinator.get_by_label("Reason", exact=True).fill("High risk on the referrer's account.")
    coordinator.get_by_role("button", name="Decide", exact=True).click()
    expect(coordinator.get_by_role("heading", level=1)).to_contain_text("Accepted")
    referrer.reload()
    at(referrer, "Accepted")
    expect(referrer.get_by_text("High risk on the referrer's account.")).to_be_visible()
    assert referrer.goto(f"/referrals/{number}/form/check/").status == 404
