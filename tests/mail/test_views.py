"""The page of what was sent to whom: found by agency, kind and day, and what can be pressed on it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from marac.access.roles import Role
from marac.cases.operations import restrict
from marac.mail import operations
from marac.mail.models import Outgoing
from marac.mail.rules import Kind
from tests import make

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def homes(area):
    found = make.agency("Northmoor Homes", marac=area)
    make.member(Role.REPRESENTATIVE, marac=area, agency=found)
    return found


def tell(area, agency, *, kind=Kind.CASE_LIST, today=make.TODAY, reference="NM 04/03/2026", case=None):
    viewer = replace(make.system(), today=today)
    about = f"{kind} {reference}"
    return operations.notify(
        viewer=viewer, kind=kind, marac=area, agencies=[agency], about=about, reference=reference, case=case
    )


def test_it_says_who_was_told_of_what_and_that_nothing_leaves_without_a_mail_server(client, area, homes):
    make.signed_in(client, marac=area, agency=homes)
    (row,) = tell(area, homes)

    page = client.get("/sent/").content.decode()

    assert "1 found" in page
    assert [text in page for text in ("Case list, NM 04/03/2026", row.address, "Waiting to be sent")] == [True] * 3
    assert "nothing leaves this machine" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"FIRST", "SECOND"}),
        ({"kind": "research"}, {"SECOND"}),
        ({"since": "2/3/2026"}, {"SECOND"}),
        ({"until": "1/3/2026"}, {"FIRST"}),
        ({"state": "sent"}, set()),
        ({"about": "case_list FIRST"}, {"FIRST"}),
        ({"since": "not a day"}, {"FIRST", "SECOND"}),
    ],
)
def test_it_is_found_by_what_it_was_and_when(client, area, homes, asked, found):
    make.signed_in(client, marac=area, agency=homes)
    tell(area, homes, reference="FIRST", today=date(2026, 3, 1))
    tell(area, homes, reference="SECOND", today=date(2026, 3, 3), kind=Kind.RESEARCH)

    page = client.get("/sent/", asked).content.decode()

    assert {word for word in ("FIRST", "SECOND") if f", {word}</th>" in page} == found


def test_it_is_found_by_agency(client, area, homes):
    police = make.agency("Northmoor Police", marac=area)
    make.signed_in(client, marac=area, agency=homes)
    tell(area, homes, reference="FIRST")
    tell(area, police, reference="SECOND")

    page = client.get("/sent/", {"agency": police.pk}).content.decode()

    assert ("FIRST</th>" in page, "SECOND</th>" in page, "Nobody to tell" in page) == (False, True, True)


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.CHAIR, Role.IDVA, Role.REFERRER, Role.STEERING])
def test_it_is_not_there_for_others(client, area, homes, role):
    make.signed_in(client, role, marac=area, agency=homes)
    row = tell(area, homes)[0]

    assert client.get("/sent/").status_code == 404
    assert client.post(f"/sent/{row.pk}/again/").status_code == 404


def test_what_was_sent_in_another_marac_or_of_a_case_one_may_not_open_is_not_on_it(client, area, homes):
    make.signed_in(client, marac=area, agency=homes)
    elsewhere = make.marac()
    tell(elsewhere, make.agency(marac=elsewhere), reference="ELSEWHERE")
    case = make.case(marac=area)
    tell(area, homes, reference="RESTRICTED", case=case)
    restrict(viewer=make.system(), case=case, readers=[], reason="Staff")

    page = client.get("/sent/").content.decode()

    assert ("ELSEWHERE" in page, "RESTRICTED" in page, "0 found" in page) == (False, False, True)


def test_what_could_not_be_sent_is_tried_again_or_set_aside(client, area, homes, settings):
    settings.MAIL_ATTEMPTS = 1
    make.signed_in(client, marac=area, agency=homes)
    rows = [*tell(area, homes, reference="FIRST"), *tell(area, homes, reference="SECOND")]
    operations.put_off(viewer=make.system(), notices=rows, at=NOW, reason="550 no such box")

    page = client.get("/sent/").content.decode()
    again, aside = client.post(f"/sent/{rows[0].pk}/again/"), client.post(f"/sent/{rows[1].pk}/set-aside/")

    assert page.count("550 no such box") == 2
    assert (again.status_code, aside.status_code) == (302, 302)
    assert list(Outgoing.objects.order_by("pk").values_list("state", flat=True)) == ["queued", "set_aside"]


def test_pressing_twice_says_why_nothing_was_done(client, area, homes):
    make.signed_in(client, marac=area, agency=homes)
    (row,) = tell(area, homes)

    answer = client.post(f"/sent/{row.pk}/again/")

    assert answer.status_code == 409
    assert "does not wait for you" in answer.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_it_asks_the_same_number_of_questions_however_long_it_is(client, area, homes, rows, django_assert_num_queries):
    make.signed_in(client, marac=area, agency=homes)
    for number in range(rows):
        tell(area, homes, reference=f"NM {number}")

    with django_assert_num_queries(6):
        client.get("/sent/")
