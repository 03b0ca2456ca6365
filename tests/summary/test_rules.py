"""The picture of risk: each column is a share of its own checklist, and stays inside the drawing."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from marac.summary.rules import FOOT, HEIGHT, TOP, WIDTH, Assessment, columns

ROOM = HEIGHT - TOP - FOOT


def assessed(yes: int, open_: int, of: int, threshold: int | None = None) -> Assessment:
    return Assessment(date(2026, 6, 28), yes, open_, of, threshold, f"{yes}/{of}")


def test_nothing_assessed_draws_nothing():
    assert columns([]) == []


def test_a_checklist_answered_yes_throughout_fills_its_column():
    (column,) = columns([assessed(24, 0, 24)])
    assert (column.yes, column.open) == (ROOM, 0)


def test_what_was_not_answered_stands_upon_what_was():
    (column,) = columns([assessed(12, 6, 24, 18)])
    assert (column.yes, column.yes + column.open, column.threshold) == (ROOM // 2, ROOM * 3 // 4, ROOM * 3 // 4)


def test_the_same_count_of_a_longer_checklist_is_not_as_tall():
    short, long = columns([assessed(14, 0, 24), assessed(14, 0, 27)])
    assert short.yes > long.yes


def test_a_grade_has_no_height_and_no_threshold():
    (column,) = columns([Assessment(date(2026, 6, 28), 0, 0, 0, 14, "High")])
    assert (column.yes, column.open, column.threshold) == (0, 0, None)


shares = st.integers(1, 27).flatmap(
    lambda of: st.tuples(st.integers(0, of), st.just(of), st.none() | st.integers(0, of)).flatmap(
        lambda each: st.builds(assessed, st.just(each[0]), st.integers(0, of - each[0]), st.just(of), st.just(each[2]))
    )
)


@given(st.lists(shares, min_size=1, max_size=6))
def test_columns_stand_apart_in_their_order_and_none_leaves_the_drawing(given_):
    found = columns(given_)
    edges = [(each.x, each.x + each.wide) for each in found]
    assert edges == sorted(edges)
    assert all(one[1] < two[0] for one, two in pairwise(edges))
    assert edges[0][0] >= 0
    assert edges[-1][1] <= WIDTH
    assert all(each.top <= ROOM for each in found)
