"""The curious officer: no ill will, a neighbour in the news, and an account with no seat on the case."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.cases.models import EmergencySeat
from marac.mail.models import Outgoing
from marac.records.post import raise_alerts
from tests import make
from tests.attacks.scene import Scene, shows
from tests.attacks.test_cousin_in_housing import somebody
from tests.conflicts.conftest import put_in

STORY = "A colleague rang about a disturbance at her address tonight."


@pytest.fixture
def area(transactional_db):
    return make.marac("Norbrook")


@pytest.fixture
def scene(browser, browser_context_args, live_server):
    return Scene("curious-officer", browser, browser_context_args | {"base_url": live_server.url})


def test_a_story_opens_one_case_and_everybody_who_should_know_hears_of_it_and_shuts_it(scene, area):
    police, office = make.agency("Fellshire Police", marac=area), make.agency("Fellshire Council", marac=area)
    officer, his = somebody(scene, area, "Sorrel Blythe", Role.REPRESENTATIVE, police)
    coordinator, desk = somebody(scene, area, "Wren Aldous", Role.COORDINATOR, office)
    contact, hers = somebody(scene, area, "Una Sallow", Role.DATA_PROTECTION, office)
    case = make.case(marac=area)
    put_in(viewer=make.system(), case=case, surname="Tallow")

    # He looks for it as anybody would: it is in no list, no search finds her, and its number leads nowhere.
    looks_as_anybody_would(scene, his, case)

    # He has heard its reference in the canteen, and tells a story.
    tells_a_story(scene, his, case)

    # In the same moment the notices are on their way, and it stands on the day's list of both.
    assert {each.user for each in Outgoing.objects.filter(kind="emergency")} == {coordinator, contact}
    shuts_it(scene, hers, his, case)

    # She rings the control room, where there was no call, and says so.
    hers.get_by_label("It should not have been opened").check()
    hers.get_by_label("What did you find out").fill("The control room has no such call. His inspector is told.")
    hers.get_by_role("button", name="Save").click()
    shows(hers, "Opened in an emergency")
    assert EmergencySeat.objects.get().verdict == "wrong"

    # The coordinator reads who looked and why it was open to him, and there is an alert of it.
    raise_alerts(make.system())
    desk.goto(f"/records/cases/{case.pk}/")
    row = desk.get_by_role("row").filter(has_text=officer.name).filter(has_text="Opened in an emergency")
    expect(row.first).to_be_visible()
    scene.picture(desk)
    desk.goto("/records/alerts/")
    expect(desk.locator("main")).to_contain_text("Opened a case in an emergency")
    scene.picture(desk)


def looks_as_anybody_would(scene, his, case):
    his.goto("/cases/")
    expect(his.locator("main")).not_to_contain_text(case.reference)
    his.goto(f"/cases/{case.pk}/")
    shows(his, "not found")
    scene.picture(his)


def tells_a_story(scene, his, case):
    his.goto("/cases/")
    his.get_by_role("link", name="Open a case in an emergency").click()
    his.get_by_label("Reference of the case").fill(case.reference)
    his.get_by_label("What has happened").fill(STORY)
    scene.picture(his)
    his.get_by_role("button", name="Open the case").click()
    shows(his, case.reference)
    expect(his.locator("main")).to_contain_text("The coordinator has been told")
    scene.picture(his)


def shuts_it(scene, hers, his, case):
    hers.goto("/")
    hers.get_by_role("link", name="Review").click()
    hers.get_by_role("link", name=case.reference).click()
    expect(hers.locator("main")).to_contain_text(STORY)
    scene.picture(hers)
    hers.get_by_role("button", name="Shut the case to them now").click()
    shows(hers, "A case opened in an emergency")
    his.reload()
    shows(his, "not found")
    scene.picture(his)
