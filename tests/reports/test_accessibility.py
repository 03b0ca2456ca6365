"""The pages of the return in a real browser: without a fault that axe can find, wide or narrow."""

from datetime import date

import pytest

from marac.access.roles import Role
from tests import make
from tests.reports import world


@pytest.fixture
def coordinator(transactional_db):
    area = make.marac("Northmoor")
    agency = make.agency("Northmoor Homes", marac=area)
    for day in (date(2025, 10, 8), date(2025, 11, 12), date(2025, 12, 10)):
        meeting = world.meeting(area, day)
        world.heard(meeting, children=2, sex="male", lgbt="yes", ethnic_group="asian", source="idva")
        world.heard(meeting, kind="repeat", sex="female", perpetrators=(date(2009, 1, 1),))
    world.heard(world.meeting(area, date(2025, 12, 24)), source="")
    return make.member(Role.COORDINATOR, marac=area, agency=agency), area


def test_a_return_is_chosen_seen_and_opened_into_its_cases(live_server, page, axe_faults, coordinator):
    user, area = coordinator
    make.enter_browser(page, live_server.url, user)
    page.goto(f"{live_server.url}/reports/return/")
    page.get_by_role("button", name="Show the return").wait_for()
    chosen = axe_faults(page)
    page.goto(f"{live_server.url}/reports/return/{area.pk}/2025Q4/")
    page.get_by_text("To correct before it can be sent").wait_for()
    shown = axe_faults(page)
    page.set_viewport_size({"width": 320, "height": 640})
    narrow = axe_faults(page)
    scrolls = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.get_by_role("link", name="in column D: show the cases of the quarter").click()
    page.get_by_role("heading", name="D: Number of repeat cases").wait_for()

    assert (chosen, shown, narrow, axe_faults(page)) == ([], [], [], [])
    assert not scrolls
