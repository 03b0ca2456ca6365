"""The page of who is at a meeting."""

import html
from dataclasses import replace

import pytest

from marac.access.roles import Role
from marac.attendance.models import Attendance
from marac.attendance.operations.meeting import accept, record_attendance
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, area, police):
    return make.signed_in(client, marac=area, agency=police)


def text_of(answer):
    return html.unescape(answer.content.decode())


def test_attendance_is_recorded_and_listed(client, office, police, meeting):
    asked = {"agency": police.pk, "name": "Bo Marsh", "capacity": "deputy", "presence": "present"}

    page = text_of(client.post(f"/attendance/{meeting.pk}/", asked, follow=True))

    assert "1 person present has not accepted confidentiality" in page
    assert "What is said here is confidential." in page
    assert Attendance.objects.get().name == "Bo Marsh"
    blank = text_of(client.post(f"/attendance/{meeting.pk}/", asked | {"name": ""}))
    assert "Enter the person's name." in blank


def test_one_press_says_that_the_statement_was_read_to_everybody(client, office, meeting, records):
    records("Bo Marsh")

    page = text_of(client.post(f"/attendance/{meeting.pk}/read-out/", follow=True))

    assert "0 people present have not accepted confidentiality" in page
    assert Attendance.objects.get().confidentiality_on is not None


def test_without_a_quorum_the_page_says_who_is_not_there_and_that_the_chair_decides(client, office, housing, meeting):
    page = text_of(client.get(f"/attendance/{meeting.pk}/"))

    assert ("No quorum" in page, "Northmoor Homes, Northmoor Police" in page) == (True, True)
    assert "the chair decides" in page


def test_attendance_is_not_there_for_a_representative(client, area, police, meeting):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)

    assert client.get(f"/attendance/{meeting.pk}/").status_code == 404


def test_a_mistyped_name_is_taken_off_and_pressing_twice_says_so(client, office, meeting, records):
    row = records("Bo Mrash")

    once = text_of(client.post(f"/attendance/{meeting.pk}/take-off/", {"row": row.pk}, follow=True))
    twice = client.post(f"/attendance/{meeting.pk}/take-off/", {"row": row.pk})

    assert "Bo Mrash" not in once
    assert (twice.status_code, "taken off already" in text_of(twice)) == (409, True)


def test_somebody_signed_in_accepts_confidentiality_themselves_and_the_office_does_not_take_it_back(
    client, area, police, meeting
):
    user = make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)
    assert "What is said here is confidential." in text_of(client.get(f"/attendance/{meeting.pk}/own/"))
    early = text_of(client.post(f"/attendance/{meeting.pk}/own/"))
    assert "on the day of the meeting" in early

    on_the_day = replace(
        make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police, user=user), today=meeting.held_on
    )
    accept(viewer=on_the_day, meeting=meeting)

    row = Attendance.objects.get()
    assert (row.name, row.accepted_by_id, row.confidentiality_on) == (user.name, user.pk, meeting.held_on)
    office = make.viewer(maracs=[area])
    record_attendance(viewer=office, meeting=meeting, agency=police, name=user.name, capacity="deputy")
    row.refresh_from_db()
    assert (row.capacity, row.confidentiality_on) == ("deputy", meeting.held_on)
