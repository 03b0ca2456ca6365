"""Each victim's page is silent about the others: whoever sees one case is shown a label, and nothing else of them."""

import re
from typing import Any

import pytest
from django.test import Client

from marac.access.roles import Role
from marac.access.wall import as_seen_by
from marac.cases.operations import bar, lift_restriction, restrict
from marac.disputes.operations import dispute_roles
from marac.people.models import Party
from marac.serial.models import SerialDecision, SerialPart
from marac.serial.queries import labelled
from marac.serial.rules import State
from tests import make
from tests.access.test_matrix import BY_CHANCE
from tests.serial.conftest import ISLA, MAEVE, WHY, WREN

pytestmark = pytest.mark.django_db
LABEL = "Serial perpetrator"
OF_OTHERS = (*(woman["surname"] for woman in (ISLA, MAEVE)), *(woman["forenames"] for woman in (ISLA, MAEVE)), WHY)


def adviser(serial, at: int = 0, role: Role = Role.IDVA) -> Any:
    return make.viewer(role, maracs=[serial.area.marac], agency=serial.agencies[at], user=make.user())


def told(serial, viewer) -> bool:
    """As in a request of theirs, with the second wall up."""
    with as_seen_by(viewer):
        return serial.he.pk in labelled(viewer, [serial.he.pk])


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(BY_CHANCE, "", answer.content.decode())


def signed_in(serial, at: int = 0, role: Role = Role.IDVA) -> Client:
    client = Client()
    make.signed_in(client, role, marac=serial.area.marac, agency=serial.agencies[at])
    return client


def shut(serial, at: int, *readers: Any) -> None:
    restrict(viewer=make.system(), case=serial.cases[at], readers=[*readers, make.user()], reason="Works here")


@pytest.mark.parametrize("role", [Role.IDVA, Role.REPRESENTATIVE], ids=str)
def test_who_sees_one_case_is_told_that_he_is_one_and_nothing_of_the_others(serial, role):
    serial.join()
    client, address = signed_in(serial, role=role), f"/cases/{serial.cases[0].pk}/"
    before = {each: page(client, each) for each in (address, f"/people/{serial.he.pk}/")}
    assert [LABEL in text for text in before.values()] == [False, False]

    serial.decide("confirmed")

    for each, text in before.items():
        now = page(client, each)
        said = re.sub(r"\s*<strong[^>]*>Serial perpetrator</strong>\s*", "", now)
        assert (now.count(LABEL), re.sub(r"\s+", "", said)) == (1, re.sub(r"\s+", "", text))
        others = [case.reference for case in serial.cases[1:]]
        assert [word for word in (*OF_OTHERS, *others, "Hernshaw") if word in now] == []


def test_the_page_is_the_same_to_the_letter_with_two_victims_and_with_three(serial):
    serial.decide("confirmed")
    client, address = signed_in(serial), f"/cases/{serial.cases[0].pk}/"
    with_two = page(client, address)

    serial.join()
    serial.harms(WREN | {"surname": "Fourth"})

    assert page(client, address) == with_two


def test_before_it_is_confirmed_and_after_it_is_withdrawn_nobody_is_told(serial):
    assert told(serial, adviser(serial)) is False
    serial.decide("confirmed")
    assert told(serial, adviser(serial)) is True

    serial.decide("withdrawn")

    assert told(serial, adviser(serial)) is False


def test_a_case_that_is_restricted_is_told_of_to_nobody_but_its_readers(serial):
    reader = make.user()
    shut(serial, 1, serial.area.coordinator, reader)

    serial.decide("confirmed")

    hers = make.viewer(Role.IDVA, maracs=[serial.area.marac], agency=serial.agencies[1], user=reader)
    assert [told(serial, each) for each in (adviser(serial), serial.area.office, hers)] == [False, True, True]


