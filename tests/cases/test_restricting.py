"""A case is restricted to readers by name, who come and go one by one, and somebody is always left who can lift it."""

import pytest

from marac.access.roles import Role
from marac.cases import operations
from marac.cases.models import Case
from marac.kernel.refusal import Refusal
from tests import make

pytestmark = pytest.mark.django_db
WHY = "The perpetrator works for the council"


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def council(area):
    return make.agency(marac=area)


@pytest.fixture
def people(area, council):
    roles = (Role.COORDINATOR, Role.COORDINATOR, Role.REPRESENTATIVE)
    return [make.member(role, marac=area, agency=council) for role in roles]


def seen_by(case, user, *, area, council, role=Role.COORDINATOR):
    viewer = make.viewer(role, maracs=[area], agency=council, user=user)
    return Case.objects.visible_to(viewer).filter(pk=case.pk).exists()


def acting(user, area, council):
    return make.viewer(maracs=[area], agency=council, user=user)


def test_a_restricted_case_is_open_to_those_named_and_to_nobody_else(area, council, people):
    first, second, police = people
    case = make.case(marac=area, seen_by=(council,))

    operations.restrict(viewer=acting(first, area, council), case=case, readers=[first, police], reason=WHY)

    assert seen_by(case, first, area=area, council=council)
    assert seen_by(case, police, area=area, council=council, role=Role.REPRESENTATIVE)
    assert not seen_by(case, second, area=area, council=council)


def test_another_reader_is_named_beside_the_others(area, council, people):
    first, second, _police = people
    case = make.case(marac=area)
    by = acting(first, area, council)
    operations.restrict(viewer=by, case=case, readers=[first], reason=WHY)

    operations.restrict(viewer=by, case=case, readers=[second], reason="Covers my leave")

    assert seen_by(case, first, area=area, council=council)
    assert seen_by(case, second, area=area, council=council)


def test_somebody_who_can_lift_it_is_always_named(area, council, people):
    first, _second, police = people
    case = make.case(marac=area)
    by = acting(first, area, council)

    with pytest.raises(Refusal, match="coordinator"):
        operations.restrict(viewer=by, case=case, readers=[police], reason=WHY)
    assert not Case.objects.get(pk=case.pk).restricted

    operations.restrict(viewer=by, case=case, readers=[first, police], reason=WHY)
    with pytest.raises(Refusal, match="Nobody would be left"):
        operations.take_reader_off(viewer=by, case=case, user=first, reason="On leave")
    assert seen_by(case, first, area=area, council=council)


def test_a_coordinator_who_is_shut_out_cannot_be_the_one_who_lifts_it(area, council, people):
    first, second, _police = people
    case = make.case(marac=area)
    by = acting(first, area, council)
    operations.bar(viewer=by, case=case, user=second, reason="Their cousin")

    with pytest.raises(Refusal, match="coordinator"):
        operations.restrict(viewer=by, case=case, readers=[second], reason=WHY)


def test_a_reader_taken_off_is_out_the_same_day(area, council, people):
    first, second, _police = people
    case = make.case(marac=area)
    by = acting(first, area, council)
    operations.restrict(viewer=by, case=case, readers=[first, second], reason=WHY)

    operations.take_reader_off(viewer=by, case=case, user=second, reason="Moved to another team")

    assert seen_by(case, first, area=area, council=council)
    assert not seen_by(case, second, area=area, council=council)
    with pytest.raises(Refusal, match="not named"):
        operations.take_reader_off(viewer=by, case=case, user=second, reason="A page sent twice")


def test_a_restriction_lifted_opens_the_case_to_its_seats_and_ends_the_names(area, council, people):
    first, second, police = people
    case = make.case(marac=area)
    by = acting(first, area, council)
    operations.restrict(viewer=by, case=case, readers=[first, police], reason=WHY)

    operations.lift_restriction(viewer=by, case=case, reason="He has left the council")

    assert seen_by(case, second, area=area, council=council)
    assert not seen_by(case, police, area=area, council=council, role=Role.REPRESENTATIVE)
    with pytest.raises(Refusal, match="not restricted any more"):
        operations.lift_restriction(viewer=by, case=case, reason="Twice")


def test_the_page_restricts_names_and_lifts(client, area, council):
    person = make.signed_in(client, marac=area, agency=council)
    police = make.member(Role.REPRESENTATIVE, marac=area, agency=council)
    case = make.case(marac=area)
    address = f"/cases/{case.pk}/readers/"

    assert "as if it did not exist" in client.get(address).content.decode()
    alone = client.post(address, {"readers": [police.pk], "reason": WHY})
    assert "Name a coordinator too" in alone.content.decode()
    assert WHY in alone.content.decode()
    client.post(address, {"readers": [person.pk, police.pk], "reason": WHY})
    shown = client.get(address).content.decode()
    assert f"/readers/{police.pk}/take-off/" in shown
    assert "Lift the restriction" in shown
    client.post(f"{address}{police.pk}/take-off/", {"reason": "Not needed"})
    assert f"/readers/{police.pk}/take-off/" not in client.get(address).content.decode()
    client.post(f"{address}lift/", {"reason": "He has left"})

    assert not Case.objects.get(pk=case.pk).restricted
