"""Answering at the table by the buttons of the minutes, on the page of an action, and the chair's decision."""

import pytest
from django.urls import reverse

from marac.access.roles import Role
from marac.actions.models import Action, Reply
from tests import make

pytestmark = pytest.mark.django_db


def test_one_press_beside_the_action_accepts_it_for_who_is_at_the_table(client, area, office, item, action, at_table):
    make.signed_in(client, marac=area, agency=office)
    live = reverse("room:live", args=[item.pk])
    page = client.get(live).content.decode()

    answer = client.post(f"/actions/{action.pk}/answer/", {"said": "accepted"})
    after = client.get(live).content.decode()

    assert ("1 action of this case has no answer yet" in page, "has no answer yet" in after) == (True, False)
    assert answer.url == f"{live}#agreed"
    assert Action.objects.get().answer == "accepted"


def test_the_agency_answers_on_its_own_page_and_a_reason_is_asked_for(client, area, housing, action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    address = f"/actions/{action.pk}/answer/"

    unsaid = client.post(address, {"said": "refused", "revision": action.revision}).content.decode()
    client.post(address, {"said": "refused", "reason": "Not ours", "revision": action.revision})
    page = client.get(f"/actions/{action.pk}/").content.decode()

    assert ("Say why the agency refuses" in unsaid, "Who at the agency says so" in unsaid) == (True, False)
    assert ("Refused: the chair has not decided yet" in page, "Not ours" in page) == (True, True)


def test_who_comes_too_late_is_told_and_sees_what_they_typed(client, area, housing, action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    address, opened_at = f"/actions/{action.pk}/answer/", action.revision

    client.post(address, {"said": "accepted", "revision": opened_at})
    late = client.post(address, {"said": "refused", "reason": "Not our door", "revision": opened_at}).content.decode()

    assert ("This has been answered" in late, "Not our door" in late) == (True, True)
    assert Reply.objects.count() == 1


def test_the_chair_decides_on_a_page_that_others_do_not_have(client, area, office, housing, action):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)
    client.post(f"/actions/{action.pk}/answer/", {"said": "refused", "reason": "Not ours"})
    make.signed_in(client, Role.CHAIR, marac=area, agency=office)

    page = client.get(f"/actions/{action.pk}/decide/").content.decode()
    client.post(f"/actions/{action.pk}/decide/", {"said": "again", "reason": "Look at the lease"})
    make.signed_in(client, marac=area, agency=office)

    assert "Not ours" in page
    assert Action.objects.get().answer == "asked"
    assert client.get(f"/actions/{action.pk}/decide/").status_code == 404
