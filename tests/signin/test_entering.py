"""Signing in: two factors before anything else, and limits on guesses."""

import base64
import re
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from marac.accounts.models import User
from marac.audit.fingerprint import fingerprint
from marac.audit.models import AuditEvent
from marac.signin.demonstration import Account, Demonstration, write_note
from marac.signin.models import Authenticator, RecoveryCode, Tries
from tests import make
from tests.access.pages import every_page
from tests.repo.test_access import HALF_WAY

pytestmark = pytest.mark.django_db
WRONG = "The e-mail address or the password is wrong. Try again."
WAIT = "Too many tries."


def password(client, email, typed=make.PASSWORD):
    return client.post("/account/sign-in/", {"email": email, "password": typed})


def second(client, code):
    return client.post("/account/sign-in/second/", {"code": code})


def is_in(client):
    return client.get("/account/").status_code == 200


def secret_in(page):
    """The secret that a page shows as text."""
    return base64.b32decode(re.search(r'id="secret">([A-Z2-7 ]+)<', page)[1].replace(" ", ""))


def codes_in(page):
    return re.findall(r"<code>([a-z0-9-]{14})</code>", page)


def tries_were(minutes):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {Tries._meta.db_table} SET last_at = %s", [timezone.now() - timedelta(minutes=minutes)])


def failures_of(what, email):
    return Tries.objects.get(mark=f"{what} {fingerprint(email)}").failures


def test_the_password_alone_opens_nothing(client, person):
    """Every address of the product, asked for between the password and the second factor."""
    make.factor(person)
    answer = password(client, person.email)
    pages = [page for page in every_page() if page.opens_to != "ANYONE" and not page.arguments]

    opened = [page.name for page in pages if client.get(reverse(page.name)).status_code != 302]

    assert (answer.url, opened) == ("/account/sign-in/second/", [])
    assert not is_in(client)


def test_the_password_alone_does_not_set_up_a_second_factor_where_there_is_one(client, person):
    make.factor(person)
    password(client, person.email)

    answers = [client.get(f"/account/factors/{end}") for end in ("first/", "authenticator/", "authenticator/picture/")]

    assert [answer.url for answer in answers] == [
        "/account/sign-in/",
        "/account/sign-in/",
        "/account/factors/authenticator/",
    ]


def test_password_and_code_open_the_page_that_was_wanted(client, person):
    secret = make.factor(person)

    client.post("/account/sign-in/", {"email": person.email, "password": make.PASSWORD, "next": "/cases/"})
    answer = second(client, make.code_of(secret))

    assert answer.url == "/cases/"
    assert is_in(client)


