"""The pages of meetings, as the office and an agency see them."""

import html
import re
from dataclasses import replace
from datetime import date, time
from io import BytesIO

import pytest
from docx import Document

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.caselists import operations as caselists
from marac.meetings import operations
from marac.meetings.models import ListSent, Meeting
from marac.people.models import Party
from tests import make
from tests.meetings.conftest import person_in, referral_of

pytestmark = pytest.mark.django_db

LONG_AGO = date(2020, 3, 2)


def text_of(answer):
    return html.unescape(answer.content.decode())


@pytest.fixture
def office(client, area, police):
    """The test client signed in as a coordinator; gives the user."""
    return make.signed_in(client, marac=area, agency=police)


@pytest.fixture
def past_meeting(area, coordinator):
    """A meeting held long ago by any clock."""
    return operations.plan_meetings(
        viewer=replace(coordinator, today=LONG_AGO), marac=area, days=[date(2020, 3, 25)], starts_at=time(9, 30)
    )[0]


@pytest.fixture
def far_meeting(area, coordinator):
    """A meeting whose dates lie ahead of the real clock too, by which pages go."""
    return operations.plan_meetings(viewer=coordinator, marac=area, days=[date(2099, 3, 25)], starts_at=time(9, 30))[0]


def test_the_year_is_shown_with_its_dates_and_the_neighbouring_years(client, office, far_meeting):
    page = text_of(client.get("/meetings/?year=2099"))

    assert "25 Mar 2099" in page
    assert ("?year=2098" in page, "?year=2100" in page) == (True, True)
    assert "No meeting is planned for this year." in text_of(client.get("/meetings/?year=2097"))


def test_the_last_and_the_next_stand_on_the_page_whatever_their_year(client, office, past_meeting, far_meeting):
    page = text_of(client.get("/meetings/"))
    assert page.index("The last meetings and the next") < page.index("25 Mar 2020") < page.index("25 Mar 2099")

    assert "25 Mar 2020" not in text_of(client.get("/meetings/?year=2099"))


@pytest.mark.parametrize("asked", ["?year=x", "?year=99999", "?year=²", "?marac=x", "?year=2099&page=9"])
def test_an_address_that_makes_no_sense_shows_the_page_all_the_same(client, office, asked):
    assert client.get(f"/meetings/{asked}").status_code == 200


def test_a_case_is_listed_from_those_that_wait(client, office, area, far_meeting):
    case = make.case(marac=area)
    referral = referral_of(case)
    page = text_of(client.get(f"/meetings/{far_meeting.pk}/list-case/"))
    assert (case.reference in page, "Why it is listed late" in page) == (True, False)

    answer = client.post(f"/meetings/{far_meeting.pk}/list-case/", {"case": referral.pk})

    assert (answer.status_code, answer.url) == (302, f"/meetings/{far_meeting.pk}/")
    assert case.reference in text_of(client.get(answer.url))
    assert "No case waits to be listed" in text_of(client.get(f"/meetings/{far_meeting.pk}/list-case/"))


def test_a_late_case_is_refused_without_a_reason(client, office, area, past_meeting):
    referral = referral_of(make.case(marac=area))
    address = f"/meetings/{past_meeting.pk}/list-case/"

    refused = text_of(client.post(address, {"case": referral.pk}))
    listed = client.post(address, {"case": referral.pk, "reason": "The chair agreed"})

    assert "Say why this case is listed late." in refused
    assert listed.status_code == 302


def mark_on(answer):
    """What the button of the page sends back: what the page said was due."""
    return re.search(r'name="shown" value="(\w+)"', text_of(answer)).group(1)


def test_sending_an_empty_list_is_refused_on_the_board(client, office, far_meeting):
    answer = client.post(f"/meetings/{far_meeting.pk}/send/")

    assert answer.status_code == 409
    assert "No case is listed." in text_of(answer)


