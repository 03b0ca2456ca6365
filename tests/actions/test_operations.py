"""Naming risks, setting actions, reporting on them: what is written, what is recorded, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.actions import operations
from marac.actions.models import Action
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.cases.models import CaseAccess
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from tests import make

pytestmark = pytest.mark.django_db


def test_setting_an_action_seats_its_agency_and_says_so_in_the_trail(set_action, housing):
    action = set_action()

    seat = CaseAccess.objects.get(case=action.case, agency=housing)
    event = AuditEvent.objects.filter(name="ActionSet").get()
    assert seat.basis == CaseAccess.Basis.ACTION
    assert (event.operation, event.case_id) == ("actions.operations.set_action", action.case_id)
    assert event.details == {"action_id": action.pk, "agency_id": housing.pk}


def test_an_action_answers_a_risk_of_its_own_case_only(area, coordinator, set_action):
    case, other = make.case(marac=area), make.case(marac=area)
    risk = operations.add_risk(viewer=coordinator, case=case, text="He knows where she parks")

    assert set_action(case=case, risk=risk).risk == risk
    with pytest.raises(Refusal, match="another case"):
        set_action(case=other, risk=risk)


def test_a_risk_says_something(area, coordinator):
    with pytest.raises(Refusal):
        operations.add_risk(viewer=coordinator, case=make.case(marac=area), text=" ")


def test_a_representative_sets_no_action(area, housing, tenant_officer):
    case = make.case(marac=area, seen_by=(housing,))

    with pytest.raises(NotAllowed):
        operations.set_action(
            viewer=tenant_officer, case=case, agency=housing, task="Fit a chain", due_on=date(2026, 3, 9)
        )


def test_completing_an_action_records_how_late_it_was(set_action, tenant_officer):
    action = set_action(due_on=date(2026, 3, 5))
    late = replace(tenant_officer, today=date(2026, 3, 8))

    done = operations.complete(viewer=late, action=action, outcome="Chain fitted")

    event = AuditEvent.objects.last()
    assert (done.state, done.reported_on, done.reported_by) == ("complete", date(2026, 3, 8), "Ada Quill")
    assert event.details == {"action_id": action.pk, "state": "complete", "days_late": 3, "for_agency": False}


@pytest.mark.parametrize(
    ("report", "state"), [(operations.cannot_complete, "cannot"), (operations.not_done, "not_done")]
)
def test_what_could_not_be_done_and_what_was_not_done_are_kept_apart(set_action, tenant_officer, report, state):
    answered = report(viewer=tenant_officer, action=set_action(), reason="The tenancy ended")

    assert (answered.state, answered.reason, answered.outcome) == (state, "The tenancy ended", "")


def test_an_action_is_reported_on_once(set_action, tenant_officer):
    action = set_action()
    operations.complete(viewer=tenant_officer, action=action, outcome="Chain fitted")

    with pytest.raises(Refusal, match="already been reported on"):
        operations.not_done(viewer=tenant_officer, action=action, reason="Forgot")


def test_another_agency_with_a_seat_does_not_see_the_action(set_action, area, health):
    case = make.case(marac=area, seen_by=(health,))
    nurse = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=health)

    with pytest.raises(Unseen):
        operations.complete(viewer=nurse, action=set_action(case=case), outcome="Done")


def test_the_office_reports_for_an_agency_and_names_who_said_so(set_action, coordinator):
    action = set_action()

    with pytest.raises(Refusal, match="who at the agency"):
        operations.complete(viewer=coordinator, action=action, outcome="Chain fitted")
    done = operations.complete(viewer=coordinator, action=action, outcome="Chain fitted", said_by="Bea Marsh")

    assert (done.said_by, AuditEvent.objects.last().details["for_agency"]) == ("Bea Marsh", True)


def test_the_chair_sees_an_action_and_reports_for_nobody(set_action, area, office):
    chair = make.viewer(Role.CHAIR, maracs=[area], agency=office)

    with pytest.raises(Refusal, match="Only the agency that owns"):
        operations.complete(viewer=chair, action=set_action(), outcome="Done", said_by="Bea Marsh")


def test_a_referrer_reports_on_an_action_of_their_agency_without_opening_the_case(set_action, area, housing):
    referrer = make.viewer(Role.REFERRER, maracs=[area], agency=housing)

    assert operations.complete(viewer=referrer, action=set_action(), outcome="Done").state == "complete"


def test_an_action_reopened_can_be_reported_on_again(set_action, tenant_officer, coordinator):
    action = operations.complete(viewer=tenant_officer, action=set_action(), outcome="Wrong door")

    opened = operations.reopen(viewer=coordinator, action=action, reason="It was the wrong door")

    assert (opened.state, opened.reported_on, opened.reported_by, opened.outcome) == ("open", None, "", "")
    assert AuditEvent.objects.last().details["was"] == "complete"
    assert operations.complete(viewer=tenant_officer, action=opened, outcome="Right door").state == "complete"


def test_only_the_office_opens_an_action_again(set_action, tenant_officer):
    action = operations.complete(viewer=tenant_officer, action=set_action(), outcome="Done")

    with pytest.raises(NotAllowed):
        operations.reopen(viewer=tenant_officer, action=action, reason="Again")


def test_a_report_over_somebody_elses_is_refused(set_action, tenant_officer, coordinator):
    action = set_action()
    seen = action.revision
    operations.complete(viewer=tenant_officer, action=action, outcome="Done")
    operations.reopen(viewer=coordinator, action=action, reason="Again")

    with pytest.raises(Stale):
        operations.complete(viewer=tenant_officer, action=action, outcome="Done", revision=seen)


@pytest.mark.parametrize(
    "broken",
    [
        {"reported_on": date(2026, 3, 4)},
        {"state": "complete"},
        {"state": "not_done", "reported_on": date(2026, 3, 4), "reported_by": "Ada Quill"},
    ],
)
def test_the_database_keeps_day_name_and_reason_together(set_action, coordinator, broken):
    action = set_action()

    with pytest.raises(IntegrityError), transaction.atomic():
        QuerySet.update(Action.objects.filter(pk=action.pk), **broken)


def test_the_agency_is_told_of_its_action_and_a_referrer_too(set_action, area, housing):
    officer = make.member(Role.REFERRER, marac=area, agency=housing)
    action = set_action()

    assert list(Outgoing.objects.values_list("user", "kind", "about", "reference")) == [
        (officer.pk, "actions", f"case {action.case_id}", action.case.reference)
    ]
