"""The pages of series: shown before anything is saved, then saved; and what each role is offered."""

import html
from datetime import date

import pytest

from marac.access.roles import Role
from marac.meetings.models import Meeting
from marac.series import operations
from marac.series.models import ChairAway, PlannedDate, Series, SkippedDay
from marac.series.rules import Kind, Pattern
from tests import make
from tests.series.conftest import plan

pytestmark = pytest.mark.django_db
PLAN = {
    "kind": "meeting",
    "pattern": "weeks",
    "weeks": "2",
    "first_on": "2/3/2099",
    "until_on": "31/3/2099",
    "starts_at": "9.30am",
    "ends_at": "12:30",
    "venue": "Room 2",
    "chair": "shared",
}


def text_of(answer):
    return html.unescape(answer.content.decode())


@pytest.fixture
def office(client, area, police):
    """The test client signed in as a coordinator; gives the user."""
    return make.signed_in(client, marac=area, agency=police)


def test_a_year_is_published_after_its_dates_were_shown_with_every_deadline(client, office, area, chairs):
    asked = PLAN | {"marac": area.pk}

    preview = text_of(client.post("/meetings/series/plan/", asked))
    assert ("Publish 3 dates" in preview, "16 Feb 2099" in preview, "Ada Quill" in preview) == (True, True, True)
    assert not Meeting.objects.exists()
    answer = client.post("/meetings/series/plan/", asked | {"confirm": "yes"})

    series = Series.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/meetings/series/{series.pk}/")
    assert [str(each.held_on) for each in Meeting.objects.all()] == ["2099-03-02", "2099-03-16", "2099-03-30"]
    assert "Bea Lark" in text_of(client.get(answer.url))


def test_a_date_without_a_chair_is_said_before_it_is_published(client, office, area):
    preview = text_of(client.post("/meetings/series/plan/", PLAN | {"marac": area.pk}))

    assert "3 new dates have no chair yet." in preview


def test_a_moved_date_shows_its_reason_and_a_taken_day_is_left_out(client, office, area, coordinator):
    make.directory.add_holidays(viewer=make.system(), nation="england", days={date(2099, 3, 16): "Jubilee"})
    operations.publish(viewer=coordinator, marac=area, plan=plan(first_on=date(2099, 3, 2), until_on=date(2099, 3, 2)))

    preview = text_of(client.post("/meetings/series/plan/", PLAN | {"marac": area.pk}))

    assert "16 March 2099 is Jubilee, so it is held on the next working day" in preview
    assert "Left out: a meeting is planned on this day already." in preview
    assert "Publish 2 dates" in preview


def test_the_answers_can_be_changed_before_they_are_confirmed(client, office, area):
    page = text_of(client.post("/meetings/series/plan/", PLAN | {"marac": area.pk, "change": "yes"}))

    assert ('value="31/3/2099"' in page, "Show the dates" in page) == (True, True)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"first_on": "1/3/2099"}, "The first date falls on a weekend."),
        ({"until_on": "1/3/2099"}, "The last day is before the first date."),
        ({"starts_at": "soon"}, "Enter a time of day, such as 9.30am or 14:00"),
        ({"first_on": ""}, "Enter the first date"),
        ({"first_on": "4/3/2025", "until_on": "4/3/2025"}, "4 March 2025 is past. Choose a later day."),
        ({"pattern": ""}, "Choose how often"),
        ({"weeks": ""}, "Enter a number of weeks from 1 to 13."),
        ({"kind": "triage"}, "Choose the series to which the triage passes its cases."),
        ({"venue": "The MARAC room"}, "Say it without words such as “MARAC”."),
        ({"link": "video.example.org"}, "A link begins with https://."),
    ],
)
def test_a_plan_that_cannot_be_is_refused_beside_its_question(client, office, area, changed, sentence):
    page = text_of(client.post("/meetings/series/plan/", PLAN | {"marac": area.pk} | changed))

    assert sentence in page
    assert "There is a problem" in page


def test_a_series_is_changed_after_what_becomes_of_each_date_was_shown(client, office, published):
    address = f"/meetings/series/{published.pk}/change/"
    assert 'value="9/3/2099"' in text_of(client.get(address))
    asked = PLAN | {"first_on": "9/3/2099", "until_on": "8/5/2099", "weeks": "4", "marac": published.marac_id}

    preview = text_of(client.post(address, asked))
    answer = client.post(address, asked | {"confirm": "yes"})

    assert (preview.count("Cancelled"), preview.count("New"), answer.status_code) == (2, 1, 302)
    assert Meeting.objects.filter(state="planned").count() == 3