@pytest.mark.parametrize("wanted", ["https://elsewhere.example.org/", "//elsewhere.example.org", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(client, person, wanted):
    secret = make.factor(person)

    client.post("/account/sign-in/", {"email": person.email, "password": make.PASSWORD, "next": wanted})

    assert second(client, make.code_of(secret)).url == "/"


def test_a_code_works_once(client, person):
    secret = make.factor(person)
    code = make.code_of(secret)
    clients = [client, Client()]

    for each in clients:
        password(each, person.email)
    answers = [second(each, code) for each in clients]

    assert [answer.status_code for answer in answers] == [302, 200]
    assert "This code is not right, or it was used before." in answers[1].content.decode()
    assert [is_in(each) for each in clients] == [True, False]


def test_the_code_that_set_the_app_up_does_not_sign_in(client, person, text):
    password(client, person.email)
    page = text(client.get("/account/factors/authenticator/"))
    secret = secret_in(page)
    code = make.code_of(secret)
    codes = text(client.post("/account/factors/authenticator/", {"code": code}))
    other = Client()
    password(other, person.email)

    answer = second(other, code)

    assert "Keep these codes" in codes
    assert is_in(client)
    assert (answer.status_code, is_in(other)) == (200, False)


def test_who_has_no_factor_sets_one_up_before_anything_else(client, person):
    answer = password(client, person.email)

    assert answer.url == "/account/factors/first/"
    assert not is_in(client)
    assert "Set up an app" in client.get(answer.url).content.decode()
    assert client.get("/account/factors/authenticator/picture/")["Content-Type"] != "image/svg+xml"
    client.get("/account/factors/authenticator/")
    picture = client.get("/account/factors/authenticator/picture/")
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<svg" in picture.content


def test_recovery_codes_work_once_and_are_not_kept_readable(client, person, text):
    password(client, person.email)
    secret = secret_in(text(client.get("/account/factors/authenticator/")))
    page = text(client.post("/account/factors/authenticator/", {"code": make.code_of(secret)}))
    codes = codes_in(page)
    again = Client()

    password(again, person.email)
    first = second(again, codes[0].upper().replace("-", " "))
    other = Client()
    password(other, person.email)

    assert (len(codes), first.status_code, is_in(again)) == (10, 302, True)
    assert second(other, codes[0]).status_code == 200
    assert RecoveryCode.objects.count() == 9
    kept = str(list(RecoveryCode.objects.values())) + str(list(AuditEvent.objects.values()))
    assert [code for code in codes if code in kept or code.replace("-", "") in kept] == []


def test_the_secret_is_neither_in_the_database_nor_in_the_trail_nor_in_the_session(client, person, text):
    password(client, person.email)
    secret = secret_in(text(client.get("/account/factors/authenticator/")))
    shown = base64.b32encode(secret).decode()
    halfway = str(dict(client.session))
    client.post("/account/factors/authenticator/", {"code": make.code_of(secret)})

    kept = str(list(Authenticator.objects.values())) + str(list(AuditEvent.objects.values()))

    assert [place for place in (halfway, kept) if shown in place or str(secret) in place] == []


def test_in_a_demonstration_the_password_is_enough_until_a_factor_is_set_up(client, person, text):
    write_note(Demonstration([Account(person.email, "Chair")], make.PASSWORD))

    assert "nobody signs in without a second factor" in text(client.get("/account/sign-in/"))
    assert password(client, person.email).url == "/"
    assert is_in(client)
    make.factor(person)
    assert password(Client(), person.email).url == "/account/sign-in/second/"


def test_a_public_installation_is_never_without_a_factor(client, person, settings):
    write_note(Demonstration([Account(person.email, "Chair")], make.PASSWORD))
    password(client, person.email)

    settings.PRODUCTION = True

    assert not is_in(client), "A session that began without a factor is over."
    assert password(Client(), person.email).url == "/account/factors/first/"


@pytest.mark.parametrize("known", [True, False])
def test_guesses_are_slowed_for_known_and_unknown_accounts_alike(person, known, text):
    email = person.email if known else "nobody@agency.example.org"

    pages = [text(password(Client(), email, "wrong")) for _each in range(7)]

    assert [WRONG in page for page in pages] == [True] * 5 + [False] * 2
    assert [WAIT in page for page in pages] == [False] * 5 + [True] * 2


def test_the_right_password_waits_too_and_lets_in_after_the_wait(client, person):
    secret = make.factor(person)
    for _each in range(5):
        password(client, person.email, "wrong")
    assert WAIT in password(client, person.email).content.decode()

    tries_were(minutes=2)

    assert password(client, person.email).status_code == 302
    assert second(client, make.code_of(secret)).status_code == 302
    assert failures_of("password", person.email) == failures_of("code", person.email) == 0


def test_guesses_at_a_code_are_slowed_and_a_right_password_does_not_begin_them_anew(client, person):
    secret = make.factor(person)
    password(client, person.email)

    pages = [second(client, f"{number:06}").content.decode() for number in range(6)]
    password(client, person.email)

    assert [WAIT in page for page in pages] == [False] * 5 + [True]
    assert WAIT in second(client, make.code_of(secret)).content.decode()


def test_many_accounts_from_one_address_are_slowed(client):
    pages = [password(client, f"nobody{number}@agency.example.org", "x").content.decode() for number in range(31)]

    assert [WAIT in page for page in pages] == [False] * 30 + [True]
    other = Client(REMOTE_ADDR="192.0.2.7")
    assert WRONG in password(other, "nobody99@agency.example.org", "x").content.decode()


def test_a_public_installation_takes_the_address_that_its_proxy_says(client, settings):
    settings.PRODUCTION = True

    for number in range(31):
        client.post(
            "/account/sign-in/", {"email": f"n{number}@a.example.org", "password": "x"}, HTTP_X_REAL_IP="192.0.2.8"
        )
    answers = [
        client.post("/account/sign-in/", {"email": "n@a.example.org", "password": "x"}, HTTP_X_REAL_IP=address)
        for address in ("192.0.2.8", "192.0.2.9")
    ]

    assert [WAIT in answer.content.decode() for answer in answers] == [True, False]


def test_the_tick_forgets_tries_of_the_day_before(client, person):
    password(client, person.email, "wrong")
    call_command("tick")
    kept = Tries.objects.count()
    tries_were(minutes=25 * 60)

    call_command("tick")

    assert (kept, Tries.objects.count()) == (2, 0)


def test_nobody_can_read_who_tried(client, person):
    password(client, person.email, "wrong")

    kept = str(list(Tries.objects.values())) + str(list(AuditEvent.objects.values()))

    assert (person.email in kept, "127.0.0.1" in kept) == (False, False)


def test_unknown_and_known_accounts_cost_one_hashing_each(client, person, settings):
    settings.PASSWORD_HASHERS = ["tests.signin.test_entering.CountingHasher"]
    CountingHasher.hashed = 0
    counts = []

    for email in (person.email, "nobody@agency.example.org", make.user().email):
        before = CountingHasher.hashed
        password(client, email, "wrong")
        counts.append(CountingHasher.hashed - before)

    assert counts == [1, 1, 1]


def test_a_wrong_password_asks_the_database_the_same_whether_or_not_the_account_exists(person):
    """And writes as much: who measures finds nothing."""
    ended = make.user(password=make.PASSWORD)
    User.objects.filter(pk=ended.pk).update(is_active=False)
    password(Client(), "first@agency.example.org", "wrong")
    told = {}
    for email in (person.email, ended.email, "nobody@agency.example.org"):
        with CaptureQueriesContext(connection) as asked:
            password(Client(), email, "wrong")
        told[email] = [re.sub(r"'[^']*'|\d+|NULL", "", each["sql"])[:60] for each in asked]

    assert len({str(statements) for statements in told.values()}) == 1, told


class CountingHasher(Argon2PasswordHasher):
    """Django's own, which notes how often it works."""

    hashed = 0

    def encode(self, password, salt):
        type(self).hashed += 1
        return super().encode(password, salt)

    def verify(self, password, encoded):
        type(self).hashed += 1
        return super().verify(password, encoded)


def test_the_pages_open_to_anyone_that_are_half_way_send_strangers_away(client):
    assert {client.get(reverse(name)).status_code for name in HALF_WAY} == {302}


def signings():
    """What, by whom and with which details, of every sign-in and sign-out in the trail; not of the counting."""
    rows = AuditEvent.objects.filter(kind="sign_in").exclude(name__startswith="Tr").order_by("number")
    return [(row.name, row.user_id, row.details) for row in rows]


def test_signing_in_and_out_are_in_the_trail(client, person):
    secret = make.factor(person)

    password(client, person.email)
    second(client, make.code_of(secret))
    client.post("/account/sign-out/")

    of = {"of_user_id": person.pk}
    assert signings() == [
        ("FactorUsed", person.pk, of | {"factor": "authenticator"}),
        ("signed in", person.pk, of | {"by": "authenticator"}),
        ("signed out", person.pk, of),
    ]


def test_who_was_not_let_in_is_in_the_trail_without_what_they_typed(client, person):
    for email in (person.email, "my own secret words", "My own secret words"):
        password(client, email, "wrong password typed")

    names, people, details = zip(*signings(), strict=True)
    assert (names, people) == (("refused",) * 3, (None,) * 3)
    assert [each["of_user_id"] for each in details] == [person.pk, None, None]
    assert details[1]["typed"] == details[2]["typed"] != details[0]["typed"]
    kept = str(list(AuditEvent.objects.filter(kind="sign_in").values()))
    assert ("secret" in kept, "wrong password" in kept, person.email in kept) == (False, False, False)