def test_where_the_others_are_enough_it_rests_on_them_too(serial):
    serial.join()
    shut(serial, 1, serial.area.coordinator)

    serial.decide("confirmed")
    assert [told(serial, adviser(serial, at)) for at in (0, 2)] == [True, True]
    assert len(serial.standing().acts) == 1

    serial.decide("withdrawn")
    assert [told(serial, adviser(serial, at)) for at in (0, 2)] == [False, False]


def test_what_was_withdrawn_while_a_case_was_restricted_does_not_come_back_with_it(serial):
    serial.join()
    serial.decide("confirmed")
    for at in (1, 2):
        shut(serial, at, serial.area.coordinator)
    serial.decide("withdrawn")

    for at in (1, 2):
        lift_restriction(viewer=serial.area.office, case=serial.cases[at], reason="No longer needed")

    assert (told(serial, adviser(serial)), serial.state()) == (False, (3, State.REFUSED))


def test_a_coordinator_who_does_not_see_a_case_counts_and_reads_as_if_it_had_never_been(serial):
    shut(serial, 1, serial.area.coordinator)
    serial.decide("refused", reason="Staff of ours, to be looked at by the chair")
    another = make.viewer(maracs=[serial.area.marac], agency=serial.agencies[0], user=make.user())

    for viewer, expected in ((serial.area.office, (2, State.REFUSED)), (another, (1, State.NEITHER))):
        with as_seen_by(viewer):
            assert serial.state(viewer) == expected
    with as_seen_by(another):
        assert serial.standing(another).acts == []
        assert SerialDecision.objects.visible_to(another).count() == SerialPart.objects.visible_to(another).count() - 1


def test_who_is_barred_from_a_case_learns_nothing_from_it(serial):
    cousin = make.member(Role.REPRESENTATIVE, marac=serial.area.marac, agency=serial.agencies[0])
    bar(viewer=make.system(), case=serial.cases[1], user=cousin, reason="His cousin")

    serial.decide("confirmed")

    given = {"maracs": [serial.area.marac], "agency": serial.agencies[0]}
    shown = [told(serial, make.viewer(Role.REPRESENTATIVE, user=user, **given)) for user in (make.user(), cousin)]
    assert shown == [True, False]


def test_who_acts_for_him_where_roles_are_disputed_is_told_nothing(serial):
    serial.join()
    serial.decide("confirmed")
    dispute_roles(
        viewer=serial.area.office,
        case=serial.cases[0],
        second=serial.he.pk,
        said_by="His adviser",
        said_on=make.TODAY,
        reason="He says that she hits him",
    )

    client = signed_in(serial)

    assert LABEL not in page(client, f"/cases/{serial.cases[0].pk}/")


def test_nothing_of_another_area_counts(serial):
    elsewhere = make.marac("Southmoor")
    viewer = make.viewer(Role.IDVA, maracs=[elsewhere], agency=serial.agencies[0], user=make.user())
    serial.decide("confirmed")

    assert told(serial, viewer) is False


def test_only_he_has_the_label_in_the_case(serial):
    serial.decide("confirmed")
    people = set(Party.objects.filter(case=serial.cases[0]).values_list("person", flat=True))

    assert (len(people), labelled(adviser(serial), people)) == (2, {serial.he.pk})


def test_who_reads_the_trail_of_one_case_learns_of_no_other(serial):
    shut(serial, 1, serial.area.coordinator)
    office = Client()
    make.enter(office, serial.area.coordinator)
    for address in ("/people/serial/", f"/people/serial/{serial.he.pk}/", f"/people/{serial.he.pk}/cases/"):
        page(office, address)
    serial.decide("confirmed")
    another = Client()
    make.enter(another, make.member(Role.COORDINATOR, marac=serial.area.marac, agency=serial.agencies[0]))

    trail = page(another, f"/records/cases/{serial.cases[0].pk}/")

    assert "Read what is recorded of somebody in the case" in trail
    assert [word for word in ("erial", "Quillon", "side", serial.cases[1].reference) if word in trail] == []