def test_the_list_is_sent_and_the_board_says_who_has_not_opened_it(client, office, far_meeting, listed):
    listed(far_meeting)

    shown = mark_on(client.get(f"/meetings/{far_meeting.pk}/"))
    answer = client.post(f"/meetings/{far_meeting.pk}/send/", {"shown": shown}, follow=True)
    referral_of(make.case(marac=far_meeting.marac))

    assert "The case list has already gone out." in text_of(client.get(f"/meetings/{far_meeting.pk}/list-case/"))
    assert "1 agency has not opened the issue in force" in text_of(answer)
    assert "Every agency has the list as it stands now" in text_of(answer)


def test_a_second_deferral_is_put_to_the_chair(client, office, coordinator, meeting, far_meeting, listed):
    item = listed(meeting)
    operations.defer_item(viewer=coordinator, item=item, reason="The referrer is ill")
    again = operations.list_case(viewer=coordinator, meeting=far_meeting, case=item.case, referral=item.referral)

    page = text_of(client.get(f"/meetings/items/{again.pk}/defer/"))

    assert "It has been deferred 1 time before." in page


@pytest.mark.parametrize(("way", "state"), [("defer", "deferred"), ("withdraw", "withdrawn")])
def test_a_case_comes_off_with_its_reason(client, office, far_meeting, listed, way, state):
    item = listed(far_meeting)
    address = f"/meetings/items/{item.pk}/{way}/"
    assert "Give the reason, in a few words." in text_of(client.post(address, {"reason": ""}))

    client.post(address, {"reason": "The referrer is ill"})

    item.refresh_from_db()
    assert (item.state, item.reason) == (state, "The referrer is ill")
    assert "no longer waiting on the list" in text_of(client.post(address, {"reason": "Again"}))


def test_a_case_is_marked_as_heard_once_the_day_has_come(client, office, area, coordinator, past_meeting):
    case, then = make.case(marac=area), replace(coordinator, today=LONG_AGO)
    item = operations.list_case(viewer=then, meeting=past_meeting, case=case, referral=referral_of(case))
    caselists.send_list(viewer=then, meeting=past_meeting)
    assert f"/meetings/items/{item.pk}/heard/" in text_of(client.get(f"/meetings/{past_meeting.pk}/"))

    client.post(f"/meetings/items/{item.pk}/heard/")

    item.refresh_from_db()
    assert item.state == "heard"


def test_there_is_no_button_for_heard_before_the_day(client, office, far_meeting, listed):
    item = listed(far_meeting)

    page = text_of(client.get(f"/meetings/{far_meeting.pk}/"))

    assert f"/meetings/items/{item.pk}/heard/" not in page


def test_a_meeting_is_cancelled_with_a_reason(client, office, meeting):
    assert "Give the reason" in text_of(client.post(f"/meetings/{meeting.pk}/cancel/", {"reason": ""}))

    client.post(f"/meetings/{meeting.pk}/cancel/", {"reason": "Snow"})

    meeting.refresh_from_db()
    assert meeting.state == Meeting.State.CANCELLED


def test_an_agency_opens_its_list_and_that_is_kept(client, area, police, coordinator, far_meeting, listed):
    case = listed(far_meeting).case
    person_in(case, Party.Role.PERPETRATOR, forenames="Rook", other_name="Crow", address="3 Quay Lane")
    person_in(case, address="1 Hidden Row", confidential=True)
    caselists.send_list(viewer=coordinator, meeting=far_meeting)
    user = make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)

    page = text_of(client.get(f"/meetings/{far_meeting.pk}/case-list/"))

    assert all(words in page for words in ("Wren Tallow", "Rook Tallow", "Crow", "3 Quay Lane", "Address withheld"))
    assert not any(words in page for words in ("1 Hidden Row", "a note that is told", "a worker whose trade is told"))
    assert "Tallow" not in page.split("</title>")[0]
    assert ListSent.objects.get().opened_by == user.name
    read = AuditEvent.objects.filter(kind="read").last()
    assert (read.name, read.user_id, read.details["case_ids"]) == ("case list", user.pk, [case.pk])


