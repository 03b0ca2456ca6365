"""How a session begins, goes on and ends."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from marac.accounts.models import User
from marac.sessions.places import BEGAN_AT, SEEN_AT
from tests import make
from tests.signin.test_entering import WRONG, is_in, password, second

pytestmark = pytest.mark.django_db


def earlier(client, **minutes):
    """Move the stamps of the session back."""
    session = client.session
    for name, ago in minutes.items():
        session[name] = (timezone.now() - timedelta(minutes=ago)).isoformat()
    session.save()


def test_the_number_of_the_session_changes_at_each_step(client, person):
    secret = make.factor(person)
    numbers = [client.session.session_key]

    password(client, person.email)
    numbers.append(client.session.session_key)
    second(client, make.code_of(secret))
    numbers.append(client.session.session_key)

    assert len(set(numbers)) == 3


def test_a_planted_number_is_not_taken(client, person):
    client.cookies["sessionid"] = "plantedplantedplantedplantedplan"
    secret = make.factor(person)

    password(client, person.email)
    second(client, make.code_of(secret))

    assert client.cookies["sessionid"].value != "plantedplantedplantedplantedplan"


@pytest.mark.parametrize(
    ("stamps", "stays"),
    [
        ({SEEN_AT: 29}, True),
        ({SEEN_AT: 31}, False),
        ({BEGAN_AT: 11 * 60}, True),
        ({BEGAN_AT: 12 * 60 + 1}, False),
    ],
)
def test_a_session_ends_unused_or_at_the_end_of_the_day(client, person, stamps, stays):
    make.enter(client, person)
    earlier(client, **stamps)

    assert is_in(client) is stays
    assert is_in(client) is stays


@pytest.mark.parametrize(("stamps", "stays"), [({SEEN_AT: 9}, True), ({SEEN_AT: 11}, False), ({BEGAN_AT: 121}, False)])
def test_an_installation_may_have_shorter_sessions(client, person, settings, stamps, stays):
    settings.IDLE_MINUTES, settings.SESSION_HOURS = 10, 2
    make.enter(client, person)
    earlier(client, **stamps)

    assert is_in(client) is stays


def test_a_session_that_is_used_goes_on(client, person):
    make.enter(client, person)
    for _each in range(3):
        earlier(client, **{SEEN_AT: 20})
        assert is_in(client)


def test_a_session_of_unknown_age_is_over(client, person):
    client.force_login(person)

    assert not is_in(client)


def test_half_signed_in_does_not_last(client, person):
    secret = make.factor(person)
    password(client, person.email)
    session = client.session
    kept = session["half_signed_in"]
    session["half_signed_in"] = kept | {"at": (timezone.now() - timedelta(minutes=11)).isoformat()}
    session.save()

    assert second(client, make.code_of(secret)).url == "/account/sign-in/"


def test_who_is_disabled_is_out_at_the_next_page(client, person):
    make.enter(client, person)
    assert is_in(client)

    User.objects.filter(pk=person.pk).update(is_active=False)

    assert not is_in(client)
    assert WRONG in password(Client(), person.email).content.decode()


def test_signing_out_ends_the_session_on_the_server(client, person):
    make.enter(client, person)
    number = client.session.session_key

    answer = client.post("/account/sign-out/")
    client.cookies["sessionid"] = number

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_in(client)


def test_a_new_password_ends_the_other_sessions(client, person):
    other = Client()
    for each in (client, other):
        make.enter(each, person)

    client.post("/account/password/", {"current": make.PASSWORD, "password": "four words unlike each other"})

    assert [is_in(each) for each in (client, other)] == [True, False]


def test_one_can_sign_out_everywhere_else(client, person):
    other = Client()
    for each in (client, other):
        make.enter(each, person)

    client.post("/account/factors/sign-out-elsewhere/")

    assert [is_in(each) for each in (client, other)] == [True, False]
