"""A small number is never printed, and cannot be worked out from what is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.reports.suppression import Measure, Shape, Shown, shown, shown_parts, together

COUNTS = st.integers(0, 40)
MEASURES = st.builds(lambda count, more: Measure(count, count + more), COUNTS, COUNTS)


@pytest.mark.parametrize(
    ("measure", "shape", "text"),
    [
        (Measure(0), Shape.COUNT, "0"),
        (Measure(1), Shape.COUNT, "5 or fewer"),
        (Measure(5), Shape.COUNT, "5 or fewer"),
        (Measure(6), Shape.COUNT, "6"),
        (Measure(1234), Shape.COUNT, "1,234"),
        (Measure(0, 40), Shape.SHARE, "0% (0 / 40)"),
        (Measure(12, 40), Shape.SHARE, "30% (12 / 40)"),
        (Measure(36, 117), Shape.SHARE, "30.8% (36 / 117)"),
        (Measure(3, 117), Shape.SHARE, "kept back"),
        (Measure(114, 117), Shape.SHARE, "kept back"),
        (Measure(0, 4), Shape.SHARE, "kept back"),
        (Measure(0, 0), Shape.SHARE, "–"),
        (Measure(147, 117), Shape.MEAN, "1.3"),
        (Measure(9, 4), Shape.MEAN, "kept back"),
    ],
)
def test_what_a_cell_says(measure, shape, text):
    assert shown(measure, shape, 5).text == text


@given(parts=st.lists(MEASURES, min_size=1, max_size=4), most=st.integers(0, 10))
def test_a_sum_is_kept_back_where_one_of_its_parts_is(parts, most):
    kept = [shown(part, Shape.SHARE, most).hidden for part in parts]

    assert together(parts, Shape.SHARE, most).hidden or not any(kept)


@given(counts=st.lists(COUNTS, max_size=8), most=st.integers(0, 10))
def test_no_small_part_can_be_worked_out_from_the_sum(counts, most):
    named = {f"agency {number}": count for number, count in enumerate(counts)}
    cells = shown_parts(named, most)

    back = [named[name] for name, cell in cells.items() if cell.hidden]
    assert not any(0 < named[name] <= most for name, cell in cells.items() if not cell.hidden)
    if back and any(named[name] > most for name, cell in cells.items() if not cell.hidden):
        assert len(back) >= 2
        assert sum(back) > most


def test_one_small_part_takes_the_next_smallest_with_it():
    kept = Shown("kept back", hidden=True)

    assert shown_parts({"police": 60, "housing": 9, "schools": 2, "probation": 0}, 5) == {
        "police": Shown("60"),
        "housing": kept,
        "schools": kept,
        "probation": Shown("0"),
    }


def test_a_part_kept_back_elsewhere_is_kept_back_here():
    cells = shown_parts({"police": 60, "housing": 19, "schools": 30}, 5, {"schools"})

    assert [name for name, cell in cells.items() if cell.hidden] == ["housing", "schools"]
