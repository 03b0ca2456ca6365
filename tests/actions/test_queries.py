"""Which actions are found, which are late, and how each agency stands."""

from dataclasses import replace
from datetime import date, time

import pytest

from marac.access.roles import Role
from marac.actions import operations
from marac.actions.queries import (
    AgencyTally,
    Filters,
    actions_found,
    actions_of,
    meetings_with_actions,
    next_steps,
    overdue,
    tally_by_agency,
)
from marac.meetings.operations import list_case, plan_meetings
from tests import make
from tests.meetings.conftest import referral_of

pytestmark = pytest.mark.django_db
LATE = date(2026, 3, 12)


def listed_at(meeting, viewer):
    case = make.case(marac=meeting.marac)
    return list_case(viewer=viewer, meeting=meeting, case=case, referral=referral_of(case))


def test_an_agency_finds_its_own_actions_and_the_office_everybodys(
    set_action, area, housing, health, tenant_officer, coordinator
):
    case = make.case(marac=area)
    ours, theirs = set_action(case=case), set_action(case=case, agency=health)

    assert list(actions_found(tenant_officer, Filters())) == [ours]
    assert set(actions_found(coordinator, Filters())) == {ours, theirs}
    assert list(actions_found(coordinator, Filters(agency=str(health.pk)))) == [theirs]
    assert list(actions_found(coordinator, Filters(agency="mine"))) == []
    assert set(actions_of(coordinator, case)) == {ours, theirs}


def test_open_late_and_answered_are_told_apart(set_action, tenant_officer, area):
    case = make.case(marac=area)
    late, on_time = set_action(case=case, due_on=date(2026, 3, 9)), set_action(case=case, due_on=LATE)
    done = set_action(case=case)
    operations.complete(viewer=tenant_officer, action=done, outcome="Done")
    viewer = replace(tenant_officer, today=LATE)

    found = {state: list(actions_found(viewer, Filters(state=state))) for state in ("open", "late", "answered")}

    assert found == {"open": [late, on_time], "late": [late], "answered": [done]}
    assert actions_found(viewer, Filters(state="all")).count() == 3
    assert list(overdue(viewer)) == [late]


def test_an_action_is_found_by_part_of_its_case_reference(set_action, coordinator):
    wanted, _other = set_action(), set_action()

    assert list(actions_found(coordinator, Filters(words=wanted.case.reference[-4:]))) == [wanted]


def test_an_action_is_found_by_words_of_its_task(set_action, coordinator):
    wanted, _other = set_action(task="Ring the school"), set_action()

    assert list(actions_found(coordinator, Filters(words="the SCHOOL"))) == [wanted]


def test_the_log_is_narrowed_to_what_one_meeting_agreed(set_action, area, coordinator):
    meeting = plan_meetings(viewer=coordinator, marac=area, days=[date(2026, 3, 25)], starts_at=time(9, 30))[0]
    item = listed_at(meeting, coordinator)
    agreed = set_action(case=item.case, item=item, due_on=date(2026, 4, 1))
    set_action()

    assert meetings_with_actions(coordinator) == [(str(meeting.pk), meeting.held_on)]
    assert list(actions_found(coordinator, Filters(meeting=str(meeting.pk)))) == [agreed]


def test_the_tally_counts_open_and_late_by_agency(set_action, health, coordinator):
    set_action(due_on=date(2026, 3, 9))
    set_action(due_on=LATE)
    set_action(agency=health, due_on=LATE)

    assert tally_by_agency(replace(coordinator, today=LATE)) == [
        AgencyTally("Northmoor Health", 1, 0),
        AgencyTally("Northmoor Homes", 2, 1),
    ]


def test_an_action_of_another_marac_or_of_a_restricted_case_is_not_found(set_action, area, housing, coordinator):
    action = set_action()
    elsewhere = make.viewer(maracs=[make.marac()], agency=housing)
    referrer = make.viewer(Role.REFERRER, maracs=[area], agency=housing)
    assert list(actions_found(referrer, Filters())) == [action]

    make.cases.restrict(viewer=make.system(), case=action.case, readers=[], reason="Staff member")

    found = [list(actions_found(viewer, Filters(state="all"))) for viewer in (elsewhere, coordinator, referrer)]
    assert found == [[], [], []]


def test_a_page_offers_what_the_rules_allow(set_action, area, office, tenant_officer, coordinator):
    action = set_action()
    chair = make.viewer(Role.CHAIR, maracs=[area], agency=office)

    offered = [next_steps(viewer, action) for viewer in (tenant_officer, coordinator, chair)]

    assert [(each.report, each.for_agency, each.reopen) for each in offered] == [
        (True, False, False),
        (True, True, False),
        (False, True, False),
    ]
