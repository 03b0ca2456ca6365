"""Dates of meetings, and what may be done with a list."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.directory.profile import Profile
from marac.kernel.bankholidays import Nation, bank_holidays
from marac.kernel.refusal import Refusal
from marac.kernel.workdays import is_workday, workdays_between
from marac.meetings import rules
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.rules import Standing

EASTER_2026 = frozenset({date(2026, 4, 3), date(2026, 4, 6)})
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
weekdays = days.filter(lambda day: day.weekday() < 5)
holiday_sets = st.frozensets(days, max_size=20)
counts = st.integers(0, 60)


def test_the_dates_of_a_meeting_are_working_days_counted_from_it():
    dates = rules.meeting_dates(date(2026, 4, 8), Profile(), EASTER_2026)

    assert dates == rules.MeetingDates(
        cut_off_on=date(2026, 3, 23),
        list_on=date(2026, 3, 25),
        research_on=date(2026, 3, 30),
        papers_on=date(2026, 3, 30),
        action_list_on=date(2026, 4, 9),
        minutes_on=date(2026, 4, 15),
    )


@given(weekdays, holiday_sets, counts, counts, counts, counts)
def test_every_date_is_a_working_day_and_as_far_off_as_the_profile_says(held_on, holidays, cut_off, listed, due, after):
    holidays -= {held_on}
    profile = Profile(cut_off_days=cut_off, list_days=listed, research_days=due, papers_days=due, minutes_days=after)

    dates = rules.meeting_dates(held_on, profile, holidays)

    assert all(is_workday(day, holidays) for day in vars(dates).values())
    assert workdays_between(dates.cut_off_on, held_on, holidays) == cut_off
    assert workdays_between(dates.list_on, held_on, holidays) == listed
    assert workdays_between(held_on, dates.minutes_on, holidays) == after


@given(weekdays, holiday_sets)
def test_the_steps_come_in_order(held_on, holidays):
    holidays -= {held_on}
    dates = rules.meeting_dates(held_on, Profile(), holidays)

    steps = [dates.cut_off_on, dates.list_on, dates.research_on, dates.papers_on, held_on]
    steps += [dates.action_list_on, dates.minutes_on]

    assert steps == sorted(steps)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 3, 3), "3 March 2026 is past. Choose a later day."),
        (date(2026, 4, 6), "6 April 2026 is a weekend or a bank holiday. Choose a working day."),
        (date(2026, 3, 10), "A meeting is already planned on 10 March 2026. Choose another day."),
    ],
)
def test_a_day_for_a_meeting_is_refused_with_what_to_do(day, sentence):
    with pytest.raises(Refusal) as refused:
        rules.check_can_plan(day, today=date(2026, 3, 4), holidays=EASTER_2026, taken={date(2026, 3, 10)})

    assert str(refused.value) == sentence


def _list(**changed):
    asked = {
        "state": "planned",
        "cut_off_on": date(2026, 3, 4),
        "today": date(2026, 3, 4),
        "accepted": True,
        "listed_on": None,
        "reason": "",
    }
    rules.check_can_list(**asked | changed)


def test_a_case_can_be_listed_until_the_cut_off_and_later_with_a_reason():
    _list()
    _list(state="listed")
    _list(today=date(2026, 3, 5), reason="The chair accepts it")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"state": "held"}, None),
        ({"state": "minuted"}, None),
        ({"state": "cancelled"}, None),
        ({"accepted": False}, "case"),
        ({"listed_on": date(2026, 3, 18)}, "case"),
        ({"today": date(2026, 3, 5)}, "reason"),
        ({"today": date(2026, 3, 5), "reason": "  "}, "reason"),
    ],
)
def test_a_case_that_cannot_be_listed(changed, field):
    with pytest.raises(Refusal) as refused:
        _list(**changed)

    assert refused.value.field == field


def test_every_state_has_its_moves():
    assert set(rules.MEETING_MOVES) == set(Meeting.State.values)
    assert set(rules.ITEM_MOVES) == set(AgendaItem.State.values)
    assert set().union(*rules.MEETING_MOVES.values()) == set(Meeting.State.values) - {"planned"}
    assert set().union(*rules.ITEM_MOVES.values()) == set(AgendaItem.State.values)


@pytest.mark.parametrize("state", Meeting.State.values)
@pytest.mark.parametrize("to", Meeting.State.values)
def test_a_meeting_moves_as_the_table_says(state, to):
    if to in rules.MEETING_MOVES[state]:
        rules.check_meeting_move(state, to)
    else:
        with pytest.raises(Refusal):
            rules.check_meeting_move(state, to)


@pytest.mark.parametrize("state", AgendaItem.State.values)
@pytest.mark.parametrize("to", AgendaItem.State.values)
def test_a_listed_case_moves_as_the_table_says(state, to):
    if to in rules.ITEM_MOVES[state]:
        rules.check_item_move(state, to)
    else:
        with pytest.raises(Refusal):
            rules.check_item_move(state, to)


def test_an_empty_list_is_not_sent():
    rules.check_can_send("planned", 1)

    with pytest.raises(Refusal, match="No case is listed"):
        rules.check_can_send("planned", 0)


@pytest.mark.parametrize(("state", "today"), [("listed", date(2026, 3, 18)), ("held", date(2026, 3, 19))])
def test_a_case_is_heard_on_the_day_or_later(state, today):
    rules.check_can_hear(state=state, held_on=date(2026, 3, 18), today=today)


@pytest.mark.parametrize(("state", "today"), [("planned", date(2026, 3, 18)), ("listed", date(2026, 3, 17))])
def test_a_case_is_not_heard_before_its_meeting_or_without_a_list(state, today):
    with pytest.raises(Refusal):
        rules.check_can_hear(state=state, held_on=date(2026, 3, 18), today=today)


def test_a_reason_of_spaces_is_none():
    rules.check_reason("The referrer is ill")

    with pytest.raises(Refusal):
        rules.check_reason("  ")


@pytest.mark.parametrize(
    ("today", "done", "standing"),
    [
        (date(2026, 3, 10), True, Standing.DONE),
        (date(2026, 3, 1), True, Standing.DONE),
        (date(2026, 3, 1), False, Standing.TO_COME),
        (date(2026, 3, 9), False, Standing.TODAY),
        (date(2026, 3, 10), False, Standing.LATE),
        (date(2026, 3, 10), None, Standing.PASSED),
        (date(2026, 3, 9), None, Standing.TODAY),
        (date(2026, 3, 8), None, Standing.TO_COME),
    ],
)
def test_how_a_step_stands(today, done, standing):
    assert rules.standing_of(date(2026, 3, 9), today, done=done) == standing


@pytest.mark.parametrize(
    ("nation", "held_on", "list_on", "minutes_on"),
    [
        (Nation.ENGLAND, date(2026, 4, 8), date(2026, 3, 25), date(2026, 4, 15)),  # Good Friday and Easter Monday
        (Nation.WALES, date(2026, 4, 8), date(2026, 3, 25), date(2026, 4, 15)),
        (Nation.SCOTLAND, date(2026, 4, 8), date(2026, 3, 26), date(2026, 4, 15)),  # Good Friday only
        (Nation.SCOTLAND, date(2026, 12, 1), date(2026, 11, 18), date(2026, 12, 8)),  # St Andrew's Day
        (Nation.ENGLAND, date(2026, 12, 1), date(2026, 11, 19), date(2026, 12, 8)),
        (Nation.NORTHERN_IRELAND, date(2026, 3, 18), date(2026, 3, 5), date(2026, 3, 25)),  # St Patrick's Day
        (Nation.ENGLAND, date(2026, 3, 18), date(2026, 3, 6), date(2026, 3, 25)),
    ],
)
def test_the_dates_of_a_meeting_leave_out_the_bank_holidays_of_its_nation(nation, held_on, list_on, minutes_on):
    dates = rules.meeting_dates(held_on, Profile(nation=nation), bank_holidays(nation, 2026))

    assert (dates.list_on, dates.minutes_on) == (list_on, minutes_on)
