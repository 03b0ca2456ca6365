"""What a line must say, what reaches paper, and when minutes go out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.refusal import Refusal
from marac.minutes.rules import (
    check_can_write,
    check_line,
    cut,
    has_risk_summary,
    printed_source,
    reaches_paper,
)

LINE = {"kind": "fact", "agency": 1, "text": "Attended twice.", "may_be_minuted": "yes"}


@pytest.mark.parametrize(
    ("field", "value"), [("kind", ""), ("agency", None), ("text", "  "), ("may_be_minuted", "perhaps")]
)
def test_a_line_without_one_of_its_parts_is_refused_beside_that_part(field, value):
    with pytest.raises(Refusal) as refused:
        check_line(**LINE | {field: value})

    assert refused.value.field == field


def test_a_whole_line_is_taken():
    assert check_line(**LINE) is None


@pytest.mark.parametrize(
    ("may", "struck", "printed"),
    [("yes", False, True), ("summary", False, True), ("oral", False, False), ("yes", True, False)],
)
def test_what_was_said_in_the_room_only_or_struck_never_reaches_paper(may, struck, printed):
    assert reaches_paper(may, struck=struck) is printed


def test_the_source_of_intelligence_is_not_printed():
    assert [printed_source(kind, "A neighbour") for kind in ("fact", "intelligence")] == ["A neighbour", ""]


@pytest.mark.parametrize("state", ["planned", "cancelled"])
def test_nothing_is_minuted_before_the_list_or_after_a_cancellation(state):
    with pytest.raises(Refusal):
        check_can_write(state)


@pytest.mark.parametrize(
    ("parts", "said"), [(("", " ", ""), False), (("He may come back.", "", ""), True), (("", "", "New locks"), True)]
)
def test_a_risk_is_summed_up_by_any_one_of_its_three_parts(parts, said):
    assert has_risk_summary(*parts) is said


@given(st.lists(st.integers(1, 9), unique=True), st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9)))
def test_a_cut_of_a_cut_holds_what_both_allow_in_the_same_order(cases, mine, yours):
    rows = [{"case_id": each} for each in cases]
    content = {"venue": "Town Hall", "cases": rows, "overdue": rows}

    twice = cut(cut(content, mine), yours)

    assert twice == cut(content, mine & yours)
    assert twice["venue"] == "Town Hall"
