"""When an action falls due, what may become of it, and who may report on it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.actions.rules import (
    MOVES,
    State,
    check_belongs,
    check_move,
    check_report,
    check_task,
    check_words,
    days_late,
    due_after,
    is_late,
)
from marac.kernel.refusal import Refusal

WEDNESDAY = date(2026, 3, 4)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_two_working_days_after_a_thursday_is_a_monday():
    assert due_after(date(2026, 3, 5), 2, ()) == date(2026, 3, 9)


def test_a_bank_holiday_is_not_counted():
    assert due_after(WEDNESDAY, 1, {date(2026, 3, 5)}) == date(2026, 3, 6)


@pytest.mark.parametrize("state", [State.COMPLETE, State.CANNOT, State.NOT_DONE])
def test_an_open_action_may_be_answered_in_three_ways_and_each_may_be_opened_again(state):
    check_move(State.OPEN, state)
    check_move(state, State.OPEN)


@pytest.mark.parametrize("now", [State.COMPLETE, State.CANNOT, State.NOT_DONE])
def test_an_answered_action_is_not_answered_again(now):
    with pytest.raises(Refusal, match="already been reported on"):
        check_move(now, State.COMPLETE)


def test_an_open_action_is_not_opened_again():
    with pytest.raises(Refusal, match="open already"):
        check_move(State.OPEN, State.OPEN)


def test_every_state_has_its_moves():
    assert set(MOVES) == set(State)


def test_the_owner_reports_without_saying_who_said_so():
    check_report(owner_id=1, reporter_id=1, is_office=False, said_by="")


def test_another_agency_may_not_report():
    with pytest.raises(Refusal, match="Only the agency that owns"):
        check_report(owner_id=1, reporter_id=2, is_office=False, said_by="Somebody")


def test_the_office_reports_for_an_agency_when_it_says_who_told_it():
    check_report(owner_id=1, reporter_id=2, is_office=True, said_by="Bea Marsh")
    with pytest.raises(Refusal) as refused:
        check_report(owner_id=1, reporter_id=2, is_office=True, said_by=" ")
    assert refused.value.field == "said_by"


@pytest.mark.parametrize(
    ("state", "words", "field"),
    [
        (State.COMPLETE, {"reason": "moved", "outcome": ""}, "outcome"),
        (State.CANNOT, {"reason": " ", "outcome": "done"}, "reason"),
        (State.NOT_DONE, {"reason": "", "outcome": "done"}, "reason"),
    ],
)
def test_an_answer_needs_its_words(state, words, field):
    with pytest.raises(Refusal) as refused:
        check_words(state, **words)
    assert refused.value.field == field


def test_an_action_needs_a_task_and_a_day_not_before_it_was_agreed():
    check_task(task="Fit a chain", due_on=WEDNESDAY, agreed_on=WEDNESDAY)
    for task, due_on, field in [(" ", WEDNESDAY, "task"), ("Fit", None, "due_on"), ("Fit", date(2026, 3, 3), "due_on")]:
        with pytest.raises(Refusal) as refused:
            check_task(task=task, due_on=due_on, agreed_on=WEDNESDAY)
        assert refused.value.field == field


def test_a_risk_of_another_case_is_not_answered():
    check_belongs(case_id=1, item_case_id=None, risk_case_id=1)
    with pytest.raises(Refusal):
        check_belongs(case_id=1, item_case_id=1, risk_case_id=2)
    with pytest.raises(Refusal):
        check_belongs(case_id=1, item_case_id=2, risk_case_id=None)


def test_due_today_is_not_late():
    assert is_late(WEDNESDAY, None, WEDNESDAY) is False
    assert is_late(WEDNESDAY, None, WEDNESDAY + timedelta(days=1)) is True


@given(due_on=days, reported_on=days, today=days)
def test_once_answered_an_action_grows_no_later(due_on, reported_on, today):
    late = days_late(due_on, reported_on, today)

    assert late == days_late(due_on, reported_on, today + timedelta(days=1)) >= 0
    assert (late > 0) == (reported_on > due_on)


@given(agreed_on=days, few=st.integers(0, 30), more=st.integers(0, 30))
def test_more_working_days_never_fall_due_earlier(agreed_on, few, more):
    assert agreed_on <= due_after(agreed_on, few, ()) <= due_after(agreed_on, few + more, ())


def test_a_year_far_away_is_a_slip_of_the_key():
    with pytest.raises(Refusal, match="Check the year"):
        check_task(task="Fit a chain", due_on=date(2150, 1, 1), agreed_on=date(2026, 3, 4))
