"""Agreeing an action at the table: from the page of a case's minutes to the log of the agency that undertook it."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from marac.access.roles import Role
from marac.actions import operations
from marac.actions.models import Action
from marac.actions.table import Worked, offered
from marac.directory import operations as directory
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
    typed = {"agency": housing.pk, "task": "Change the locks", "due_on": "27/3/2026", "why_no_risk": "Asked for"}
    answer = client.post(address, typed)

    assert "Choose the agency that will do it" in empty
    assert answer.url == f"/room/cases/{item.pk}/"
    assert Action.objects.get().task == "Change the locks"


def test_an_action_answers_a_risk_or_says_why_it_answers_none(coordinator, housing, item):
    given = {"item": item, "agency": housing.pk, "task": "Change the locks", "due_on": date(2026, 3, 27)}

    with pytest.raises(Refusal) as refused:
        operations.agree(viewer=coordinator, **given)
    action = operations.agree(viewer=coordinator, **given, why_no_risk="She asked for it")

    assert (refused.value.field, action.risk, action.why_no_risk) == ("risk", None, "She asked for it")


def test_an_action_agreed_waits_for_its_agency_by_the_areas_days(coordinator, housing, item):
    action = operations.agree(
        viewer=coordinator, item=item, agency=housing.pk, task="Ring", due_on=date(2026, 4, 1), why_no_risk="Asked for"
    )

    assert (action.answer, action.answer_by_on) == ("asked", date(2026, 3, 27))


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ({"standard": "fire-visit"}, date(2026, 3, 27)),
        ({"risk_kind": "fire"}, date(2026, 3, 26)),
        ({"risk_kind": "technology"}, date(2026, 4, 1)),
        ({"standard": "release-alert", "risk_kind": "release"}, date(2026, 4, 22)),
    ],
)
def test_without_a_day_it_is_due_when_it_usually_is_against_this_risk(coordinator, housing, item, more, day):
    """Easter lies between; no next meeting is planned, and is not waited for."""
    directory.add_holidays(viewer=make.system(), nation="england", days={date(2026, 4, 3): "Good Friday"})

    action = operations.agree(
        viewer=coordinator, item=item, agency=housing.pk, task="Ring", new_risk="Burning paper", **more
    )

    assert action.due_on == (date(2026, 4, 23) if day == date(2026, 4, 22) else day)


def test_without_a_day_and_without_anything_to_find_it_by_a_day_is_asked_for(coordinator, housing, item):
    with pytest.raises(Refusal) as refused:
        operations.agree(viewer=coordinator, item=item, agency=housing.pk, task="Ring", new_risk="Burning paper")

    assert refused.value.field == "due_on"


def test_what_was_agreed_before_is_agreed_again_only_with_what_is_different(coordinator, housing, item):
    before = replace(coordinator, today=date(2026, 2, 3))
    earlier = operations.set_action(
        viewer=before, case=item.case, agency=housing, task="Change the locks", due_on=date(2026, 2, 9)
    )
    operations.not_done(viewer=before, action=earlier, reason="No fitter", said_by="Bea, by phone")
    given = {"item": item, "agency": housing.pk, "task": "change all the locks!", "due_on": date(2026, 3, 27)}

    with pytest.raises(Refusal) as refused:
        operations.agree(viewer=coordinator, **given, why_no_risk="Asked for")
    again = operations.agree(viewer=coordinator, **given, why_no_risk="Asked for", different="Another firm")

    assert (refused.value.field, "No fitter" in refused.value.sentence) == ("different", True)
    assert again.different == "Another firm"


def test_standard_actions_are_offered_while_one_types_and_one_press_fills_the_form_in(client, area, office, item):
    police = make.agency("Northmoor Police", marac=area, group="police")
    make.signed_in(client, marac=area, agency=office)
    address = f"/actions/agree/{item.pk}/"

    typed = {"task": "marker", "new_risk": "He has a knife", "risk_kind": "weapons", "person": "PC Stone"}
    offered = client.post(address, typed, headers={"HX-Request": "true"}).content.decode()
    filled = client.post(address, typed | {"take": "flag-perpetrator"}).content.decode()

    assert ('value="flag-perpetrator"' in offered, "Error" in offered) == (True, False)
    assert all(words in filled for words in ("officer safety</textarea>", 'value="PC Stone"', 'value="26/3/2026"'))
    assert f'value="{police.pk}" selected' in filled
    assert not Action.objects.exists()


def test_what_worked_against_the_same_risk_here_is_shown_unless_the_numbers_are_small(coordinator, housing, item):
    risk = operations.add_risk(viewer=coordinator, case=item.case, text="A knife", kind="weapons")
    few = _agreed(coordinator, housing, risk, 5, lowered=0)
    before = offered(coordinator, item, words="firearms", risk_kind="weapons")[0].worked
    many = _agreed(coordinator, housing, risk, 7, lowered=6)
    after = offered(coordinator, item, words="firearms", risk_kind="weapons")[0].worked

    assert (few, before, many, after) == (5, None, 7, Worked(agreed=12, done=12, lowered=6))
    assert offered(coordinator, item, words="firearms", risk_kind="staff")[0].worked is None


def _agreed(viewer, agency, risk, times, *, lowered):
    for number in range(times):
        given = {"case": risk.case, "agency": agency, "risk": risk, "standard": "firearms", "task": f"Revoke {number}"}
        action = operations.set_action(viewer=viewer, due_on=date(2026, 3, 27), **given)
        operations.complete(viewer=viewer, action=action, outcome="Done", said_by="Bea")
        if number < lowered:
            operations.review(viewer=viewer, action=action, lowered="yes")
    return times


def test_a_representative_agrees_nothing_for_others(client, area, housing, item):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)

    assert client.get(f"/actions/agree/{item.pk}/").status_code == 404


def test_a_page_that_is_sent_twice_agrees_one_thing_once_and_keeps_what_was_typed(client, area, office, housing, item):
    make.signed_in(client, marac=area, agency=office)
    address, typed = f"/actions/agree/{item.pk}/", {"agency": housing.pk, "task": "Change the locks"}

    client.post(address, typed | {"due_on": "27/3/2026", "why_no_risk": "Asked for"})
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
