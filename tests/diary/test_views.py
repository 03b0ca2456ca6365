"""The year on paper, one's own calendar, and the private address."""

import html

import pytest

from marac.access.roles import Role
from marac.diary.models import Diary
from marac.meetings.models import Meeting
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, area, police):
    return make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)


def text_of(answer):
    return html.unescape(answer.content.decode())


def address_in(answer):
    return text_of(answer).partition("/diary/dates/")[2].partition(".ics")[0]


def test_the_year_has_every_date_with_its_deadlines_and_its_number_in_calendars(client, signed_in, published):
    said = text_of(client.get("/diary/?year=2099"))

    first = Meeting.objects.first()
    assert [word for word in (f"Meeting {first.pk}", "9 March 2099", "Papers go out") if word not in said] == []
    assert "No meeting is planned" in text_of(client.get("/diary/?year=2098"))
    assert client.get("/diary/?year=²099").status_code == 200


def test_the_year_asks_as_many_questions_for_two_dates_as_for_many(
    client, signed_in, published, coordinator, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        client.get("/diary/?year=2099")


def test_a_private_address_is_shown_once_and_gives_dates_without_signing_in(client, signed_in, published):
    token = address_in(client.post("/diary/own/", {"act": "new"}))
    assert len(token) > 40
    assert token not in text_of(client.get("/diary/own/"))

    client.logout()
    answer = client.get(f"/diary/dates/{token}.ics")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert f"SUMMARY:Meeting {Meeting.objects.first().pk}\r\n" in answer.content.decode()


def test_an_address_that_is_withdrawn_is_the_same_as_one_that_never_was(client, signed_in, published):
    token = address_in(client.post("/diary/own/", {"act": "new"}))
    client.post("/diary/own/", {"act": "withdraw"})

    assert client.get(f"/diary/dates/{token}.ics").status_code == 404
    assert client.get("/diary/dates/unknown.ics").status_code == 404
    assert Diary.objects.get().mark is None


def test_whoever_has_left_has_no_dates_any_more(client, signed_in, published):
    token = address_in(client.post("/diary/own/", {"act": "new"}))
    held = signed_in.membership_set.get()
    make.accounts.end_role(viewer=make.clerk(), membership=held, until_on=held.from_on)

    assert "BEGIN:VEVENT" not in client.get(f"/diary/dates/{token}.ics").content.decode()


def test_the_wish_not_to_be_invited_is_kept_and_taken_back(client, signed_in):
    client.post("/diary/own/", {"act": "leave-out"})
    assert "You do not wish to be invited." in text_of(client.get("/diary/own/"))

    client.post("/diary/own/", {"act": "invite"})
    assert Diary.objects.get().invited is True
