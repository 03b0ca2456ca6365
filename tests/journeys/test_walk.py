"""One case walked through the house in a real browser: from an uploaded form to minutes and the quarter's return."""

from dataclasses import replace
from datetime import time, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.directory.models import ReturnGroup
from marac.kernel.workdays import is_workday
from marac.meetings import operations as meetings
from tests import make

SAMPLES = Path(__file__).parent.parent / "samples" / "intake"


@pytest.fixture
def area(transactional_db):
    return make.marac("Norbrook")


@pytest.fixture
def agencies(area):
    return {
        "office": make.agency("Fellshire Council", marac=area),
        "police": make.agency("Fellshire Police", marac=area, group=ReturnGroup.POLICE),
    }


@pytest.fixture
def meeting(area, agencies):
    """On the last working day up to today, so that it can be heard now; planned five weeks ago."""
    held_on = timezone.localdate()
    while not is_workday(held_on, ()):
        held_on -= timedelta(days=1)
    then = replace(make.viewer(maracs=[area]), today=held_on - timedelta(days=35))
    return meetings.plan_meetings(viewer=then, marac=area, days=[held_on], starts_at=time(9, 30))[0]


@pytest.fixture
def sign_in(browser, browser_context_args, live_server, area, agencies):
    """sign_in(Role.CHAIR, "police") gives a page of a browser of their own."""

    def opened(role, agency):
        user = make.member(role, marac=area, agency=agencies[agency], password=make.PASSWORD)
        page = browser.new_context(**browser_context_args, base_url=live_server.url).new_page()
        page.goto("/")
        page.get_by_label("E-mail address").fill(user.email)
        page.get_by_label("Password", exact=True).fill(make.PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Today")).to_be_visible()
        return page

    return opened


def test_a_form_becomes_a_case_that_is_listed_heard_minuted_and_counted(sign_in, meeting, axe_faults):
    coordinator = sign_in(Role.COORDINATOR, "office")
    faults = []

    def judged(page):
        faults.extend(f"{page.title()}: {fault}" for fault in axe_faults(page))

    # Given a form that came in
    coordinator.get_by_role("link", name="Referrals").click()
    coordinator.get_by_role("button", name="Upload a referral").click()
    judged(coordinator)
    coordinator.get_by_label("Referral", exact=True).set_input_files(SAMPLES / "norbrook-tolliver.docx")
    coordinator.get_by_role("button", name="Upload and read").click()
    expect(coordinator.get_by_role("heading", name="Check referral")).to_be_visible()
    judged(coordinator)

    # When the coordinator decides it is new
    coordinator.get_by_role("button", name="Decide").click()
    judged(coordinator)
    coordinator.get_by_label("Accept", exact=True).check()
    coordinator.get_by_label("Referring agency").select_option(label="Fellshire Police")
    coordinator.get_by_role("button", name="Decide").click()

    # And lists it late for the meeting, and sends the list
    coordinator.goto(f"/meetings/{meeting.pk}/")
    coordinator.get_by_role("button", name="List a case").click()
    judged(coordinator)
    coordinator.get_by_role("radio").first.check()
    coordinator.get_by_label("Why it is listed late").fill("It cannot wait for the next meeting")
    coordinator.get_by_role("button", name="List the case").click()
    coordinator.get_by_role("button", name="Send the case list").click()
    judged(coordinator)
    coordinator.get_by_role("link", name="Research: who has answered").click()
    coordinator.get_by_role("button", name="Ask agencies not asked yet").click()
    judged(coordinator)

    # Then the police open their list and answer in one press
    police = sign_in(Role.REPRESENTATIVE, "police")
    judged(police)
    police.get_by_role("link", name="Case list of Norbrook").click()
    expect(police.get_by_text("Tolliver").first).to_be_visible()
    judged(police)
    police.get_by_role("link", name="Research", exact=True).click()
    judged(police)
    police.get_by_role("button", name="Checked, nothing held").click()

    # And at the meeting the case is heard and minuted line by line
    coordinator.goto(f"/meetings/{meeting.pk}/")
    coordinator.get_by_role("button", name="Heard").first.click()
    coordinator.get_by_role("link", name="Minutes", exact=True).click()
    judged(coordinator)

    # And the quarter's return counts it
    held = meeting.held_on
    quarter = f"{held.year}Q{(held.month + 2) // 3}"
    coordinator.goto(f"/reports/return/{meeting.marac_id}/{quarter}/")
    judged(coordinator)
    with coordinator.expect_download() as download:
        coordinator.get_by_role("button", name="Download").click()
    sheet = load_workbook(BytesIO(Path(download.value.path()).read_bytes())).active
    assert [sheet.cell(2, column).value for column in (1, 3, 4, 7)] == ["Norbrook", 1, 0, 1]
    assert faults == []
