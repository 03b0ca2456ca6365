"""A text block from the keyboard alone: T on Live, its name, one tick, Enter; on a phone's width too."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.actions.models import Action
from marac.directory.models import ReturnGroup
from tests import make
from tests.minutes.area import build


@pytest.fixture
def area(transactional_db):
    return build()


def test_a_block_is_chosen_changed_and_one_of_its_actions_agreed_without_a_mouse(live_server, page, axe_faults, area):
    force = make.agency("Fen Constabulary", marac=area.marac, group=ReturnGroup.POLICE)
    user = make.member(Role.COORDINATOR, marac=area.marac, agency=area.police)
    make.enter_browser(page, live_server.url, user)
    page.set_default_timeout(20_000)
    page.goto(f"{live_server.url}/room/cases/{area.shared.pk}/")
    expect(page.get_by_label("This is")).to_be_focused()

    page.keyboard.press("t")
    expect(page.get_by_role("heading", name="Choose a text block")).to_be_visible()
    faults = axe_faults(page)
    expect(page.get_by_label("Text block")).to_be_focused()
    page.keyboard.type("Access to w")
    page.get_by_role("button", name="Use it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Access to weapons")).to_be_visible()
    faults += axe_faults(page)

    page.get_by_label("Which agency said it").focus()
    page.keyboard.type("Pol")
    page.get_by_label("What was said").fill("He keeps a shotgun.")
    page.get_by_label("Revoke the firearms or shotgun certificate and take the weapons").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Write the line and agree what is ticked").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("The line is written, and what was ticked is agreed.")).to_be_visible()
    expect(page.get_by_role("cell", name="He keeps a shotgun.")).to_be_visible()
    found = Action.objects.get()
    assert (found.standard, found.agency, found.answer) == ("firearms", force, "asked")
    page.set_viewport_size({"width": 320, "height": 640})
    for address in (f"/room/cases/{area.shared.pk}/block/?block=children", f"/standard-actions/{area.marac.pk}/texts/"):
        page.goto(f"{live_server.url}{address}")
        faults += axe_faults(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults == []
