"""The pages of a re-issued list: what the office is told and presses, and what an agency opens."""

import html
import re
from datetime import date

import pytest

from marac.access.roles import Permission, Role
from marac.audit.operation import operation, record
from marac.caselists.operations import send_list
from marac.cases.operations import bar
from marac.mail.models import Outgoing
from marac.mail.rules import State
from marac.meetings.models import ListSent
from marac.meetings.operations import CaseListed, withdraw_item
from tests import make

pytestmark = pytest.mark.django_db


def text(answer):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


@operation(needs=Permission.DO_DUE_WORK)
def put_off(*, viewer, meeting):
    meeting.held_on = meeting.research_on = date(2099, 3, 25)
    meeting.save()
    record(CaseListed(case_id=0, meeting_id=meeting.pk, reason="to come"))


@operation(needs=Permission.DO_DUE_WORK)
def fail(*, viewer, row):
    row.state = State.GIVEN_UP.value
    row.save()
    record(CaseListed(case_id=0, meeting_id=0, reason="failed"))


@pytest.fixture
def changed(coordinator, sent, listed):
    """A late case, and one withdrawn, since the list went out; gives both."""
    late = listed()
    withdraw_item(viewer=coordinator, item=sent[0], reason="Duplicate")
    return late.case.reference, sent[0].case.reference


def test_the_meeting_says_for_whom_the_list_is_out_of_date_and_one_press_sends_it(client, area, meeting, changed):
    make.signed_in(client, marac=area, agency=make.agency("Northmoor Council"))
    board = client.get(f"/meetings/{meeting.pk}/")
    mark = re.search(r'name="shown" value="(\w+)"', board.content.decode()).group(1)

    assert "The case list in the hands of 2 agencies is out of date" in text(board)
    assert f"Northmoor Homes Issue 1 {changed[0]} {changed[1]} –" in text(board)
    after = client.post(f"/meetings/{meeting.pk}/send/", {"shown": mark}, follow=True)

    assert "Every agency has the list as it stands now." in text(after)
    assert "1: not opened" in text(after)
    assert client.post(f"/meetings/{meeting.pk}/send/", {"shown": mark}).status_code == 409


def test_the_link_of_an_earlier_issue_leads_to_the_one_in_force_and_says_so(
    client, area, police, coordinator, meeting, changed
):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)
    first = ListSent.objects.get(agency=police)
    assert client.get(f"/meetings/issues/{first.pk}/").status_code == 200
    send_list(viewer=coordinator, meeting=meeting)
    second = ListSent.objects.get(agency=police, number=2)

    old, new = client.get(f"/meetings/issues/{first.pk}/"), client.get(f"/meetings/issues/{second.pk}/")

    assert (old.status_code, "Issue 1 was withdrawn" in text(old)) == (410, True)
    assert f'href="/meetings/issues/{second.pk}/"' in old.content.decode()
    assert f"Changed since issue 1 Added {changed[0]} Taken off {changed[1]}" in text(new)
    assert f'href="#case-{changed[0]}"' in new.content.decode()
    assert f'id="case-{changed[0]}"' in new.content.decode()
    unopened = ListSent.objects.filter(opened_on=None).values_list("agency__name", flat=True)
    assert list(unopened) == ["Northmoor Homes"] * 2


def test_the_issue_of_another_agency_is_not_there(client, area, police, homes, meeting, sent):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)

    assert client.get(f"/meetings/issues/{ListSent.objects.get(agency=homes).pk}/").status_code == 404


def test_somebody_to_whom_no_case_of_it_is_open_proves_nothing_by_opening_it(
    client, area, police, coordinator, meeting, sent
):
    user = make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)
    for item in sent:
        bar(viewer=coordinator, case=item.case, user=user, reason="Lives next door")

    assert "No case that you can see" in text(client.get(f"/meetings/{meeting.pk}/case-list/"))
    assert ListSent.objects.get(agency=police).opened_on is None


def test_today_leads_to_the_issue_in_force_and_says_that_the_list_was_changed(
    client, area, police, coordinator, meeting, changed
):
    send_list(viewer=coordinator, meeting=meeting)
    meeting.refresh_from_db()
    put_off(viewer=make.system(), meeting=meeting)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=police)

    page = client.get("/").content.decode()

    assert "was changed: issue 2" in html.unescape(page)
    assert page.count('href="/meetings/issues/') == 1


def test_an_agency_that_no_message_reached_is_named(client, area, police, homes, coordinator, meeting, sent, listed):
    for agency in (police, homes):
        make.member(Role.REPRESENTATIVE, marac=area, agency=agency)
    listed()
    send_list(viewer=coordinator, meeting=meeting)
    for row in Outgoing.objects.filter(agency=homes):
        if row.user_id:
            fail(viewer=make.system(), row=row)
    make.signed_in(client, marac=area, agency=make.agency("Northmoor Council"))

    page = text(client.get(f"/meetings/{meeting.pk}/"))

    assert page.count("nobody was reached by mail") == 1
    assert re.search(r"Northmoor Homes 2, sent .{5,60} nobody was reached by mail", page)


def test_who_was_told_today_is_not_reminded_and_the_page_says_why(client, area, meeting, sent):
    make.signed_in(client, marac=area, agency=make.agency("Northmoor Council"))
    address = f"/meetings/{meeting.pk}/case-list/remind/"

    first, again = client.post(address), client.post(address)

    assert (first.status_code, again.status_code) == (302, 409)
    assert "They were told of it today already." in text(again)
