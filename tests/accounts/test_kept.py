"""What was typed and could not be saved is kept for its writer, offered once they are in, and sent by a press."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from marac.access.fresh import FACTOR_AT
from marac.access.roles import Role
from marac.accounts.kept import KEPT
from marac.accounts.models import Membership, User
from marac.sessions.places import SEEN_AT
from tests import make

pytestmark = pytest.mark.django_db
FIELD = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')
OFFERED = "/account/kept/"
ADD = "/account/people/add/"


@pytest.fixture
def office(area):
    return make.agency("Northmoor Council", marac=area)


@pytest.fixture
def person(client, area, office):
    return make.signed_in(client, marac=area, agency=office)


def hidden(answer):
    """The hidden boxes of a page; of two with one name, the last."""
    return dict(FIELD.findall(answer.content.decode()))


def moved(client, name, **ago):
    session = client.session
    session[name] = (timezone.now() - timedelta(**ago)).isoformat()
    session.save()


def sent_in_an_ended_session(client, words="Words of <an hour> & more"):
    """A form is opened, half an hour and more goes by, and it is sent."""
    writer = hidden(client.get("/cases/"))["written_by"]
    moved(client, SEEN_AT, minutes=31)
    return client.post("/cases/", {"words": words, "written_by": writer})


def test_a_form_of_an_ended_session_is_shown_to_its_writer_once_they_are_in(client, person):
    answer = sent_in_an_ended_session(client)
    make.enter(client, person)

    page = client.get(OFFERED).content.decode()

    assert (answer.status_code, "Words of" in answer.content.decode()) == (401, False)
    assert "Words of &lt;an hour&gt; &amp; more" in page


def test_signing_in_leads_to_it_and_sending_it_takes_it_off(client, person):
    sent_in_an_ended_session(client)
    secret = make.factor(person)
    person.set_password(make.PASSWORD)
    person.save()

    client.post("/account/sign-in/", {"email": person.email, "password": make.PASSWORD, "next": "/people/"})
    answer = client.post("/account/sign-in/second/", {"code": make.code_of(secret)})
    again = {**hidden(client.get(OFFERED)), "words": "Words of an hour"}
    found = client.post("/cases/", again, follow=True)

    assert answer.url == OFFERED
    assert 'value="Words of an hour"' in found.content.decode()
    assert "Nothing that you typed waits" in client.get(OFFERED).content.decode()


def test_nobody_else_is_offered_it_and_the_session_does_not_hold_it_readable(client, person, area, office):
    sent_in_an_ended_session(client)
    other = make.member(Role.CHAIR, marac=area, agency=office)
    kept = client.session[KEPT]

    client.session.save()
    make.enter(client, other)

    assert "Nothing that you typed waits" in client.get(OFFERED).content.decode()
    assert "Words" not in str(kept)


def test_a_page_opened_by_somebody_else_is_not_shown_to_who_signed_in_since(client, person, area, office):
    writer = hidden(client.get("/cases/"))["written_by"]
    strict = Client(enforce_csrf_checks=True)
    make.enter(strict, make.member(Role.CHAIR, marac=area, agency=office))

    page = strict.post("/cases/", {"words": "Words of an hour", "written_by": writer}).content.decode()

    assert ("Somebody else signed in" in page, "Words of an hour" in page) == (True, False)


def test_a_form_sent_when_a_factor_is_asked_for_again_comes_back_after_it(client, person):
    secret = make.factor(person)
    moved(client, FACTOR_AT, minutes=11)
    typed = {"name": "Wren Ashdown", "email": "wren@agency.example.org", "password": "never kept"}

    asked = client.post(ADD, typed)
    shown = client.post(asked.url, {"code": make.code_of(secret)}, follow=True)

    page = shown.content.decode()
    assert shown.request["PATH_INFO"] == OFFERED
    assert ("Wren Ashdown" in page, "never kept" in page, f'action="{ADD}"' in page) == (True, False, True)


def test_it_is_gone_after_half_a_day_or_when_it_is_thrown_away(client, person):
    for way in ("late", "thrown"):
        sent_in_an_ended_session(client)
        make.enter(client, person)
        if way == "late":
            session = client.session
            session[KEPT] = [row | {"at": (timezone.now() - timedelta(hours=13)).isoformat()} for row in session[KEPT]]
            session.save()
        else:
            client.post(OFFERED, {"key": client.session[KEPT][-1]["key"]})

        assert "Nothing that you typed waits" in client.get(OFFERED).content.decode()


@pytest.mark.parametrize("ended", ["seat", "role", "account"])
def test_whoever_loses_a_case_a_role_or_the_account_while_typing_does_not_lose_the_words(client, area, office, ended):
    user = make.signed_in(client, Role.COORDINATOR, marac=area, agency=office)
    address = "/room/cases/987654321/" if ended == "seat" else "/account/people/"
    if ended == "role":
        Membership._base_manager.filter(user=user)._raw_delete("default")
    if ended == "account":
        User.objects.filter(pk=user.pk).update(is_active=False)

    answer = client.post(address, {"words": "Words of an hour", "postcode": "ZZ1 1ZZ"})

    page = answer.content.decode()
    assert answer.status_code == (401 if ended == "account" else 404)
    assert ("Words of an hour" in page, "ZZ1 1ZZ" in page) == (True, True)


def test_a_defect_of_ours_gives_the_words_back(client, person, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("marac.office.views.desk.keep_words", lambda request: 1 / 0)

    answer = client.post("/cases/", {"words": "Words of an hour"})

    assert (answer.status_code, "Words of an hour" in answer.content.decode()) == (500, True)
