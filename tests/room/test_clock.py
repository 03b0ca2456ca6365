"""A case begins and ends at the table: its clock runs meanwhile, one at a time, and the trail says so."""

from dataclasses import replace
from datetime import date

import pytest

from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.kernel.refusal import Refusal
from marac.meetings import operations as meetings
from marac.room.operations import clock as operations
from tests.room.conftest import NOON

pytestmark = pytest.mark.django_db


def test_a_case_that_ends_is_heard_and_knows_how_long_it_took(items, at):
    begun = operations.begin_case(viewer=at(0), item=items[0])
    assert (begun.is_running, begun.began_at, begun.seconds(), begun.seconds(at(5).at)) == (True, NOON, None, 300)

    ended = operations.end_case(viewer=at(11), item=begun)

    assert (ended.state, ended.seconds(), ended.is_running) == ("heard", 660, False)
    event = AuditEvent.objects.last()
    assert (event.name, event.case_id, event.details["seconds"]) == ("CaseEnded", ended.case_id, 660)


def test_another_case_stops_the_clock_of_the_one_before_and_does_not_call_it_heard(items, at):
    operations.begin_case(viewer=at(0), item=items[0])

    operations.begin_case(viewer=at(2), item=items[1])

    items[0].refresh_from_db()
    assert (items[0].state, items[0].seconds()) == ("listed", 120)
    left = AuditEvent.objects.get(name="CaseLeft")
    assert (left.case_id, left.details["seconds"]) == (items[0].case_id, 120)


def test_a_case_to_which_the_table_comes_back_adds_up_its_stretches(items, at):
    operations.begin_case(viewer=at(0), item=items[0])
    operations.end_case(viewer=at(10), item=items[0])
    operations.begin_case(viewer=at(60), item=items[0])

    ended = operations.end_case(viewer=at(63), item=items[0])

    assert (ended.state, ended.seconds()) == ("heard", 780)


def test_a_clock_that_runs_is_not_started_again(items, at):
    operations.begin_case(viewer=at(0), item=items[0])

    with pytest.raises(Refusal) as refused:
        operations.begin_case(viewer=at(1), item=items[0])

    assert str(refused.value) == "This case has begun already. Its clock is running."


def test_a_case_that_is_not_being_heard_cannot_be_ended(items, at):
    with pytest.raises(Refusal) as refused:
        operations.end_case(viewer=at(1), item=items[0])

    assert str(refused.value) == "This case is not being heard just now, so it cannot be ended."


def test_a_case_begins_on_the_day_of_its_meeting_only(items, at):
    early = replace(at(0), today=date(2026, 3, 24))

    with pytest.raises(Refusal) as refused:
        operations.begin_case(viewer=early, item=items[0])

    assert str(refused.value) == "The meeting is on 25 March 2026. A case begins that day."


def test_a_case_that_was_deferred_does_not_begin(items, at):
    meetings.defer_item(viewer=at(0), item=items[0], reason="Nobody can present it.")

    with pytest.raises(Refusal) as refused:
        operations.begin_case(viewer=at(1), item=items[0])

    assert str(refused.value).startswith("This case is no longer waiting on the list.")


def test_an_agency_does_not_run_the_clock(items, representative):
    with pytest.raises(NotAllowed):
        operations.begin_case(viewer=representative, item=items[0])
