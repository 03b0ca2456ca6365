"""Passkeys: set up and shown, for this site only, for one question only, and never a copy."""

import html
import json
import re

import pytest
from django.test import Client

from marac.access.roles import Role
from marac.signin.models import Passkey
from tests import make
from tests.signin.device import Device
from tests.signin.test_entering import is_in, password

pytestmark = pytest.mark.django_db
ENTER, AGAIN, ADD = "/account/sign-in/passkey/", "/account/sign-in/again/passkey/", "/account/factors/passkeys/add/"
NOT_FITTING = "The passkey did not fit this site."


@pytest.fixture
def client():
    return Client(SERVER_NAME="localhost")


def asked(page):
    return json.loads(html.unescape(re.search(r'data-asked="([^"]+)"', page.content.decode())[1]))


def sets_up(client, device, name="Work laptop"):
    return client.post(ADD, {"name": name, "answer": device.makes(asked(client.get(ADD)))})


def shows(client, device, where=ENTER, **more):
    return client.post(where, {"answer": device.shows(asked(client.get(where)))} | more)


@pytest.fixture
def device(client, person):
    """A device whose passkey opens the account of `person`, who is not signed in."""
    made = Device()
    password(client, person.email)
    sets_up(client, made)
    client.post("/account/sign-out/")
    return made


def test_a_passkey_is_a_first_factor_and_shows_recovery_codes(client, person):
    password(client, person.email)

    page = sets_up(client, Device()).content.decode()

    assert "Keep these codes" in page
    assert is_in(client)
    assert [(each.name, each.user_id) for each in Passkey.objects.all()] == [("Work laptop", person.pk)]


def test_a_passkey_signs_in_without_a_password(client, device):
    answer = shows(client, device, next="/cases/")

    assert answer.url == "/cases/"
    assert is_in(client)


def test_a_passkey_is_the_second_factor_after_a_password(client, device, person):
    answer = password(client, person.email)

    assert "Use my passkey" in client.get(answer.url).content.decode()
    assert shows(client, device).url == "/"


@pytest.mark.parametrize(
    "change",
    [{"origin": "http://elsewhere.example.org"}, {"origin": "http://localhost:81"}, {"site": "example.org"}],
)
def test_another_origin_is_refused(client, device, change):
    for name, value in change.items():
        setattr(device, name, value)

    page = shows(client, device).content.decode()

    assert NOT_FITTING in page
    assert not is_in(client)


@pytest.mark.parametrize("change", [{"origin": "http://elsewhere.example.org"}, {"site": "example.org"}])
def test_a_passkey_for_another_site_is_not_set_up(client, person, change):
    password(client, person.email)

    page = sets_up(client, Device(**change)).content.decode()

    assert (NOT_FITTING in page, Passkey.objects.count()) == (True, 0)


def test_an_answer_holds_for_one_question_only(client, device):
    answer = device.shows(asked(client.get(ENTER)))
    client.get(ENTER)
    late = client.post(ENTER, {"answer": answer})
    used = Client(SERVER_NAME="localhost")
    again = used.post(ENTER, {"answer": answer})

    assert [NOT_FITTING in page.content.decode() for page in (late, again)] == [True, True]
    assert not is_in(client)


def test_a_device_that_did_not_ask_for_finger_face_or_pin_is_refused(client, device):
    device.verified = 0

    assert NOT_FITTING in shows(client, device).content.decode()


def test_a_copy_that_counts_from_an_old_number_is_refused(client, device):
    shows(client, device)
    client.post("/account/sign-out/")
    device.uses -= 2

    page = shows(client, device).content.decode()

    assert "may have been copied" in page
    assert not is_in(client)


def test_a_device_that_counts_nothing_signs_in_again_and_again(client, person):
    device = Device(counts=0)
    password(client, person.email)
    sets_up(client, device)

    for _each in range(2):
        client.post("/account/sign-out/")
        assert shows(client, device).url == "/"


def test_an_unknown_passkey_is_refused(client, device):
    assert NOT_FITTING in shows(client, Device()).content.decode()


@pytest.mark.parametrize("answer", ["", "x", "[]", "{}", "null", '{"rawId": "!", "response": {}}', '{"rawId": 1}'])
@pytest.mark.parametrize("where", [ENTER, ADD])
def test_what_no_browser_answers_is_refused(client, person, where, answer):
    if where == ADD:
        password(client, person.email)
    client.get(where)

    page = client.post(where, {"answer": answer, "name": "x"}).content.decode()

    assert NOT_FITTING in page


def test_the_passkey_of_who_has_left_opens_nothing(client, device, person):
    person.is_active = False
    person.save()

    assert NOT_FITTING in shows(client, device).content.decode()


def test_the_same_passkey_is_not_set_up_twice(client, device):
    shows(client, device)

    page = sets_up(client, device).content.decode()

    assert "This passkey is set up already." in page


def test_the_only_factor_cannot_be_taken_away_and_one_of_two_can(client, device):
    shows(client, device)
    number = str(Passkey.objects.get().pk)
    alone = client.post("/account/factors/passkeys/remove/", {"passkey": number}).content.decode()
    sets_up(client, Device(), name="Key")

    answer = client.post("/account/factors/passkeys/remove/", {"passkey": number})

    assert "This is your only second factor." in alone
    assert answer.url == "/account/factors/"
    assert "Key" in client.get(answer.url).content.decode()
    assert Passkey.objects.count() == 1


def test_the_passkey_of_another_account_is_not_the_factor_asked_for_again(client, device, area, police):
    make.enter(client, make.member(Role.COORDINATOR, marac=area, agency=police))

    page = shows(client, device, AGAIN).content.decode()

    assert "This is the passkey of another account." in page


def test_by_a_number_instead_of_a_name_the_page_says_why_not():
    page = Client(SERVER_NAME="127.0.0.1").get(ENTER).content.decode()

    assert "Passkeys need the name of a site." in page
