"""An area's own standard actions: added, changed from a day on, switched off, each with who did it; and the pages."""

from datetime import date

import pytest

from marac.access.roles import Role
from marac.audit.operation import Stale
from marac.kernel.refusal import Refusal
from marac.library import operations, queries
from marac.library.models import StandardAction
from marac.library.rules import CATALOGUE
from tests import make

pytestmark = pytest.mark.django_db
GIVEN = {
    "task": "Ask the harbour master to watch the quay",
    "owner": "Harbour",
    "groups": ["other"],
    "due": "5w",
    "risks": ["stalking"],
    "result": "Watched",
}
LATER = date(2026, 3, 20)


@pytest.fixture
def office(area):
    return make.agency("Northmoor Council", marac=area)


@pytest.fixture
def coordinator(area, office):
    return make.viewer(maracs=[area], agency=office)


def test_what_an_area_adds_is_offered_there_and_nowhere_else(area, coordinator):
    elsewhere = make.marac("Fellshire")

    row = operations.add(viewer=coordinator, marac=area, from_on=coordinator.today, **GIVEN)

    assert (row.code, row.set_by) == ("own-1", "Ada Quill")
    assert queries.standard_on(area.pk, "own-1", coordinator.today).task == GIVEN["task"]
    assert queries.standard_on(elsewhere.pk, "own-1", coordinator.today) is None


def test_a_change_holds_from_its_day_and_the_catalogue_until_then(area, coordinator):
    given = GIVEN | {"task": "Find a refuge with room for pets"}

    operations.change(viewer=coordinator, marac=area, code="refuge", from_on=LATER, seen=0, **given)

    assert queries.standard_on(area.pk, "refuge", date(2026, 3, 19)) == CATALOGUE["refuge"]
    assert queries.standard_on(area.pk, "refuge", LATER).task == "Find a refuge with room for pets"
    assert queries.line_of(coordinator, area, StandardAction, "refuge").coming.from_on == LATER


def test_a_change_over_somebody_elses_is_stale(area, coordinator):
    operations.change(viewer=coordinator, marac=area, code="refuge", from_on=LATER, seen=0, **GIVEN)

    with pytest.raises(Stale):
        operations.change(viewer=coordinator, marac=area, code="refuge", from_on=LATER, seen=0, **GIVEN)

    assert StandardAction.objects.count() == 1


def test_what_is_switched_off_is_not_offered_until_it_is_switched_on(area, coordinator):
    off = operations.switch(viewer=coordinator, marac=area, code="refuge")
    not_offered = queries.standard_on(area.pk, "refuge", coordinator.today)
    operations.switch(viewer=coordinator, marac=area, code="refuge")

    assert (off.is_off, off.task, not_offered) == (True, CATALOGUE["refuge"].task, None)
    assert queries.standard_on(area.pk, "refuge", coordinator.today) is not None
    assert len(queries.history_of(coordinator, area, StandardAction, "refuge")) == 2


def test_nobody_changes_what_is_not_there(area, coordinator):
    with pytest.raises(Refusal):
        operations.switch(viewer=coordinator, marac=area, code="own-9")
    with pytest.raises(Refusal):
        operations.change(viewer=coordinator, marac=area, code="own-9", from_on=LATER, seen=0, **GIVEN)


def test_the_pages_show_add_change_and_switch(client, area, office):
    make.signed_in(client, marac=area, agency=office)
    address = f"/standard-actions/{area.pk}/"

    typed = {**GIVEN, "from_on": "1/1/2056"}
    client.post(f"{address}add/", typed)
    empty = client.post(f"{address}add/", {"task": "Ring"}).content.decode()
    client.post(f"{address}of/refuge/switch/")
    page = client.get(address).content.decode()

    assert ("Harbour" in page, "Will change" in page, page.count("Switched off")) == (True, True, 1)
    assert "Choose at least one kind of risk that it answers" in empty
    assert client.get(f"{address}of/nothing/").status_code == 404


def test_a_page_that_was_opened_before_somebody_elses_change_says_so_and_keeps_what_was_typed(client, area, office):
    make.signed_in(client, marac=area, agency=office)
    address, typed = f"/standard-actions/{area.pk}/of/refuge/", {**GIVEN, "from_on": "1/1/2056"}

    client.post(address, typed | {"seen": "0"})
    late = client.post(address, typed | {"seen": "0", "owner": "Quay"}).content.decode()
    again = client.post(address, typed | {"seen": "1", "owner": "Quay"})

    assert ("Somebody else changed" in late, 'value="Quay"' in late, 'name="seen" value="1"' in late) == (True,) * 3
    assert (again.status_code, StandardAction.objects.count()) == (302, 2)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.REPRESENTATIVE])
def test_only_who_sets_the_rules_changes_the_library(client, area, office, role):
    make.signed_in(client, role, marac=area, agency=office)

    assert client.get(f"/standard-actions/{area.pk}/").status_code == 404
