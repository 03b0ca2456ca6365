"""How long a meeting takes, what does not fit, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from marac.capacity import rules
from marac.kernel.refusal import Refusal
from marac.meetings.rules import in_minutes
from marac.ordering.meeting import Case, Meeting
from tests.agenda.test_rules import Day


@pytest.mark.parametrize(
    ("takes", "longest", "over", "longer"), [(100, 240, 0, 105), (241, 240, 1, 255), (255, 240, 15, 255)]
)
def test_a_meeting_is_too_long_by_the_minutes_beyond_its_time(takes, longest, over, longer):
    room = rules.Room(takes, longest)

    assert (room.over, room.longer) == (over, longer)


@given(minutes=some.lists(some.integers(1, 60), max_size=12), after=some.integers(0, 90), long=some.integers(0, 20))
def test_what_is_counted_for_today_is_never_less_than_what_the_agenda_shows(minutes, after, long):
    day = Day(570, 10, after, long)
    worked = sum(minutes)
    cases = [Case(str(at), each, frozenset()) for at, each in enumerate(minutes)]
    meeting = Meeting(cases, {}, day.breaks(worked))
    begins = meeting.clock(worked - minutes[-1]) if minutes else 0

    found = rules.takes(cases=worked, opening=10, break_after=after, break_minutes=long)

    assert found >= (10 + begins + minutes[-1] if minutes else 0)


@pytest.mark.parametrize(
    ("timed", "enough", "said"),
    [
        (20, 20, "14 minutes a case: in the middle of the last 20 that were timed here."),
        (3, 20, "14 minutes a case, by the setting: 3 were timed here yet, and 20 are needed."),
        (0, 0, "14 minutes a case, by the setting."),
    ],
)
def test_it_is_said_where_the_minutes_come_from(timed, enough, said):
    assert str(rules.why_so_long(14, timed, enough)) == said


def test_the_last_cases_are_those_that_do_not_fit():
    assert rules.not_fitting([20, 40, 60], 40) == 1
    assert rules.not_fitting([20, 40, 60], 39) == 2
    assert rules.not_fitting([], 39) == 0


@pytest.mark.parametrize(("seconds", "minutes"), [(1, 1), (60, 1), (61, 2), (100_000, 240)])
def test_seconds_are_whole_minutes_that_a_case_may_be_given(seconds, minutes):
    assert in_minutes(seconds) == minutes


@pytest.mark.parametrize(
    ("minutes", "reason", "field"), [(240, "Agreed", "minutes"), (601, "Agreed", "minutes"), (300, " ", "reason")]
)
def test_a_length_that_does_not_help_or_that_nobody_agreed_to_is_refused(minutes, reason, field):
    with pytest.raises(Refusal) as refused:
        rules.check_longer(minutes=minutes, longest=240, reason=reason)

    assert refused.value.field == field


def test_a_second_meeting_is_later_and_has_something_to_hear():
    held_on = date(2026, 3, 25)
    with pytest.raises(Refusal, match="Every case fits"):
        rules.check_second(moves=0, day=date(2026, 3, 26), held_on=held_on)
    with pytest.raises(Refusal, match="Choose a day after 25 March 2026"):
        rules.check_second(moves=2, day=held_on, held_on=held_on)


@pytest.mark.parametrize("minutes", [0, 241, -5])
def test_minutes_that_no_case_takes_are_refused(minutes):
    with pytest.raises(Refusal):
        rules.check_minutes(minutes)


def test_why_a_case_is_not_discussed_is_said():
    with pytest.raises(Refusal, match="not discussed"):
        rules.check_listed_only("  ")
