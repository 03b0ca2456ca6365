"""An action agreed at the table is accepted, refused or taken away; nobody answers for who is not there."""

from dataclasses import replace
from datetime import date

import pytest

from marac.access.roles import Role
from marac.actions import operations as actions
from marac.actions.models import Action, Reply
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.caselists.operations import send_list
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.meetings.operations import mark_heard
from marac.minutes.letters import minutes_letter
from marac.minutes.queries import whole_minutes
from marac.office.worklist import waiting_for
from marac.undertakings import operations
from marac.undertakings.due import ask_unanswered
from marac.undertakings.queries import unanswered_at
from tests import make
from tests.undertakings.conftest import HELD_ON

pytestmark = pytest.mark.django_db


def said_of(viewer):
    return [(row.what, row.due_on, row.href) for row in waiting_for(viewer)]


def test_the_agency_accepts_and_the_trail_says_so(action, tenant_officer):
    found = operations.accept(viewer=tenant_officer, action=action)

    assert (found.state, found.answer) == ("open", "accepted")
    assert AuditEvent.objects.last().details["for_agency"] is False
    assert [(each.said, each.by, each.said_by) for each in Reply.objects.all()] == [("accepted", "Ada Quill", "")]


def test_the_minute_taker_writes_the_answer_of_who_is_at_the_table(action, coordinator, at_table):
    operations.accept(viewer=coordinator, action=action)

    assert Reply.objects.get().said_by == "Bea Marsh"


def test_nobody_accepts_for_an_agency_that_is_absent_and_it_has_been_told(officer, action, coordinator, housing):
    with pytest.raises(Refusal, match="is not at the meeting"):
        operations.accept(viewer=coordinator, action=action, said_by="Somebody")

    assert list(Outgoing.objects.filter(kind="actions").values_list("user", "agency")) == [(officer.pk, housing.pk)]


def test_after_the_meeting_the_office_writes_what_it_was_told_and_by_whom(action, coordinator):
    later = replace(coordinator, today=date(2026, 3, 26))

    with pytest.raises(Refusal) as unsaid:
        operations.accept(viewer=later, action=action)
    operations.accept(viewer=later, action=action, said_by="Bea Marsh, by phone")

    assert unsaid.value.field == "said_by"
    assert Reply.objects.get().said_by == "Bea Marsh, by phone"


def test_two_people_answer_at_once_and_the_second_is_told_of_the_first(action, tenant_officer, coordinator, at_table):
    opened_at = action.revision
    operations.refuse(viewer=tenant_officer, action=action, reason="Not our property", revision=opened_at)

    with pytest.raises(Stale):
        operations.accept(viewer=coordinator, action=action, revision=opened_at)
    with pytest.raises(Refusal, match="refused already"):
        operations.accept(viewer=coordinator, action=action)

    assert [each.said for each in Reply.objects.all()] == ["refused"]


def test_a_refusal_is_minuted_goes_to_the_chair_and_is_on_nobodys_list_of_late_actions(
    action, tenant_officer, coordinator, chair
):
    operations.refuse(viewer=tenant_officer, action=action, reason="Not our property")

    (row,) = said_of(chair)

    assert row == ("1 action was refused by its agency", date(2026, 4, 1), f"/actions/{action.pk}/decide/")
    assert said_of(replace(tenant_officer, today=date(2026, 5, 1))) == []
    assert "Refused: Not our property" in _minuted(coordinator, action.item)["task"]


def test_the_chair_asks_again_or_lets_it_stand_and_the_refusal_stays_in_the_record(action, tenant_officer, chair):
    operations.refuse(viewer=tenant_officer, action=action, reason="Not our property")

    asked = operations.decide(viewer=chair, action=action, said="again", reason="It is: see the lease")
    waits = said_of(tenant_officer)
    operations.refuse(viewer=tenant_officer, action=asked, reason="We sold it")
    stands = operations.decide(viewer=chair, action=asked, said="stands", reason="Sold in January")

    assert (asked.answer, waits[0][2]) == ("asked", f"/actions/{action.pk}/answer/")
    assert (stands.state, stands.answer, said_of(chair)) == ("refused", "stands", [])
    assert [each.said for each in Reply.objects.all()] == ["refused", "again", "refused", "stands"]


