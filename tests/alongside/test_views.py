"""One man's cases beside each other: each victim in her own column, nothing of a case that is shut to the viewer."""

import pytest
from django.test import Client

from marac.access.roles import Role
from marac.actions.operations import set_action
from marac.cases.operations import give_seat, restrict
from tests import make
from tests.serial.conftest import area, serial

__all__ = ["area", "serial"]
pytestmark = pytest.mark.django_db


def signed_in(serial, role: Role = Role.IDVA) -> Client:
    client = Client()
    make.signed_in(client, role, marac=serial.area.marac, agency=serial.agencies[0])
    return client


def page(client: Client, serial) -> str:
    answer = client.get(f"/people/{serial.he.pk}/cases/")
    assert answer.status_code == 200
    return answer.content.decode()


def cards(shown: str) -> list[str]:
    return shown.split('<section class="marac-card">')[1:]


def test_each_case_has_a_card_with_its_own_victim_and_actions_and_what_differs_is_marked(serial):
    serial.join()
    agency = serial.agencies[0]
    for number, case in enumerate(serial.cases):
        give_seat(viewer=make.system(), case=case, agency=agency, basis="panel")
        task = f"Visit number {number}"
        set_action(viewer=make.system(), case=case, agency=agency, task=task, due_on=make.TODAY)

    shown = cards(page(signed_in(serial), serial))

    names = ("Wren Tallow", "Isla Quillon", "Maeve Orrick")
    by_case = {next(case.pk for case in serial.cases if case.reference in card): card for card in shown}
    for number, case in enumerate(serial.cases):
        card = by_case[case.pk]
        assert [name for name in names if name in card] == [names[number]]
        assert [at for at in range(3) if f"Visit number {at}" in card] == [number]
        assert "Differs" in card
    assert "Ash Hernshaw" in by_case[serial.cases[2].pk]
    assert "Ash Hernshaw" not in by_case[serial.cases[0].pk]


def test_who_sees_one_case_sees_one_card_and_no_word_of_the_others(serial):
    serial.join()
    serial.decide("confirmed")

    shown = page(signed_in(serial), serial)

    assert len(cards(shown)) == 1
    others = ("Quillon", "Orrick", "Hernshaw", *(case.reference for case in serial.cases[1:]))
    assert [word for word in others if word in shown] == []


def test_a_restricted_case_shows_its_reference_until_its_reader_has_said_why(serial):
    reader = make.member(Role.COORDINATOR, marac=serial.area.marac, agency=serial.agencies[0])
    restrict(viewer=make.system(), case=serial.cases[1], readers=[reader], reason="Staff")
    client = Client()
    make.enter(client, reader)

    before = page(client, serial)
    client.post(f"/cases/{serial.cases[1].pk}/", {"why": "Works on it"})
    after = page(client, serial)

    reference = serial.cases[1].reference
    assert [(reference in each, "Isla Quillon" in each) for each in (before, after)] == [(True, False), (True, True)]


def test_somebody_who_is_said_to_harm_nobody_has_none(serial):
    wren = serial.area.enters({"surname": "Alder"}, seen_by=(serial.agencies[0],))[0]

    answer = signed_in(serial).get(f"/people/{wren.pk}/cases/")

    assert (answer.status_code, "There is none." in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("more", [0, 4])
def test_it_asks_the_same_number_of_questions_however_many_cases_there_are(serial, more, django_assert_num_queries):
    client = signed_in(serial, Role.COORDINATOR)
    for number in range(more):
        serial.harms({"surname": f"Other{number}"})
    page(client, serial)

    with django_assert_num_queries(17):
        page(client, serial)
