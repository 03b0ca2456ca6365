"""Where one is signed in: seen, and ended one by one, by oneself or by the office."""

import re
from datetime import timedelta
from math import log2

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from marac.access.roles import Role
from marac.sessions.models import OpenSession, SessionStore
from marac.sessions.places import SEEN_AT
from tests import make
from tests.signin.test_entering import is_in, password, second

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"
OWN, THERE, ELSEWHERE = (f"/account/factors/{end}" for end in ("", "sign-out-there/", "sign-out-elsewhere/"))


def signs_in(person, secret, agent, address, steps=0):
    """A browser of its own; `steps` is how many half minutes later, for a code works once."""
    client = Client(headers={"User-Agent": agent}, REMOTE_ADDR=address)
    password(client, person.email)
    second(client, make.code_of(secret, timezone.now() + timedelta(seconds=30 * steps)))
    return client


@pytest.fixture
def two(person):
    """One person at a desk and on a telephone."""
    secret = make.factor(person)
    return signs_in(person, secret, FIREFOX, "192.0.2.7"), signs_in(person, secret, SAFARI, "198.51.100.9", steps=1)


def listed(page):
    return [re.sub(r"\s+", " ", re.sub("<[^>]+>", "", row)).strip() for row in re.findall("<li>(.*?)</li>", page, re.S)]


def test_one_sees_every_session_of_ones_own_with_this_one_marked(two, text):
    desk, _telephone = two
    rows = [row for row in listed(text(desk.get(OWN))) if "network" in row]

    assert [is_in(each) for each in two] == [True, True]
    assert [row.split(" Signed in on")[0] for row in rows] == [
        "Here: Firefox on Windows, network 192.0.2.7.",
        "Safari on iPhone, network 198.51.100.9.",
    ]
    assert all("last used on" in row for row in rows)


def test_one_of_them_is_ended_and_the_others_go_on(two, person, text):
    desk, telephone = two
    third = Client()
    make.enter(third, person)
    page = text(desk.get(THERE))
    choices = re.findall(r'name="place"[^>]*value="([0-9a-f]+)"', page)
    labels = re.findall(r'<label class="govuk-label govuk-radios__label"[^>]*>\s*(.*?)\s*</label>', page, re.S)
    of_telephone = choices[next(number for number, label in enumerate(labels) if "iPhone" in label)]

    answer = desk.post(THERE, {"place": of_telephone})

    assert (answer.url, len(choices)) == (OWN, 2)
    assert [is_in(each) for each in (desk, telephone, third)] == [True, False, True]


def test_the_number_of_a_session_is_of_more_than_128_bits_of_chance():
    made = [SessionStore()._get_new_session_key() for _each in range(200)]

    assert log2(36) * 32 > 128
    assert all(re.fullmatch("[a-z0-9]{32}", each) for each in made)
    assert min(len(set(place)) for place in zip(*made, strict=True)) > 20, "Every place is another each time."


def test_no_page_shows_the_number_of_a_session(two, text):
    desk, _telephone = two
    shown = text(desk.get(OWN)) + text(desk.get(THERE))

    assert [each for each in two if each.session.session_key in shown] == []


def test_nobody_ends_or_sees_a_session_of_somebody_else(two, area, police, text):
    other = Client(REMOTE_ADDR="203.0.113.5")
    make.signed_in(other, Role.COORDINATOR, marac=area, agency=police)
    page = text(two[0].get(THERE))
    mark = re.search(r'name="place"[^>]*value="([0-9a-f]+)"', page)[1]

    answer = other.post(THERE, {"place": mark})

    assert (answer.status_code, [is_in(each) for each in two]) == (200, [True, True])
    assert "198.51.100.9" not in text(other.get(OWN)) + text(answer)


def test_a_session_is_ended_by_who_has_just_shown_a_factor_only(two):
    desk, telephone = two
    make.forget_factor(desk)

    answers = [desk.post(address, {}) for address in (THERE, ELSEWHERE)]

    assert [answer.url.partition("?")[0] for answer in answers] == ["/account/sign-in/again/"] * 2
    assert is_in(telephone)


def test_a_session_that_is_over_is_not_listed(two, text):
    desk, telephone = two
    session = telephone.session
    session[SEEN_AT] = (timezone.now() - timedelta(minutes=31)).isoformat()
    session.save()

    assert "iPhone" not in text(desk.get(OWN))
    assert "You are signed in nowhere else." in text(desk.get(THERE))


def test_the_office_signs_somebody_out_everywhere_and_the_account_stays(client, two, person, area, police):
    make.signed_in(client, Role.COORDINATOR, marac=area, agency=police)

    answer = client.post(f"/account/people/{person.pk}/account/sign-out/")

    assert (answer.status_code, [is_in(each) for each in two], is_in(client)) == (302, [False, False], True)
    assert password(Client(), person.email).url == "/account/sign-in/second/"


def test_nothing_is_kept_of_a_session_that_has_ended(two):
    before = OpenSession.objects.count()
    OpenSession.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    call_command("tick")

    assert (before > 1, OpenSession.objects.count()) == (True, 0)
