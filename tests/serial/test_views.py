"""The coordinator comes from Today to the list, reads why, and decides; nobody else has the pages."""

import pytest
from django.test import Client

from marac.access.roles import Role
from tests import make
from tests.serial.conftest import WHY, WREN

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(serial) -> Client:
    client = Client()
    make.enter(client, serial.area.coordinator)
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_today_leads_the_coordinator_to_whom_to_confirm_until_it_is_decided(office, serial):
    assert "1 serial perpetrator to confirm" in page(office, "/")
    assert "Ash Heron" in page(office, "/people/serial/")

    serial.decide("refused")

    assert "serial perpetrator to confirm" not in page(office, "/")
    assert "Ash Heron" not in page(office, "/people/serial/")
    assert "Ash Heron" in page(office, "/people/serial/?state=refused")


def test_the_list_says_under_which_names_he_stands_in_which_case(office, serial):
    serial.join()

    shown = page(office, "/people/serial/")

    for words in (*(case.reference for case in serial.cases), "(as Ash Hernshaw)", "at least 2 different people"):
        assert words in shown


def test_the_list_is_searched_by_any_of_his_names_and_the_search_is_kept_out_of_the_address(office, serial):
    serial.join()

    answer = office.post("/people/serial/?state=all", {"words": "Hernshaw"}, follow=True)

    assert (answer.redirect_chain, "Ash Heron" in answer.content.decode()) == (
        [("/people/serial/?state=all", 302)],
        True,
    )
    office.post("/people/serial/?state=all", {"words": "Tallow"})
    assert "There is nobody." in page(office, "/people/serial/?state=all")


def test_he_is_confirmed_with_a_reason_on_a_page_that_says_why_he_is_proposed(office, serial):
    address = f"/people/serial/{serial.he.pk}/"
    shown = page(office, address)
    assert [words for words in ("Wren Tallow", "Isla Quillon", "2 different people count") if words not in shown] == []

    refused = office.post(address, {"verdict": "confirmed", "reason": "", "revision": "0"})
    assert "Say in a few words why" in refused.content.decode()
    assert office.post(address, {"verdict": "confirmed", "reason": WHY, "revision": "0"})["Location"] == address

    shown = page(office, address)
    assert [words for words in (WHY, "Withdraw it", "Confirmed") if words not in shown] == []
    assert "Serial perpetrator</strong>" in page(office, f"/people/{serial.he.pk}/")


def test_who_decides_second_is_shown_the_first_decision_and_keeps_what_they_wrote(office, serial):
    serial.decide("refused", reason="Two brothers of one name, I think")

    answer = office.post(f"/people/serial/{serial.he.pk}/", {"verdict": "confirmed", "reason": WHY, "revision": "0"})

    shown = answer.content.decode()
    assert [words for words in (WHY, "Two brothers of one name", "while you were writing") if words not in shown] == []


def test_of_somebody_who_is_not_one_by_the_rule_the_page_says_so_and_asks_nothing(office, serial):
    wren = serial.area.enters(WREN)[0]

    for person in (serial.alias, wren):
        shown = page(office, f"/people/serial/{person.pk}/")
        assert ("Not by the area’s rule" in shown, "What do you decide?" in shown) == (True, False)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.IDVA, Role.REPRESENTATIVE], ids=str)
def test_nobody_else_has_the_pages_or_a_row_on_today(serial, role):
    client = Client()
    make.signed_in(client, role, marac=serial.area.marac, agency=serial.agencies[0])

    pages = ("/people/serial/", f"/people/serial/{serial.he.pk}/")
    assert [client.get(each).status_code for each in pages] == [404, 404]
    assert "erial perpetrator" not in page(client, "/")
    assert "erial perpetrator" not in page(client, f"/people/{serial.he.pk}/")


@pytest.mark.parametrize("more", [0, 4])
def test_pages_ask_the_same_number_of_questions_however_many_cases_there_are(
    office, serial, more, django_assert_num_queries
):
    serial.join()
    serial.decide("confirmed")
    for number in range(more):
        serial.harms({"surname": f"Other{number}", "forenames": "Jo"})

    for address, questions in (("/people/serial/?state=all", 12), (f"/people/serial/{serial.he.pk}/", 16), ("/", 11)):
        page(office, address)
        with django_assert_num_queries(questions):
            page(office, address)
