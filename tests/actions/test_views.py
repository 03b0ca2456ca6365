"""The action log, one action with its report, and opening it again."""

import pytest

from marac.access.roles import Role
from marac.actions.models import Action
from marac.audit.models import AuditEvent
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
def test_the_log_asks_the_same_number_of_questions_however_long_it_is(
    client, area, office, set_action, rows, django_assert_num_queries
):
    make.signed_in(client, marac=area, agency=office)
    for _each in range(rows):
        set_action()

    with django_assert_num_queries(8):
        page = client.get("/actions/").content.decode()

    assert page.count("Fit a door chain") == rows


def test_the_log_shows_an_agency_its_own_actions_and_no_list_of_agencies(client, area, housing, health, set_action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    set_action(task="Fit a door chain")
    set_action(agency=health, task="Offer an appointment")

    page = client.get("/actions/").content.decode()

    assert ("Fit a door chain" in page, "Offer an appointment" in page) == (True, False)
    assert 'name="agency"' not in page


def test_a_search_by_reference_is_recorded_and_never_stands_in_an_address(client, area, office, set_action):
    make.signed_in(client, marac=area, agency=office)
    reference = set_action().case.reference

    answer = client.post("/actions/?state=all&agency=", {"words": reference}, follow=True)

    assert reference in answer.content.decode()
    assert answer.redirect_chain == [("/actions/?state=all&agency=", 302)]
    assert AuditEvent.objects.last().details == {"terms": reference, "found": 1}


def test_the_owner_reports_and_the_page_shows_it(client, area, housing, set_action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    action = set_action()
    answers = {"state": "complete", "outcome": "Chain fitted", "reason": "", "revision": action.revision}

    page = client.post(f"/actions/{action.pk}/", answers, follow=True).content.decode()

    assert "Chain fitted" in page
    assert Action.objects.get().state == "complete"


def test_a_missing_reason_is_asked_for_beside_its_question(client, area, housing, set_action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    action = set_action()

    page = client.post(f"/actions/{action.pk}/", {"state": "not_done"}).content.decode()

    assert "Say why it was not done." in page
    assert 'href="#id_reason"' in page
    assert Action.objects.get().state == "open"


def test_a_choice_is_asked_for_when_none_is_made(client, area, housing, set_action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)

    page = client.post(f"/actions/{set_action().pk}/", {"outcome": "Done"}).content.decode()

    assert "Choose what became of it" in page


def test_the_office_is_asked_who_told_it(client, area, office, set_action):
    make.signed_in(client, marac=area, agency=office)
    action = set_action()

    page = client.post(f"/actions/{action.pk}/", {"state": "complete", "outcome": "Done"}).content.decode()

    assert "Write down who at the agency told you this." in page


def test_the_office_opens_an_action_again(client, area, office, set_action):
    make.signed_in(client, marac=area, agency=office)
    action = set_action()
    client.post(f"/actions/{action.pk}/", {"state": "complete", "outcome": "Done", "said_by": "Bea Marsh"})

    page = client.post(f"/actions/{action.pk}/reopen/", {"reason": "Wrong door"}, follow=True).content.decode()

    assert Action.objects.get().state == "open"
    assert "Report for the agency" in page
    assert client.post(f"/actions/{action.pk}/reopen/", {"reason": "Twice"}).status_code == 200


def test_opening_an_action_is_recorded_and_another_agencys_is_not_there(client, area, housing, health, set_action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    ours, theirs = set_action(), set_action(agency=health)

    assert client.get(f"/actions/{ours.pk}/").status_code == 200
    assert AuditEvent.objects.last().details == {"action_id": ours.pk}
    assert client.get(f"/actions/{theirs.pk}/").status_code == 404
    assert client.get(f"/actions/{ours.pk}/reopen/").status_code == 404


def test_a_reader_of_figures_has_no_action_log(client, area, office):
    make.signed_in(client, Role.STEERING, marac=area, agency=office)

    assert client.get("/actions/").status_code == 404


def test_whoever_reports_after_a_colleague_is_told_and_keeps_their_words(client, area, housing, set_action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    action = set_action()
    answers = {"state": "complete", "outcome": "Chain fitted", "revision": action.revision}
    client.post(f"/actions/{action.pk}/", answers)

    page = client.post(f"/actions/{action.pk}/", answers | {"outcome": "Done by me as well"}).content.decode()

    assert ("There is a problem" in page, "Done by me as well" in page) == (True, True)
    assert Action.objects.get().outcome == "Chain fitted"
