"""How an agency may answer, and what each line of what it found must say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.refusal import Refusal
from marac.research.rules import (
    Line,
    check_known,
    check_lines,
    check_nothing,
    check_own,
    check_waiting,
    check_why,
    is_late,
)

TODAY = date(2026, 3, 4)


def test_only_the_agency_that_was_asked_answers():
    check_own(agency_id=1, viewer_agency_id=1)
    for other in (2, None):
        with pytest.raises(Refusal):
            check_own(agency_id=1, viewer_agency_id=other)


@pytest.mark.parametrize("state", ["heard", "deferred", "withdrawn"])
def test_a_case_off_the_list_takes_no_answer(state):
    check_waiting("listed")
    with pytest.raises(Refusal):
        check_waiting(state)


def test_a_whole_line_is_taken():
    check_lines([Line("fact", "Two attendances", "summary", dated_on=TODAY)], today=TODAY)


@pytest.mark.parametrize(
    "line",
    [
        Line("fact", " ", "yes"),
        Line("rumour", "Heard", "yes"),
        Line("fact", "Seen", ""),
        Line("fact", "Seen", "yes", dated_on=TODAY + timedelta(days=1)),
    ],
)
def test_a_line_without_its_kind_words_or_leave_is_refused(line):
    with pytest.raises(Refusal):
        check_lines([line], today=TODAY)


def test_known_says_what_is_known_or_that_it_is_held_back():
    check_known(lines=1, withheld="")
    check_known(lines=0, withheld="A sealed record")
    with pytest.raises(Refusal):
        check_known(lines=0, withheld=" ")


def test_what_was_written_is_not_emptied():
    check_nothing(lines=0, withheld=False)
    for lines, withheld in [(1, False), (0, True)]:
        with pytest.raises(Refusal):
            check_nothing(lines=lines, withheld=withheld)


def test_not_searched_says_why():
    with pytest.raises(Refusal) as refused:
        check_why(" ")
    assert refused.value.field == "why_not_searched"


@given(due_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)), days=st.integers(-50, 50))
def test_an_answer_is_late_after_its_day_and_not_on_it(due_on, days):
    day = due_on + timedelta(days=days)

    assert is_late(due_on, day, TODAY) == is_late(due_on, None, day) == (days > 0)
