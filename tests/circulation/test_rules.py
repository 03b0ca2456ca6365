"""When minutes are approved and go out, and that both are of what was shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.circulation.rules import ChangedMeanwhile, check_approve, check_issue, check_recipients, check_shown
from marac.kernel.refusal import Refusal


def test_approval_names_the_heard_cases_that_have_no_minutes():
    with pytest.raises(Refusal) as refused:
        check_approve(
            meeting_state="held",
            waiting=[],
            heard=["A1/26/2", "A1/26/1", "A1/26/3"],
            discussed=["A1/26/3"],
            summed_up=[],
        )

    assert "A1/26/1 and A1/26/2" in refused.value.sentence


def test_a_case_whose_outcome_nobody_said_stops_the_approval():
    with pytest.raises(Refusal, match="A1/26/7"):
        check_approve(meeting_state="held", waiting=["A1/26/7"], heard=["A1/26/3"], discussed=["A1/26/3"], summed_up=[])


def test_minutes_of_a_meeting_that_was_not_held_are_not_approved():
    with pytest.raises(Refusal):
        check_approve(meeting_state="listed", waiting=[], heard=[], discussed=[], summed_up=[])


def test_a_case_without_a_risk_summary_stops_the_approval():
    with pytest.raises(Refusal, match="no risk summary yet for A1/26/2"):
        check_approve(meeting_state="held", waiting=[], heard=["A1/26/2"], discussed=["A1/26/2"], summed_up=["A1/26/9"])


@pytest.mark.parametrize("approved", [None, {"cases": []}])
def test_only_what_the_chair_approved_word_for_word_goes_out(approved):
    with pytest.raises(Refusal):
        check_issue(approved=approved, now={"cases": [1]})


@pytest.mark.parametrize("check", [check_shown, check_recipients])
@given(shown=st.sets(st.sampled_from("abc")), now=st.sets(st.sampled_from("abc")))
def test_only_what_was_shown_is_agreed_to(check, shown, now):
    if shown == now:
        assert check(shown, now) is None
    else:
        with pytest.raises(ChangedMeanwhile):
            check(shown, now)
