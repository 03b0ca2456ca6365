"""A text block at the table: its line is written, and of what it proposes only what is ticked is agreed, or nothing."""

from dataclasses import replace

import pytest

from marac.access.roles import Role
from marac.actions.models import Action, Risk
from marac.actions.operations import add_risk, agree
from marac.audit.models import AuditEvent
from marac.directory.models import ReturnGroup
from marac.library import operations as library
from marac.minutes.models import Entry
from marac.room.queries.blocks import block_at, proposed
from tests import make
from tests.minutes.area import HELD_ON, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return build()


@pytest.fixture
def force(area):
    return make.agency("Fen Constabulary", marac=area.marac, group=ReturnGroup.POLICE)


@pytest.fixture
def office(client, area, force):
    return make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)


@pytest.fixture
def address(area):
    return f"/room/cases/{area.shared.pk}/block/?block=weapons"


def typed(area, **more):
    said = {"agency": area.police.pk, "kind": "fact", "text": "He keeps a shotgun.", "may_be_minuted": "yes"}
    return said | {"risk": "", "new_risk": "A shotgun in the house"} | more


def ticked(place, agency, **more):
    return {f"agree_{place}": "on", f"agency_{place}": agency.pk, f"due_on_{place}": "4/3/2026"} | more


def test_it_is_chosen_by_name_and_comes_with_its_words_its_risk_and_what_it_proposes(
    client, area, office, address, force
):
    listed = client.get(address.partition("?")[0]).content.decode()
    page = client.get(address).content.decode()

    live = client.get(f"/room/cases/{area.shared.pk}/").content.decode()

    assert ("Access to weapons" in listed, 'id="block"' in live) == (True, True)
    assert "The perpetrator has access to weapons." in page
    assert 'value="Weapons"' in page
    assert "Revoke the firearms or shotgun certificate" in page
    assert page.count(f'<option value="{force.pk}" selected>') == 2
    assert "checked" not in page


def test_what_is_ticked_is_asked_of_its_agency_and_what_is_not_is_not_agreed(client, area, office, address, force):
    answer = client.post(address, typed(area) | ticked(1, force), follow=True)

    action = Action.objects.get()
    assert "The line is written, and what was ticked is agreed." in answer.content.decode()
    assert (action.standard, action.agency, action.answer, action.risk.text) == (
        *("firearms", force, "asked"),
        "A shotgun in the house",
    )
    assert (Entry.objects.get().text, action.risk.kind, str(action.due_on)) == (
        *("He keeps a shotgun.", "weapons"),
        "2026-03-04",
    )
    used = AuditEvent.objects.get(name="TextBlockUsed")
    assert (used.details["code"], used.details["action_ids"]) == ("weapons", [action.pk])


def test_with_nothing_ticked_its_line_is_written_and_its_risk_stands_unanswered(client, area, office, address):
    page = client.post(address, typed(area), follow=True).content.decode()

    assert (Entry.objects.count(), Risk.objects.count(), Action.objects.count()) == (1, 1, 0)
    assert "Risks that no action answers yet" in page


def test_a_tick_without_an_agency_is_said_beside_it_and_nothing_is_written(client, area, office, address):
    page = client.post(address, typed(area, agree_0="on", agency_0="")).content.decode()

    assert "Choose the agency that will do it" in page
    assert "He keeps a shotgun." in page
    assert not Entry.objects.exists()


def test_one_that_is_refused_leaves_nothing_half_written(client, area, office, address, force):
    both = typed(area) | ticked(0, force) | ticked(1, force, due_on_1="4/3/2020")

    page = client.post(address, both).content.decode()

    assert 'href="#id_due_on_1"' in page
    assert (Entry.objects.count(), Risk.objects.count(), Action.objects.count()) == (0, 0, 0)


def test_a_line_that_is_there_already_is_not_written_twice(client, area, office, address, force):
    client.post(address, typed(area) | ticked(1, force))
    page = client.post(address, typed(area) | ticked(1, force)).content.decode()

    assert "This line is there already, word for word." in page
    assert (Entry.objects.count(), Action.objects.count()) == (1, 1)


def test_without_a_risk_it_is_not_taken(client, area, office, address):
    page = client.post(address, typed(area, new_risk="")).content.decode()

    assert "Say which risk these words tell of" in page
    assert not Entry.objects.exists()


def test_a_risk_of_its_kind_that_is_named_already_is_the_one_it_begins_with(client, area, office, address):
    named = add_risk(
        viewer=area.viewer(), case=area.shared.case, text="Guns on the farm", item=area.shared, kind="weapons"
    )

    page = client.get(address).content.decode()
    client.post(address, typed(area, risk=named.pk, new_risk=""))

    assert f'<option value="{named.pk}" selected>' in page
    assert Risk.objects.count() == 1


def test_the_same_words_of_a_risk_are_one_risk(client, area, office, address):
    client.post(address, typed(area))
    client.post(address, typed(area, text="And a pistol."))

    assert (Entry.objects.count(), Risk.objects.count()) == (2, 1)


def test_what_was_agreed_before_asks_what_is_different(client, area, office, address, force):
    earlier, _before = area.heard_before(area.shared)
    old = {"item": earlier, "agency": force.pk, "task": "Revoke the certificate", "standard": "firearms"}
    agree(viewer=area.viewer(), why_no_risk="It is known", **old)

    page = client.get(address).content.decode()
    refused = client.post(address, typed(area) | ticked(1, force)).content.decode()
    client.post(address, typed(area) | ticked(1, force, different_1="He has a new certificate"))

    assert "This was agreed before: what is different this time" in page
    assert 'href="#id_different_1"' in refused
    assert Action.objects.filter(different="He has a new certificate").count() == 1


def test_where_nobody_of_the_panel_usually_does_it_no_agency_is_proposed(area):
    found = proposed(area.viewer(), area.shared, block_at(area.shared, "weapons"))

    assert [(each.standard.code, each.agency_id) for each in found] == [("flag-perpetrator", None), ("firearms", None)]


def test_a_block_or_a_standard_action_that_was_switched_off_is_not_proposed(area):
    rules = replace(area.viewer(Role.COORDINATOR), today=HELD_ON)
    library.switch(viewer=rules, marac=area.marac, code="flag-perpetrator")
    found = proposed(rules, area.shared, block_at(area.shared, "weapons"))
    library.switch_block(viewer=rules, marac=area.marac, code="weapons")

    assert [each.standard.code for each in found] == ["firearms"]
    assert block_at(area.shared, "weapons") is None


@pytest.mark.parametrize("chosen", ["own-99", "", "../x"])
def test_a_block_that_is_not_there_leads_to_the_list(client, area, office, chosen):
    page = client.get(f"/room/cases/{area.shared.pk}/block/", {"block": chosen}).content.decode()

    assert "Choose a text block" in page


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.IDVA, Role.REFERRER])
def test_whoever_does_not_run_meetings_has_none(client, area, address, role):
    make.signed_in(client, role, marac=area.marac, agency=area.police)

    assert (client.get(address).status_code, client.post(address, typed(area)).status_code) == (404, 404)
    assert not Entry.objects.exists()


def test_who_runs_the_meetings_of_another_area_finds_no_page(client, area, address):
    elsewhere = make.marac("Far")
    make.signed_in(client, Role.ADMINISTRATOR, marac=elsewhere, agency=make.agency(marac=elsewhere))

    assert client.post(address, typed(area)).status_code == 404