def test_reading_again_is_recorded_and_the_first_opening_stays(client, area, police, coordinator, far_meeting, listed):
    listed(far_meeting)
    caselists.send_list(viewer=coordinator, meeting=far_meeting)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)

    for _each in range(2):
        client.get(f"/meetings/{far_meeting.pk}/case-list/")

    assert AuditEvent.objects.filter(kind="read", name="case list").count() == 2
    assert AuditEvent.objects.filter(name="CaseListOpened").count() == 1


def test_an_agency_without_a_seat_sees_none_of_the_case(client, area, coordinator, far_meeting, listed):
    case = listed(far_meeting).case
    person_in(case)
    caselists.send_list(viewer=coordinator, meeting=far_meeting)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=make.agency("Seaside Clinic"))

    pages = [text_of(client.get(f"/meetings/{far_meeting.pk}/{page}")) for page in ("", "case-list/")]

    assert not any(case.reference in page or "Tallow" in page for page in pages)
    assert "No case that you can see is listed" in pages[1]


def test_a_representative_sees_no_buttons_and_no_pages_of_the_office(client, area, police, far_meeting, listed):
    item = listed(far_meeting)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)

    board = text_of(client.get(f"/meetings/{far_meeting.pk}/"))

    assert not any(words in board for words in ("Send the case list", "List a case", "Defer", "Attendance"))
    closed = ["series/plan/", f"{far_meeting.pk}/list-case/", f"items/{item.pk}/defer/"]
    assert [client.get(f"/meetings/{address}").status_code for address in closed] == [404] * 3
    assert client.post(f"/meetings/{far_meeting.pk}/send/").status_code == 404


def test_a_meeting_of_another_area_is_not_there(client, office):
    elsewhere = make.marac()
    other = operations.plan_meetings(
        viewer=make.viewer(maracs=[elsewhere]), marac=elsewhere, days=[date(2099, 3, 25)], starts_at=time(9, 30)
    )[0]

    pages = [client.get(f"/meetings/{other.pk}/{page}").status_code for page in ("", "case-list/")]

    assert pages == [404, 404]


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_ask_the_same_number_of_questions_however_long_they_are(
    client, office, far_meeting, listed, rows, django_assert_num_queries
):
    for _each in range(rows):
        person_in(listed(far_meeting).case, other_name="Crow", address="3 Quay Lane")

    with django_assert_num_queries(10):
        client.get(f"/meetings/{far_meeting.pk}/")


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("asked", ["", "?year=2099"])
def test_the_year_asks_the_same_number_of_questions_however_long_it_is(
    client, office, area, coordinator, rows, asked, django_assert_num_queries
):
    days = [date(2099, 3, 2 + number) for number in range(rows)]
    operations.plan_meetings(viewer=coordinator, marac=area, days=days, starts_at=time(9, 30))

    with django_assert_num_queries(6):
        client.get(f"/meetings/{asked}")


def test_the_case_list_is_a_word_file_too_and_taking_it_counts_as_opening_it(
    client, office, area, police, meeting, listed
):
    person_in(listed().case, address="1 Hidden Row", confidential=True)
    caselists.send_list(viewer=make.viewer(maracs=[area]), meeting=meeting)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)

    answer = client.get(f"/meetings/{meeting.pk}/case-list/word/")

    said = [cell.text for table in Document(BytesIO(answer.content)).tables for row in table.rows for cell in row.cells]
    assert answer["Content-Disposition"] == 'attachment; filename="2026-03-25-case-list.docx"'
    assert ("Wren Tallow" in said, "Address withheld" in said, "1 Hidden Row" in "".join(said)) == (True, True, False)
    assert ListSent.objects.get(agency=police).opened_on is not None


def test_the_reason_for_a_late_case_is_given_back_when_a_colleague_listed_it_first(client, office, area, past_meeting):
    referral = referral_of(make.case(marac=area))
    typed = {"case": referral.pk, "reason": "The chair agreed"}
    address = f"/meetings/{past_meeting.pk}/list-case/"
    client.post(address, typed)

    page = text_of(client.post(address, typed))

    assert ("No case waits" in page, "The chair agreed" in page) == (True, True)
