"""Before the first case everybody signs the area's own words, and again when they change; it is recorded."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marac.access.roles import Role
from marac.accounts import operations as accounts
from marac.audit.models import AuditEvent
from marac.directory import operations as directory
from marac.induction.models import Signature
from tests import make

pytestmark = pytest.mark.django_db
SIGN = "/account/induction/"


@pytest.fixture
def area():
    return make.marac("Northmoor")


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area)


@pytest.fixture
def joiner(client, area, police):
    """Somebody who has an account and a role, and has signed nothing yet."""
    user = make.user()
    given = {"user": user, "agency": police, "marac": area, "role": Role.COORDINATOR.value}
    accounts.give_role(viewer=make.system(), from_on=make.TODAY, **given)
    make.enter(client, user)
    return user


def signs(client):
    return client.post(f"{SIGN}?next=/cases/", {"read": "on", "mark": mark_on(client.get(SIGN))})


def mark_on(page):
    return page.content.decode().split('name="mark"')[1].split('value="')[1].split('"')[0]


def words(area, text, from_on=None):
    given = {"marac": area, "name": "induction", "value": text, "from_on": from_on or timezone.localdate()}
    directory.change_setting(viewer=make.system(timezone.localdate()), **given)


def test_every_page_that_may_show_a_case_sends_there_and_referring_does_not(client, joiner):
    sent = {
        page: client.get(page) for page in ("/cases/", "/people/", "/meetings/", "/documents/1/", "/reports/return/")
    }

    assert {page: answer.url.split("?")[0] for page, answer in sent.items()} == dict.fromkeys(sent, SIGN)
    assert client.post("/cases/", {"words": "x"}).url.startswith(SIGN)
    assert [client.get(page).status_code for page in ("/", "/referrals/ours/", "/account/")] == [200, 200, 200]


def test_signing_is_recorded_with_its_words_and_leads_on(client, joiner, area):
    case = make.case(marac=area)
    asked = client.get(f"/cases/{case.pk}/").url
    page = client.get(asked)

    answer = client.post(asked, {"read": "on", "mark": mark_on(page)}, follow=True)

    assert "never out of curiosity" in page.content.decode()
    assert answer.request["PATH_INFO"] == f"/cases/{case.pk}/"
    made = Signature.objects.get()
    assert (made.user, made.marac, made.signed_on) == (joiner, area, timezone.localdate())
    assert "never out of curiosity" in made.words
    assert AuditEvent.objects.filter(name="WordsSigned", user_id=joiner.pk).count() == 1


def test_without_the_tick_nothing_is_signed(client, joiner):
    page = client.post(SIGN, {"mark": mark_on(client.get(SIGN))}).content.decode()

    assert "Tick the box if you keep to this" in page
    assert Signature.objects.count() == 0


def test_new_words_are_asked_for_again_and_the_earlier_ones_kept(client, joiner, area):
    signs(client)
    assert client.get("/cases/").status_code == 200
    words(area, "Say nothing at home.")

    page = client.get(client.get("/cases/").url).content.decode()
    signs(client)

    assert ("Say nothing at home." in page, "were changed. Read them again" in page) == (True, True)
    assert client.get("/cases/").status_code == 200
    assert Signature.objects.filter(user=joiner).count() == 2


def test_words_that_change_twice_on_one_day_are_asked_for_each_time_in_an_open_session(client, joiner, area):
    asked = []
    for text in ("Say nothing at home.", "Say nothing anywhere.", "Say nothing at home."):
        words(area, text)
        asked.append(client.get("/cases/").status_code)
        if asked[-1] == 302:
            signs(client)

    assert asked == [302, 302, 200], "What was signed before is not asked for again."


def test_once_signed_it_costs_no_page_a_question(client, joiner, area):
    signs(client)
    client.get("/cases/")

    with CaptureQueriesContext(connection) as asked:
        client.get("/cases/")

    assert [each["sql"] for each in asked if "signature" in each["sql"] or "settingvalue" in each["sql"]] == []


def test_words_that_hold_from_tomorrow_are_not_asked_for_today(client, joiner, area):
    signs(client)
    words(area, "Say nothing at home.", timezone.localdate() + timedelta(days=1))
    make.enter(client, joiner)

    assert client.get("/cases/").status_code == 200


def test_words_that_were_changed_while_they_were_read_are_not_signed_unread(client, joiner, area):
    mark = mark_on(client.get(SIGN))
    words(area, "Say nothing at home.")

    page = client.post(SIGN, {"read": "on", "mark": mark}).content.decode()

    assert "were changed while you read them" in page
    assert "Say nothing at home." in page
    assert Signature.objects.count() == 0


def test_what_was_typed_under_earlier_words_is_taken(client, joiner, area):
    signs(client)
    words(area, "Say nothing at home.")
    make.enter(client, joiner)

    assert client.post("/cases/", {"words": "x"}).url == "/cases/"
    assert client.get("/cases/").url.startswith(SIGN)


def test_nobody_is_led_to_another_site(client, joiner):
    signs(client)

    assert client.get(f"{SIGN}?next=https://evil.example.org/").url == "/"


def test_the_office_sees_who_has_signed(client, joiner, area, police):
    make.member(Role.CHAIR, marac=area, agency=police)

    page = client.get("/account/induction/signed/").content.decode()

    assert page.count("Not yet") == 1
    assert "Ada Quill" in page
