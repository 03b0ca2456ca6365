"""Which answers moved, and what an assessment has to say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.intake.tools import tool_named
from marac.kernel.refusal import Refusal
from marac.risk.rules import check_assessment, check_judgement, has_answers, in_words, moved

DASH, GRADED = tool_named("dash-24"), tool_named("graded")
TODAY = date(2026, 3, 4)
ANSWERS = st.dictionaries(st.sampled_from(DASH.keys), st.sampled_from(["yes", "no", "dont_know", "not_asked", "blank"]))


TOLD = {"grade": "", "of": 24, "answered": True, "yes": 18, "not_known": 2, "unanswered": 4, "threshold": 14}


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "18 of 24 yes, 2 not known, 4 not answered; the threshold was 14"),
        ({"threshold": None}, "18 of 24 yes, 2 not known, 4 not answered; there is no threshold for it"),
        ({"answered": False}, "18 of 24 yes; the answers themselves were not given; the threshold was 14"),
        (
            {"answered": False, "yes": 26, "threshold": None},
            "A count of 26 yes, more than there are questions (24); the answers themselves were not given; "
            "there is no threshold for it",
        ),
        ({"grade": "High", "answered": False, "threshold": None}, "Graded High, without a count"),
    ],
)
def test_a_line_says_nothing_of_answers_that_were_not_given(more, line):
    assert in_words(TOLD | more) == line


@given(ANSWERS)
def test_a_question_that_was_left_blank_is_no_answer_and_one_that_is_not_known_is(answers):
    assert has_answers(answers) is bool({"yes", "no", "dont_know", "not_asked"} & set(answers.values()))


def test_an_answer_that_is_another_than_before_has_moved_in_the_order_of_the_questions():
    before = {"injury": "no", "sexual": "dont_know", "animals": "yes"}

    found = moved(DASH, before, {"animals": "yes", "sexual": "yes", "injury": "yes"})

    assert [(each.key, each.before, each.now) for each in found] == [
        ("injury", "No", "Yes"),
        ("sexual", "Not known", "Yes"),
    ]


def test_what_was_not_answered_before_has_moved_and_is_not_said_to_have_been_no():
    (found,) = moved(DASH, {}, {"weapons": "yes"})

    assert (found.before, found.now) == ("Not answered", "Yes")


@given(ANSWERS)
def test_nothing_moves_between_an_assessment_and_itself(answers):
    assert moved(DASH, answers, answers) == []


@given(ANSWERS, ANSWERS)
def test_what_moved_one_way_moved_back_the_other_way(before, now):
    there, back = moved(DASH, before, now), moved(DASH, now, before)

    assert [(each.key, each.before, each.now) for each in there] == [(each.key, each.now, each.before) for each in back]


@pytest.mark.parametrize(
    ("tool", "answers", "grade", "narrative", "field"),
    [
        (DASH, {}, "", "", None),
        (DASH, {"injury": "not_asked"}, "", "", None),
        (GRADED, {}, "", "Fear", "grade"),
        (GRADED, {}, "extreme", "Fear", "grade"),
        (GRADED, {}, "high", " ", "narrative"),
    ],
)
def test_an_assessment_that_says_nothing_is_refused(tool, answers, grade, narrative, field):
    with pytest.raises(Refusal) as refused:
        check_assessment(tool, answers, grade, narrative, TODAY, TODAY)

    assert refused.value.field == field


def test_an_assessment_is_not_of_a_day_to_come():
    with pytest.raises(Refusal) as refused:
        check_assessment(DASH, {"injury": "yes"}, "", "", date(2026, 3, 5), TODAY)

    assert refused.value.field == "completed_on"


def test_a_judgement_without_reasons_is_none():
    with pytest.raises(Refusal):
        check_judgement("  ")
