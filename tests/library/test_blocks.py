"""Text blocks: as delivered, as an area changes them, and the pages for that."""

from dataclasses import replace
from datetime import date

import pytest

from marac.access.roles import Role
from marac.audit.operation import NotAllowed, Stale
from marac.kernel.refusal import Refusal
from marac.library import operations, queries
from marac.library.models import TextBlock
from marac.library.rules import BLOCKS, CATALOGUE, RiskKind, in_force
from marac.minutes.rules import LINE_KINDS
from tests import make

pytestmark = pytest.mark.django_db
GIVEN = {
    "name": "Watched from the quay",
    "kind": "fact",
    "text": "The home is watched from the quay.",
    "risk": "Watched from the quay",
    "risk_kind": "stalking",
    "actions": ["stalking-order", "panic-alarm"],
}
LATER = date(2026, 3, 20)


@pytest.fixture
def office(area):
    return make.agency("Northmoor Council", marac=area)


@pytest.fixture
def coordinator(area, office):
    return make.viewer(maracs=[area], agency=office)


def names(area, on):
    return [each.name for each in queries.blocks_on(area.pk, on)]


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_each_block_as_delivered_proposes_standard_actions_against_a_kind_of_risk(block):
    assert set(block.actions) <= set(CATALOGUE)
    assert block.actions
    assert block.risk_kind in set(RiskKind)
    assert block.kind in LINE_KINDS
    assert len(block.name) <= 100


def test_what_an_area_adds_is_offered_there_from_its_day_and_nowhere_else(area, coordinator):
    elsewhere = make.marac("Fellshire")

    row = operations.keep_block(viewer=coordinator, marac=area, from_on=LATER, **GIVEN)

    assert (row.code, row.set_by) == ("own-1", "Ada Quill")
    offered = [GIVEN["name"] in names(*at) for at in ((area, date(2026, 3, 19)), (area, LATER), (elsewhere, LATER))]
    assert offered == [False, True, False]


def test_a_change_holds_from_its_day_and_the_words_as_delivered_until_then(area, coordinator):
    operations.keep_block(viewer=coordinator, marac=area, code="weapons", from_on=LATER, **GIVEN)

    assert BLOCKS["weapons"] in queries.blocks_on(area.pk, date(2026, 3, 19))
    assert next(each for each in queries.blocks_on(area.pk, LATER) if each.code == "weapons").text == GIVEN["text"]
    assert queries.line_of(coordinator, area, TextBlock, "weapons").coming.from_on == LATER


def test_a_change_over_somebody_elses_is_stale(area, coordinator):
    operations.keep_block(viewer=coordinator, marac=area, code="weapons", from_on=LATER, **GIVEN)

    with pytest.raises(Stale):
        operations.keep_block(viewer=coordinator, marac=area, code="weapons", from_on=LATER, seen=0, **GIVEN)
    assert TextBlock.objects.count() == 1


def test_what_is_switched_off_is_not_offered_until_it_is_switched_on(area, coordinator):
    operations.switch_block(viewer=coordinator, marac=area, code="weapons")
    off = names(area, coordinator.today)
    operations.switch_block(viewer=coordinator, marac=area, code="weapons")

    assert [BLOCKS["weapons"].name in each for each in (off, names(area, coordinator.today))] == [False, True]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": " "}, "name"),
        ({"text": ""}, "text"),
        ({"risk": ""}, "risk"),
        ({"risk_kind": "weather"}, "risk_kind"),
        ({"actions": []}, "actions"),
        ({"actions": ["nothing-known"]}, "actions"),
        ({"from_on": date(2026, 3, 1)}, "from_on"),
    ],
)
def test_a_block_that_says_or_proposes_nothing_is_refused_beside_its_box(area, coordinator, more, field):
    with pytest.raises(Refusal) as refused:
        operations.keep_block(viewer=coordinator, marac=area, **{"from_on": LATER} | GIVEN | more)

    assert refused.value.field == field
    assert not TextBlock.objects.exists()


def test_nobody_changes_what_is_not_there_nor_who_does_not_set_the_rules(area, coordinator):
    with pytest.raises(Refusal):
        operations.switch_block(viewer=coordinator, marac=area, code="own-9")
    with pytest.raises(Refusal):
        operations.keep_block(viewer=coordinator, marac=area, code="own-9", from_on=LATER, **GIVEN)
    with pytest.raises(NotAllowed):
        operations.switch_block(viewer=replace(coordinator, role=Role.CHAIR), marac=area, code="weapons")


def test_the_pages_show_add_change_and_switch(client, area, office):
    make.signed_in(client, marac=area, agency=office)
    address = f"/standard-actions/{area.pk}/texts/"

    typed = {**GIVEN, "from_on": "1/1/2056", "seen": "0"}
    added = client.post(f"{address}add/", typed)
    empty = client.post(f"{address}add/", {"name": "Quay"}).content.decode()
    changed = client.post(f"{address}of/weapons/", typed | {"text": "Has a boat hook."})
    late = client.post(f"{address}of/weapons/", typed).content.decode()
    client.post(f"{address}of/weapons/switch/")
    page = client.get(address).content.decode()

    assert (added.status_code, changed.status_code) == (302, 302)
    assert ("Watched from the quay" in page, page.count("Will change"), page.count("Switched off<")) == (True, 2, 1)
    assert "Choose at least one standard action" in empty
    assert "Somebody else changed this text block" in late
    assert client.get(f"{address}of/weapons/").status_code == 200
    assert client.get(f"{address}of/nothing/").status_code == 404


def test_a_standard_action_that_was_switched_off_is_said_to_be_proposed_no_more(client, area, office, coordinator):
    operations.switch(viewer=coordinator, marac=area, code="firearms")
    make.signed_in(client, marac=area, agency=office)

    assert "Switched off, and not proposed:" in client.get(f"/standard-actions/{area.pk}/texts/").content.decode()


def test_own_blocks_stand_after_those_as_delivered():
    own = replace(BLOCKS["weapons"], code="own-1")

    assert [each.code for each in in_force(BLOCKS, [own])] == [*BLOCKS, "own-1"]
