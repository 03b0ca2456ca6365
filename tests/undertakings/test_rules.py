"""Who may answer for whom and when, in every case; what words each answer wants; what the chair may decide."""

from datetime import date, timedelta
from itertools import product

import pytest

from marac.actions.rules import Answer, Said, State, is_the_same
from marac.kernel.refusal import Refusal
from marac.undertakings.rules import DECISIONS, check_can_answer, check_decide, check_who, check_words

TODAY = date(2026, 3, 25)


def refused(check, **given):
    try:
        check(**given)
    except Refusal as refusal:
        return refusal.field or "page"
    return ""


@pytest.mark.parametrize(("state", "answer"), list(product(State, Answer)))
def test_only_what_is_open_and_not_accepted_is_answered(state, answer):
    may = state is State.OPEN and answer is not Answer.ACCEPTED

    assert (refused(check_can_answer, state=state, answer=answer) == "") is may


@pytest.mark.parametrize("facts", list(product([True, False], repeat=5)))
def test_an_agency_answers_for_itself_or_who_runs_the_meeting_for_one_that_is_there_or_told_them_later(facts):
    is_owner, runs, present, at_meeting, told = facts
    may = is_owner or (runs and (present or (told and not at_meeting)))

    found = refused(
        check_who,
        is_owner=is_owner,
        runs_meeting=runs,
        is_present=present,
        at_meeting=at_meeting,
        said_by="Bea Marsh, by phone" if told else " ",
        agency="Homes",
    )

    assert (found == "") is may


@pytest.mark.parametrize(
    ("said", "reason", "by_on", "field"),
    [
        (Said.ACCEPTED, "", None, ""),
        (Said.REFUSED, "No power to", None, ""),
        (Said.REFUSED, " ", None, "reason"),
        (Said.AWAY, "", TODAY, ""),
        (Said.AWAY, "", TODAY - timedelta(days=1), "answer_by_on"),
        (Said.AWAY, "", None, "answer_by_on"),
    ],
)
def test_a_refusal_has_its_reason_and_what_is_taken_away_a_day(said, reason, by_on, field):
    assert refused(check_words, said=said, reason=reason, answer_by_on=by_on, today=TODAY) == field


@pytest.mark.parametrize(("answer", "said", "reason"), list(product(Answer, Said, ["Why", " "])))
def test_the_chair_decides_on_a_refusal_once_and_says_why(answer, said, reason):
    may = answer is Answer.REFUSED and said in DECISIONS and reason == "Why"

    assert (refused(check_decide, answer=answer, said=said, reason=reason) == "") is may


@pytest.mark.parametrize(
    ("standard", "task", "before_standard", "before_task", "same"),
    [
        ("refuge", "Find a place", "refuge", "Refer to a refuge", True),
        ("refuge", "Find a place", "pets", "Foster the dog", False),
        ("", "Change the locks", "", "change all the LOCKS!", True),
        ("", "Change the locks at the flat", "", "Change the locks", True),
        ("", "Change the school", "", "Change the locks", False),
        ("", "Ring", "", "Ring her", True),
        ("", "", "", "Ring her", False),
        ("", "do it now", "", "do it now", False),
    ],
)
def test_the_same_action_is_the_same_standard_one_or_has_the_longer_words_of_the_other(
    standard, task, before_standard, before_task, same
):
    given = {"standard": standard, "task": task}
    before = {"standard": before_standard, "task": before_task}

    assert is_the_same(**given, before_standard=before_standard, before_task=before_task) is same
    assert is_the_same(**before, before_standard=standard, before_task=task) is same
