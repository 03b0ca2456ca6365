"""An agenda from the keyboard alone: one press, a case that is moved twice, and the order taken back."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.agenda.queries import sitting
from tests import make


@pytest.fixture
def area(transactional_db):
    return make.marac("Northmoor")


def order_of(page):
    return page.locator(".marac-agenda__case th a").all_inner_texts()


def test_a_case_is_ordered_moved_and_taken_back_without_a_mouse(
    live_server, page, axe_faults, meeting, listed, area, police, housing, school
):
    listed([police, school], [housing], [police], [housing, school], [police], [housing])
    user = make.member(Role.COORDINATOR, marac=area, agency=police)
    make.enter_browser(page, live_server.url, user)
    page.set_default_timeout(20_000)
    page.goto(f"{live_server.url}/agenda/{meeting.pk}/")
    faults = axe_faults(page)

    page.get_by_role("button", name="Work out the order with the least waiting").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("This is proved.")).to_be_visible()
    faults += axe_faults(page)
    best = order_of(page)

    page.get_by_role("button", name=f"Later {best[0]}").focus()
    for _press in range(2):
        with page.expect_navigation():
            page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=f"Later {best[0]}")).to_be_focused()
    assert order_of(page) == [*best[1:3], best[0], *best[3:]]
    expect(page.get_by_text("Stays here")).to_be_visible()
    expect(page.get_by_text("Not worked out for the agenda as it stands now.")).to_be_visible()

    for _press in range(2):
        page.get_by_role("button", name="Take the last change back").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert order_of(page) == best == [each.name for each in sitting(meeting, make.TODAY).cases]
    for place in (f"{meeting.pk}/coming/", f"{meeting.pk}/slot/"):
        page.goto(f"{live_server.url}/agenda/{place}")
        faults += axe_faults(page)
    assert faults == []


def test_a_case_is_dragged_to_its_place(live_server, page, meeting, listed, area, police, housing):
    listed([police], [housing], [police])
    make.enter_browser(page, live_server.url, make.member(Role.COORDINATOR, marac=area, agency=police))
    page.goto(f"{live_server.url}/agenda/{meeting.pk}/")
    one, two, three = order_of(page)

    with page.expect_navigation():
        page.locator(".marac-agenda__case").nth(2).drag_to(page.locator(".marac-agenda__case").nth(0))

    assert order_of(page) == [three, one, two]
