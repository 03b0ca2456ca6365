"""Agreeing an action at the table: from the page of a case's minutes to the log of the agency that undertook it."""

from datetime import date, time
from pathlib import Path

import pytest

from marac.access.roles import Role
from marac.actions import operations
from marac.actions.models import Action
from marac.kernel.refusal import Refusal
from marac.meetings import operations as meetings
from marac.referrals import operations as referrals
from marac.triage import operations as triage
from tests import make

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).parent.parent / "samples" / "intake" / "norbrook-tolliver.docx"


@pytest.fixture
def item(area, coordinator):
    """A sample referral, accepted and listed for 25 March."""
    referral = referrals.read_document(viewer=coordinator, marac=area, name="form.docx", content=SAMPLE.read_bytes())
    case = triage.accept(viewer=coordinator, referral=referral, kind="new", reason="High risk", known={})
    referral.refresh_from_db()
    meeting = meetings.plan_meetings(viewer=coordinator, marac=area, days=[date(2026, 3, 25)], starts_at=time(9, 30))[0]
    return meetings.list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral)


def test_an_action_agreed_answers_a_risk_that_is_named_with_it(coordinator, housing, item):
    action = operations.agree(
        viewer=coordinator,
        item=item,
        agency=housing.pk,
        task="Change the locks",
        due_on=date(2026, 3, 27),
        new_risk="He has a key",
    )

    assert (action.case_id, action.agency, action.risk.text) == (item.case_id, housing, "He has a key")
    assert action.agreed_on == date(2026, 3, 25)


def test_an_agency_that_is_not_there_is_refused_and_no_risk_is_kept(coordinator, item):
    with pytest.raises(Refusal):
        operations.agree(
            viewer=coordinator, item=item, agency=0, task="Change the locks", due_on=date(2026, 3, 27), new_risk="Key"
        )

    assert item.case.risks.count() == 0


def test_the_page_takes_an_action_and_shows_what_is_missing(client, area, office, housing, item):
    make.signed_in(client, marac=area, agency=office)
    address = f"/actions/agree/{item.pk}/"

    empty = client.post(address, {"task": ""}).content.decode()
    answer = client.post(address, {"agency": housing.pk, "task": "Change the locks", "due_on": "27/3/2026"})

    assert "Choose the agency that will do it" in empty
    assert answer.url == f"/room/cases/{item.pk}/"
    assert Action.objects.get().task == "Change the locks"


def test_a_representative_agrees_nothing_for_others(client, area, housing, item):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)

    assert client.get(f"/actions/agree/{item.pk}/").status_code == 404


def test_a_page_that_is_sent_twice_agrees_one_thing_once_and_keeps_what_was_typed(client, area, office, housing, item):
    make.signed_in(client, marac=area, agency=office)
    address, typed = f"/actions/agree/{item.pk}/", {"agency": housing.pk, "task": "Change the locks"}

    client.post(address, typed | {"due_on": "27/3/2026"})
    again = client.post(address, typed | {"due_on": "27/3/2026", "new_risk": "He has a key"}).content.decode()

    assert ("It was not added twice" in again, 'value="He has a key"' in again) == (True, True)
    assert (Action.objects.count(), item.case.risks.count()) == (1, 0)


def test_nothing_is_agreed_at_a_meeting_that_was_cancelled_meanwhile(client, area, office, housing, coordinator, item):
    make.signed_in(client, marac=area, agency=office)
    meetings.defer_item(viewer=coordinator, item=item, reason="No room")
    meetings.cancel_meeting(viewer=coordinator, meeting=item.meeting, reason="No room")

    typed = {"agency": housing.pk, "task": "Change the locks", "due_on": "27/3/2026"}
    page = client.post(f"/actions/agree/{item.pk}/", typed).content.decode()

    assert ("The meeting was cancelled" in page, "Change the locks" in page) == (True, True)
    assert not Action.objects.exists()
