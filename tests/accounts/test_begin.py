"""marac begin: an installation gets its first MARAC and somebody who can sign in."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from marac.accounts.models import Membership, User
from marac.directory.models import Agency, BankHoliday, Marac
from marac.directory.queries import profile_on
from tests import make

pytestmark = pytest.mark.django_db
GIVEN = {
    "name": "Northmoor",
    "prefix": "NM",
    "nation": "wales",
    "agency": "Northmoor Council",
    "person": "Ada Quill",
    "email": "ada@council.example.org",
}


@pytest.fixture
def type_in(monkeypatch):
    return lambda words: monkeypatch.setattr("sys.stdin", StringIO(words + "\n"))


def begin(**other):
    said = StringIO()
    call_command("begin", stdout=said, **GIVEN | other)
    return said.getvalue()


def test_the_first_marac_has_a_coordinator_who_can_sign_in(client, type_in):
    type_in(make.PASSWORD)

    said = begin()

    assert "Northmoor is ready: ada@council.example.org can sign in as its coordinator." in said
    first = client.post("/account/sign-in/", {"email": GIVEN["email"], "password": make.PASSWORD})
    assert first.url == "/account/factors/first/"
    make.enter(client, User.objects.get())
    marac = Marac.objects.get()
    assert client.get(f"/settings/{marac.pk}/").status_code == 200
    assert profile_on(marac.pk, timezone.localdate()).nation == "wales"
    assert BankHoliday.objects.filter(nation="wales").exists()


def test_a_second_marac_may_have_the_same_agency_and_coordinator(type_in):
    type_in(make.PASSWORD)
    begin()

    begin(name="Southmoor", prefix="SM", agency="NORTHMOOR council")

    assert (Agency.objects.count(), User.objects.count(), Membership.objects.count()) == (1, 1, 2)


@pytest.mark.parametrize(
    ("other", "typed", "sentence"),
    [
        ({}, "short", "at least 15 characters"),
        ({"prefix": "nm-1"}, make.PASSWORD, "The prefix is one to six capital letters"),
        ({"email": "ada"}, make.PASSWORD, "valid email address"),
    ],
)
def test_what_cannot_be_leaves_nothing_behind(type_in, other, typed, sentence):
    type_in(typed)

    with pytest.raises(CommandError, match=sentence):
        begin(**other)

    assert (Marac.objects.count(), Agency.objects.count(), User.objects.count()) == (0, 0, 0)


def test_two_maracs_cannot_have_one_name_or_prefix(type_in):
    type_in(make.PASSWORD)
    begin()

    for other in ({"prefix": "XX", "name": "NORTHMOOR"}, {"name": "Other"}):
        with pytest.raises(CommandError, match="already a MARAC of this name or prefix"):
            begin(**other)
