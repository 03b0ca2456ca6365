"""An agency's flags with their one press, the gap list, and asking for flags and their removal."""

from dataclasses import replace

import pytest
from django.utils import timezone

from marac.access.roles import Role
from marac.flags import operations
from marac.flags.models import Flag
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def flagged(area, coordinator):
    """flagged(): a new case with a flag asked of every core agency today, as the pages know the day."""
    today = timezone.localdate()

    def build():
        made = make.case(marac=area)
        operations.ask_for_flags(viewer=replace(coordinator, today=today), case=made, anchor_on=today)
        return made

    return build


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    client, area, health, flagged, rows, django_assert_num_queries
):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=health)
    for _each in range(rows):
        flagged()

    with django_assert_num_queries(5):
        page = client.get("/flags/").content.decode()

    assert page.count("Flag placed") == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_gap_list_asks_the_same_number_of_questions_however_long_it_is(
    client, area, police, flagged, rows, django_assert_num_queries
):
    make.signed_in(client, marac=area, agency=police)
    references = [flagged().reference for _each in range(rows)]

    with django_assert_num_queries(5):
        page = client.get("/flags/gaps/").content.decode()

    assert [page.count(reference) for reference in references] == [2] * rows


def test_an_agency_confirms_in_one_press_and_a_second_press_is_refused(client, area, police, flagged):
    user = make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)
    flag = Flag.objects.get(case=flagged(), agency=police)

    pressed = client.post(f"/flags/{flag.pk}/confirm/", follow=True)
    again = client.post(f"/flags/{flag.pk}/confirm/")

    flag.refresh_from_db()
    assert (pressed.status_code, flag.confirmed_by) == (200, user.name)
    assert (again.status_code, "already been confirmed" in again.content.decode()) == (409, True)
    assert client.post(f"/flags/{flag.pk}/removed/").status_code == 409
    assert client.get(f"/flags/{flag.pk}/confirm/").status_code == 405


def test_the_office_asks_for_flags_and_for_their_removal(client, area, police, health, on_call):
    make.signed_in(client, marac=area, agency=police)
    case = make.case(marac=area)

    missing = client.post(f"/flags/cases/{case.pk}/", {"anchor_on": ""}).content.decode()
    ahead = client.post(f"/flags/cases/{case.pk}/", {"anchor_on": "1/1/2059"}).content.decode()

    assert "Give the day that the months are counted from" in missing
    assert "cannot be counted from a day to come" in ahead
    assert "No flag of this case" in client.post(f"/flags/cases/{case.pk}/remove/", {"reason": ""}).content.decode()

    today = timezone.localdate()
    client.post(f"/flags/cases/{case.pk}/", {"anchor_on": f"{today:%d/%m/%Y}"})
    client.post(f"/flags/cases/{case.pk}/remove/", {"reason": "Wrong person"})

    assert [flag.removal_reason for flag in Flag.objects.all()] == ["Wrong person", "Wrong person"]


def test_the_page_of_a_case_says_what_the_months_are_counted_from(client, area, police, flagged):
    make.signed_in(client, marac=area, agency=police)
    case = flagged()

    page = client.get(f"/flags/cases/{case.pk}/").content.decode()

    assert "the last referral" in page
    assert "Northmoor Health" in page
    assert client.get(f"/flags/cases/{case.pk}/remove/").status_code == 200


def test_an_agency_has_no_gap_list_and_no_flag_of_another(client, area, health, police, flagged):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=health)
    case = flagged()
    theirs = Flag.objects.get(case=case, agency=police)

    answers = [
        client.get("/flags/gaps/"),
        client.get(f"/flags/cases/{case.pk}/"),
        client.get(f"/flags/cases/{case.pk}/remove/"),
        client.post(f"/flags/{theirs.pk}/confirm/"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404, 404]