def test_only_the_chair_decides(action, tenant_officer, coordinator):
    operations.refuse(viewer=tenant_officer, action=action, reason="Not our property")

    with pytest.raises(NotAllowed):
        operations.decide(viewer=coordinator, action=action, said="stands", reason="No")

    action.refresh_from_db()
    assert action.answer == "refused"


def test_what_is_taken_away_stands_on_the_lists_of_its_agency_and_the_office_and_is_asked_about_once(
    action, tenant_officer, coordinator, area
):
    day = date(2026, 3, 27)
    operations.take_away(viewer=tenant_officer, action=action, answer_by_on=day)
    reference = action.case.reference

    own = (f"Action {action.pk}, case {reference}: say whether your agency will do it", day, _page(action))
    others = ("1 action that another agency has not answered", day, "/actions/?state=unanswered")
    on_day, after = ask_unanswered(make.system(day)), ask_unanswered(make.system(date(2026, 3, 30)))

    assert said_of(tenant_officer) == [own]
    assert others in said_of(coordinator)
    assert (on_day, after, ask_unanswered(make.system(date(2026, 3, 31)))) == (0, 1, 0)


def _page(action):
    return f"/actions/{action.pk}/answer/"


def test_what_was_taken_away_is_accepted_later_and_the_minutes_stay_as_they_were(
    action, tenant_officer, coordinator, item
):
    at_meeting = replace(tenant_officer, today=HELD_ON)
    operations.take_away(viewer=at_meeting, action=action, answer_by_on=date(2026, 3, 27))
    before = _minuted(coordinator, item)
    operations.accept(viewer=replace(tenant_officer, today=date(2026, 3, 27)), action=action)

    assert _minuted(coordinator, item) == before
    assert before["task"] == "Change the locks. Taken away, to answer by 27/03/2026."
    assert before["risk"] == "He has a key"


def _minuted(viewer, item):
    """The action as the minutes print it, of a case that was heard."""
    item.refresh_from_db()
    if item.state == "listed":
        send_list(viewer=viewer, meeting=item.meeting)
        mark_heard(viewer=replace(viewer, today=HELD_ON), item=item)
    return minutes_letter(whole_minutes(viewer, item.meeting), 1, "")["cases"][0]["actions"][0]


def test_a_case_that_is_left_has_its_unanswered_actions_named(action, coordinator, item, at_table):
    before = unanswered_at(coordinator, item)
    operations.accept(viewer=coordinator, action=action)

    assert (before, unanswered_at(coordinator, item)) == ([action], [])


def test_what_cannot_be_done_says_why_by_a_code_and_what_is_done_instead(action, tenant_officer):
    with pytest.raises(Refusal) as unsaid:
        actions.cannot_complete(viewer=tenant_officer, action=action, reason="She moved", cause="moved")
    found = actions.cannot_complete(
        viewer=tenant_officer, action=action, reason="She moved", cause="moved", new_plan="Locks at the new flat"
    )

    assert (unsaid.value.field, found.cause, found.new_plan) == ("new_plan", "moved", "Locks at the new flat")


def test_whether_it_lowered_the_risk_is_asked_of_what_was_done(action, tenant_officer, coordinator):
    with pytest.raises(Refusal):
        actions.review(viewer=coordinator, action=action, lowered="yes")
    actions.complete(viewer=tenant_officer, action=action, outcome="Changed")

    assert actions.review(viewer=coordinator, action=action, lowered="no").lowered == "no"


def test_another_agency_sees_neither_the_action_nor_what_was_said(action, area, health, tenant_officer):
    operations.accept(viewer=tenant_officer, action=action)
    nurse = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=health)

    assert not Action.objects.visible_to(nurse).exists()
    assert not Reply.objects.visible_to(nurse).exists()
    assert Reply.objects.visible_to(tenant_officer).count() == 1