def test_a_meeting_is_moved_after_what_moves_with_it_was_shown(client, office, published):
    meeting = Meeting.objects.first()
    address = f"/meetings/{meeting.pk}/move/"
    asked = {"on": "11/3/2099", "starts_at": "9.30am", "reason": "The hall is let"}

    shown = text_of(client.post(address, asked))
    assert Meeting.objects.get(pk=meeting.pk).held_on == meeting.held_on
    answer = client.post(address, asked | {"confirm": "yes"})

    assert ("23 February 2099" in shown, "25 February 2099" in shown) == (True, True)
    assert answer.url == f"/meetings/{meeting.pk}/"
    assert "The hall is let" in text_of(client.get(f"/meetings/series/{published.pk}/"))


def test_a_date_is_arranged(client, office, published, chairs):
    planned = PlannedDate.objects.first()
    asked = {"chair": chairs[1].pk, "venue": "Room 9", "booking": "booked", "private": "on", "reachable": "on"}

    answer = client.post(f"/meetings/series/dates/{planned.pk}/", asked)

    assert answer.status_code == 302
    page = text_of(client.get(f"/meetings/series/{published.pk}/"))
    assert ("Room 9" in page, "Booked, private, reachable" in page) == (True, True)


def test_a_day_is_taken_out_of_a_triage(client, office, area, coordinator, published):
    asked = plan(kind=Kind.TRIAGE, pattern=Pattern.DAILY, weeks=None, feeds=published.pk)
    triage = operations.publish(viewer=coordinator, marac=area, plan=asked)

    client.post(f"/meetings/series/{triage.pk}/skip/", {"on": "11/3/2099", "reason": "Training day"})

    page = text_of(client.get(f"/meetings/series/{triage.pk}/"))
    assert SkippedDay.objects.count() == 1
    assert ("11 March 2099: Training day" in page, "Wednesday 11 March 2099" in page) == (True, False)


def test_a_chair_says_on_the_page_when_they_are_away_and_takes_it_back(client, area, police, chairs):
    make.enter(client, chairs[0])
    address = f"/meetings/chairs/{area.pk}/"

    client.post(address, {"user": chairs[0].pk, "from_on": "9/3/2099", "until_on": "10/3/2099"})
    refused = client.post(address, {"user": chairs[1].pk, "from_on": "9/3/2099", "until_on": "10/3/2099"})
    shown = text_of(client.get(address))
    away = ChairAway.objects.get()
    client.post(f"/meetings/chairs/away/{away.pk}/take-back/")

    assert ("9 March 2099 – 10 March 2099" in shown, refused.status_code) == (True, 200)
    assert not ChairAway.objects.exists()


def test_who_does_not_plan_sees_the_dates_and_changes_nothing(client, area, police, published):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)
    meeting = Meeting.objects.first()

    page = text_of(client.get(f"/meetings/series/{published.pk}/"))

    assert ("9 Mar 2099" in page, "Move" in page, "Change the dates" in page) == (True, False, False)
    closed = [f"/meetings/series/{published.pk}/change/", f"/meetings/{meeting.pk}/move/", "/meetings/series/plan/"]
    assert [client.get(address).status_code for address in closed] == [404] * 3


@pytest.mark.parametrize("weeks", [1, 4])
def test_lists_ask_the_same_number_of_questions_however_long_they_are(
    client, office, area, coordinator, chairs, weeks, django_assert_num_queries
):
    made = operations.publish(viewer=coordinator, marac=area, plan=plan(chair="shared", weeks=weeks))
    for _each in range(weeks):
        operations.publish(viewer=coordinator, marac=area, plan=plan(first_on=date(2099, 3, 10 + _each)))

    with django_assert_num_queries(6):
        client.get("/meetings/series/")
    with django_assert_num_queries(6):
        client.get(f"/meetings/series/{made.pk}/")


@pytest.mark.parametrize("weeks", [1, 4])
def test_a_preview_asks_the_same_number_of_questions_however_long_it_is(
    client, office, area, chairs, weeks, django_assert_num_queries
):
    with django_assert_num_queries(14):
        client.post("/meetings/series/plan/", PLAN | {"marac": area.pk, "weeks": weeks})


def test_whoever_takes_back_the_days_of_another_chair_is_told_who_may(client, area, police, chairs):
    days = {"from_on": date(2099, 3, 2), "until_on": date(2099, 3, 6)}
    away = operations.say_away(viewer=make.viewer(maracs=[area]), marac=area, user=chairs[0].pk, **days)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)

    answer = client.post(f"/meetings/chairs/away/{away.pk}/take-back/")

    assert (answer.status_code, "Only the person and the office" in answer.content.decode()) == (409, True)
    assert ChairAway.objects.filter(pk=away.pk).exists()
