"""Whoever's password or factors change is told by mail, and so is who is tried for again and again."""

import pytest
from django.core.management import call_command
from django.test import Client

from marac.access.roles import Role
from marac.accounts.middleware import viewer_of
from marac.invitations.operations import renew
from marac.mail.letters import unsealed
from marac.mail.models import Outgoing
from marac.signin.models import Passkey, Tries
from marac.signin.operations import factors
from marac.signin.operations.tries import forgive
from tests import make
from tests.signin.test_entering import password, second

pytestmark = pytest.mark.django_db


@pytest.fixture
def viewer(person):
    return viewer_of(person, make.timezone.localdate())


def letters_to(person):
    """Those that wait to leave, the oldest first."""
    rows = Outgoing.objects.filter(user=person, kind="account", state="queued").order_by("pk")
    return [unsealed(row.letter, row.sealed_for()) for row in rows]


def told(person):
    """The first sentence of each."""
    return [letter.body.partition(".")[0] for letter in letters_to(person)]


def test_one_is_told_of_a_new_password_of_ones_own_making(client, person):
    make.enter(client, person)

    client.post("/account/password/", {"current": make.PASSWORD, "password": "four words unlike each other"})

    assert told(person) == ["The password of your account was changed"]


def test_one_is_told_of_a_new_password_by_a_link_and_not_of_the_first(client, person, area, police):
    new = make.give_role(make.user(), Role.CHAIR, marac=area, agency=police).user
    for each in (person, new):
        token = renew(viewer=make.clerk(), user=each, at=make.timezone.now()).token
        client.get(f"/account/invitations/{token}/")
        client.post("/account/join/", {"password": "four words unlike each other"})

    assert [told(each)[1:] for each in (person, new)] == [["The password of your account was changed"], []]


def test_one_is_told_of_every_factor_set_up_and_taken_away_and_of_new_codes(person, viewer):
    make.factor(person)
    factors.add_passkey(viewer=viewer, name="Blue key", known_as="a", credential="", uses=0)
    factors.make_recovery_codes(viewer=viewer)
    factors.remove_authenticator(viewer=viewer)
    factors.add_passkey(viewer=viewer, name="Red key", known_as="b", credential="", uses=0)
    factors.remove_passkey(viewer=viewer, passkey=Passkey.objects.get(name="Blue key"))

    assert told(person) == [
        "An authenticator app was set up for your account",
        "New recovery codes were made for your account",
        "The authenticator app of your account was taken away",
        "A passkey was set up for your account",
        "A passkey of your account was taken away",
    ]


@pytest.mark.parametrize("what", ["password", "code"])
def test_whoever_is_tried_for_again_and_again_is_told_once(person, what):
    if what == "code":
        make.factor(person)
    tries = 5
    for number in range(tries + 2):
        if what == "password":
            password(Client(), person.email, "wrong")
        elif number == 0:
            guesser = Client()
            password(guesser, person.email)
        else:
            second(guesser, f"{number:06}")

    before = told(person)
    for _round in range(2):
        call_command("tick")
    rows = Outgoing.objects.filter(user=person, about=f"tries {what} {person.pk}")

    assert (len(before), rows.count()) == (int(what == "code"), 1)
    assert Tries.objects.get(mark__startswith=what).told


def test_after_signing_in_one_is_told_anew(person):
    for _streak in range(2):
        for _each in range(5):
            password(Client(), person.email, "wrong")
        call_command("tick")
        forgive(viewer=make.system(), user=person, account=Tries.objects.get(told=True).mark, address="")

    assert Outgoing.objects.filter(about=f"tries password {person.pk}").count() == 2


def test_nobody_is_told_where_what_was_typed_is_no_account(person):
    for _each in range(6):
        password(Client(), "nobody@agency.example.org", "wrong")

    call_command("tick")

    assert Outgoing.objects.count() == 0


def test_no_letter_has_a_link_and_each_says_what_to_do(person, viewer):
    make.factor(person)
    factors.make_recovery_codes(viewer=viewer)

    bodies = [letter.body for letter in letters_to(person)]

    assert [("http" in body, "telephone your coordinator at once" in body) for body in bodies] == [(False, True)] * 2
    assert [word for word in ("MARAC", person.name, person.email) if word in str(letters_to(person))] == []
