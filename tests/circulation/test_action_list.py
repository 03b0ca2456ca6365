"""The action list goes out alone, before the minutes, and each agency reads its own cases of it."""

import io
from datetime import date

import pytest
from docx import Document as WordDocument

from marac.access.roles import Role
from marac.actions import operations as actions
from marac.audit.models import AuditEvent
from marac.circulation import operations
from marac.circulation.letters import action_list_letter
from marac.circulation.models import ActionList
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.minutes.models import Issue
from marac.papers.fields import FIELDS, Paper, is_shaped_as
from tests import make
from tests.minutes.area import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    found = build()
    for item, agency, task in (
        (found.shared, found.housing, "Fit new locks."),
        (found.police_only, found.police, "Look for the knife."),
    ):
        given = {"case": item.case, "item": item, "agency": agency, "task": task, "due_on": date(2026, 3, 20)}
        actions.set_action(viewer=found.viewer(), **given)
    return found


def send(area):
    return operations.send_actions(viewer=area.viewer(), meeting=area.meeting)


def words(answer):
    document = WordDocument(io.BytesIO(answer.content))
    return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


def test_it_goes_out_before_the_minutes_are_approved_and_agencies_are_told(area):
    reader = make.member(Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    sent = send(area)

    assert (sent.number, Issue.objects.exists(), area.meeting.issues.exists()) == (1, False, False)
    assert Outgoing.objects.filter(kind="actions", user=reader, about=f"meeting {area.meeting.pk}").exists()


def test_each_agency_reads_its_own_cases_of_it_on_the_page_and_in_word(area, client):
    send(area)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    page = client.get(f"/minutes/meetings/{area.meeting.pk}/actions/").content.decode()
    file = words(client.get(f"/minutes/meetings/{area.meeting.pk}/actions/word/"))

    assert [("Fit new locks." in each, "Look for the knife." in each) for each in (page, file)] == [(True, False)] * 2
    read = AuditEvent.objects.filter(kind="read", name="action list").last()
    assert read.details["case_ids"] == [area.shared.case_id]


def test_readers_see_nothing_of_it_until_it_is_sent_and_then_as_it_was_sent(area, client):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    address = f"/minutes/meetings/{area.meeting.pk}/actions/"
    before = client.get(address).content.decode()
    assert client.get(f"{address}word/").status_code == 404
    send(area)
    given = {"case": area.shared.case, "item": area.shared, "agency": area.housing, "due_on": date(2026, 3, 20)}
    actions.set_action(viewer=area.viewer(), task="Said later.", **given)

    after = client.get(address).content.decode()

    assert ("Fit new locks." in before, "Fit new locks." in after, "Said later." in after) == (False, True, False)


def test_the_same_list_is_not_sent_twice_and_a_changed_one_is_the_next(area):
    send(area)
    with pytest.raises(Refusal, match="gone out already"):
        send(area)
    given = {"case": area.shared.case, "item": area.shared, "agency": area.housing, "due_on": date(2026, 3, 20)}
    actions.set_action(viewer=area.viewer(), task="Said later.", **given)

    assert send(area).number == 2
    assert [len(each.content["actions"]) for each in ActionList.objects.order_by("number")] == [2, 3]


def test_a_meeting_without_an_action_has_no_list_and_the_page_says_so(client):
    empty = build()
    make.signed_in(client, Role.ADMINISTRATOR, marac=empty.marac, agency=empty.police)

    answer = client.post(f"/minutes/meetings/{empty.meeting.pk}/actions/send/")

    assert (answer.status_code, "there is no list to send" in answer.content.decode()) == (409, True)


def test_the_office_sends_it_from_the_page(area, client):
    make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)

    page = client.post(f"/minutes/meetings/{area.meeting.pk}/actions/send/", follow=True).content.decode()

    assert ("The action list has gone out." in page, "Look for the knife." in page) == (True, True)


def test_the_list_has_the_fields_that_are_declared(area):
    letter = action_list_letter(send(area).content, make.TODAY, "")

    assert is_shaped_as(letter, FIELDS[Paper.ACTION_LIST])
