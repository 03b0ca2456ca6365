"""A seat that an action gave lasts while the agency has an action to answer, and no longer than the flag after that."""

from datetime import timedelta

import pytest

from marac.actions import operations
from marac.actions.queries import seats_without_action
from marac.audit.models import AuditEvent
from marac.cases.models import CaseAccess
from marac.flags.operations import ask_for_flags
from marac.management.commands.tick import end_seats
from tests import make

pytestmark = pytest.mark.django_db


def seat_of(action):
    return CaseAccess.objects.get(case=action.case_id, agency=action.agency_id, basis=CaseAccess.Basis.ACTION)


def test_the_seat_has_no_end_while_one_action_is_open(set_action, tenant_officer, area):
    case = make.case(marac=area)
    first, _second = set_action(case=case), set_action(case=case)

    operations.complete(viewer=tenant_officer, action=first, outcome="Chain fitted")

    assert seat_of(first).until_on is None


def test_the_last_answer_ends_the_seat_that_day(set_action, tenant_officer, area):
    case = make.case(marac=area)
    first, second = set_action(case=case), set_action(case=case)
    operations.complete(viewer=tenant_officer, action=first, outcome="Chain fitted")

    operations.cannot_complete(viewer=tenant_officer, action=second, reason="She moved away")

    assert seat_of(first).until_on == make.TODAY
    assert "ActionSeatEnds" in AuditEvent.objects.values_list("name", flat=True)


def test_the_seat_lasts_as_long_as_the_flag_where_that_ends_later(set_action, tenant_officer, coordinator):
    action = set_action()
    flags = ask_for_flags(viewer=coordinator, case=action.case, anchor_on=make.TODAY)

    operations.complete(viewer=tenant_officer, action=action, outcome="Chain fitted")

    assert seat_of(action).until_on == flags[0].ends_on > make.TODAY + timedelta(days=300)


def test_an_action_opened_again_gives_the_seat_back(set_action, tenant_officer, coordinator):
    action = set_action()
    operations.complete(viewer=tenant_officer, action=action, outcome="Chain fitted")

    operations.reopen(viewer=coordinator, action=action, reason="The chain broke")

    assert seat_of(action).until_on is None


def test_what_no_answer_ended_the_tick_ends(set_action, tenant_officer):
    action = set_action()
    operations.complete(viewer=tenant_officer, action=action, outcome="Chain fitted")
    unended(seat_of(action))

    assert (end_seats(make.system()), seat_of(action).until_on) == (1, make.TODAY)
    assert list(seats_without_action()) == []


def unended(seat):
    """As it was before seats ended: written past the door, as older data was."""
    CaseAccess.objects.filter(pk=seat.pk)._raw_delete("default")
    seat.until_on = None
    seat.save_base(raw=True, force_insert=True)
