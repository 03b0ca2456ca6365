"""The cousin in housing: she works for a housing association, and the man whom a victim fears is of her family."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.conflicts.operations import look_at_cases
from marac.mail.models import Outgoing
from marac.records.post import raise_alerts
from tests import make
from tests.attacks.scene import Scene, shows
from tests.conflicts.conftest import put_in


@pytest.fixture
def area(transactional_db):
    return make.marac("Norbrook")


@pytest.fixture
def scene(browser, browser_context_args, live_server):
    return Scene("cousin-in-housing", browser, browser_context_args | {"base_url": live_server.url})


def somebody(scene, area, name, role, agency):
    """With an account, and signed in at a browser of their own."""
    user = make.user(name)
    make.give_role(user, role, marac=area, agency=agency)
    page = scene.opens()
    make.enter_browser(page, scene.settings["base_url"], user)
    return user, page


def test_she_is_shut_out_in_the_middle_of_her_work_and_every_way_back_ends_at_nothing(scene, area):
    homes, office = make.agency("Meadowbank Homes", marac=area), make.agency("Fellshire Council", marac=area)
    ffion, hers = somebody(scene, area, "Ffion Ravenhill", Role.REPRESENTATIVE, homes)
    _coordinator, desk = somebody(scene, area, "Wren Aldous", Role.COORDINATOR, office)
    case = make.case(marac=area, seen_by=(homes,))
    put_in(viewer=make.system(), case=case, surname="Tallow", role="victim")
    put_in(viewer=make.system(), case=case, surname="Ravenhill", forenames="Garth", role="perpetrator")
    look_at_cases(make.system(), [case.pk])

    # Her agency has a seat, and a surname alone is no proof: she opens the case and begins to read.
    hers.goto(f"/cases/{case.pk}/")
    shows(hers, case.reference)
    scene.picture(hers)
    assert not Outgoing.objects.filter(user=ffion).exists()

    # The coordinator was told why at the same moment as the case was taken in, asks her manager, and decides.
    decides(scene, desk, case)

    # The page that she has open leads nowhere any more: not the case, nor a form of it, nor its people.
    tries_every_way_back(scene, hers, case)

    # Within a minute the coordinator has a question to ask her; what she tried stands in the trail.
    raise_alerts(make.system())
    desk.goto("/records/")
    desk.get_by_role("link", name="Alerts of unusual reading").click()
    for words in ("Asked for a case that is shut to them", "Searched for their own surname"):
        expect(desk.locator("main")).to_contain_text(words)
    scene.picture(desk)
    refused = AuditEvent.objects.filter(user_id=ffion.pk, kind="refusal", case_id=case.pk)
    assert refused.filter(name="emergency").count() == 1


def decides(scene, desk, case):
    desk.goto("/")
    desk.get_by_role("link", name="Decide").click()
    desk.get_by_role("link", name=case.reference).click()
    shows(desk, "A possible conflict of interest")
    expect(desk.locator("main")).to_contain_text("Same surname (perpetrator)")
    scene.picture(desk)
    desk.get_by_label("Yes: shut the case to them").check()
    desk.get_by_label("Why?").fill("Her cousin, her manager says.")
    desk.get_by_role("button", name="Decide").click()
    shows(desk, "Conflicts of interest")
    scene.picture(desk)


def tries_every_way_back(scene, hers, case):
    hers.get_by_role("link", name="declare a conflict of interest").click()
    shows(hers, "not found")
    scene.picture(hers)
    hers.goto(f"/cases/{case.pk}/")
    shows(hers, "not found")
    hers.goto("/cases/")
    expect(hers.locator("main")).not_to_contain_text(case.reference)

    # She looks for her family by name, and asks for the case by the reference that she remembers, with a story.
    hers.goto("/people/")
    hers.locator("main").get_by_role("textbox").fill("Ravenhill")
    hers.locator("main").get_by_role("button", name="Search").first.click()
    expect(hers.locator("main")).not_to_contain_text("Garth")
    scene.picture(hers)
    hers.goto("/emergency/")
    answers = [asks(hers, reference) for reference in (case.reference, "XX/26/0001")]
    scene.picture(hers)
    assert answers[0] == answers[1]


def asks(page, reference):
    page.get_by_label("Reference of the case").fill(reference)
    page.get_by_label("What has happened").fill("She rang our night desk and asked for help, I must know where she is.")
    page.get_by_role("button", name="Open the case").click()
    shows(page, "Open a case in an emergency")
    return page.locator(".govuk-error-summary").inner_text()
