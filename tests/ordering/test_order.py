"""No order costs less than a proven one, whatever is wished for; what cannot be is said."""

import json
from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from marac.ordering.meeting import Break, Case, Meeting, Window, read_meeting
from marac.ordering.moving import by_locality
from marac.ordering.ordering import best_order
from marac.ordering.waiting import cost, not_kept

SAMPLES = Path(__file__).parent.parent / "samples" / "agenda"
ENOUGH = 600  # seconds: more than any of these takes, however busy the machine is
AGENCIES = "pqrst"


@some.composite
def meetings(draw, wishes=True):
    size = draw(some.integers(1, 5))
    names = [f"C{number}" for number in range(size)]
    cases = [
        Case(name, draw(some.sampled_from((5, 8, 12))), draw(some.frozensets(some.sampled_from(AGENCIES))))
        for name in names
    ]
    weights = {agency: draw(some.integers(0, 3)) for agency in AGENCIES}
    if not wishes:
        return Meeting(cases, weights)
    of_case, total = some.sampled_from(names), sum(case.minutes for case in cases)
    pairs = some.lists(some.tuples(of_case, of_case).filter(lambda pair: pair[0] != pair[1]), max_size=2)
    windows = some.builds(
        lambda agency, start, long: Window(agency, start, start + long),
        some.sampled_from(AGENCIES),
        some.integers(0, total),
        some.integers(0, total + 15),
    )
    return Meeting(
        cases,
        weights,
        breaks=draw(some.lists(some.builds(Break, some.integers(0, total), some.integers(0, 20)), max_size=2)),
        windows=draw(some.lists(windows, max_size=2)),
        fixed=draw(some.dictionaries(of_case, some.integers(1, size), max_size=2)),
        together=draw(some.lists(some.frozensets(of_case, min_size=1, max_size=3), max_size=2)),
        apart=draw(pairs) if size > 1 else [],
        before=draw(pairs) if size > 1 else [],
    )


def least(meeting):
    costs = [cost(meeting, order) for order in permutations(meeting.cases) if not any(not_kept(meeting, order))]
    return min(costs, default=None)


@settings(max_examples=150)
@given(meetings())
def test_no_order_beats_a_proven_one_whatever_is_wished(meeting):
    found, best = best_order(meeting, ENOUGH), least(meeting)
    if best is None:
        assert found.order is None
        assert found.conflict
    else:
        assert not any(not_kept(meeting, found.order))
        assert (found.cost, found.bound, found.proven) == (best, best, True)


@settings(max_examples=100)
@given(meetings(wishes=False))
@example(Meeting([], {}))
@example(Meeting([Case("A", 0, frozenset())], {}))
def test_no_order_beats_a_proven_one_where_nothing_is_wished(meeting):
    found = best_order(meeting, ENOUGH)
    assert sorted(case.id for case in found.order) == sorted(case.id for case in meeting.cases)
    assert (found.cost, found.bound, found.proven) == (least(meeting) or 0, least(meeting) or 0, True)


QUICK = ["marac-n10-s1", "marac-n16-s1", "marac-n16-s2", "marac-n20-s1", "marac-n20-s2"]


@pytest.mark.parametrize(
    "path", [SAMPLES / f"{name}.json" for name in QUICK] + sorted(SAMPLES.glob("published/*.json"))
)
def test_published_meetings_are_put_in_their_best_order(path):
    plain = json.loads(path.read_text("utf-8"))
    found = best_order(read_meeting(plain), ENOUGH)
    assert (found.cost, found.proven) == (plain["known"]["optimum"], True)


def test_a_search_that_is_over_at_once_gives_no_worse_an_order_than_people_do_by_hand():
    plain = json.loads((SAMPLES / "marac-n30-s1.json").read_text("utf-8"))
    found = best_order(read_meeting(plain), 0)
    assert found.cost <= min(plain["known"]["by_locality"], plain["known"]["listed_order"])
    assert found.bound <= plain["known"]["optimum"]
    assert not found.proven


def test_a_meeting_too_large_for_the_search_is_ordered_all_the_same():
    cases = [Case(str(number), 10, frozenset({"p", "qrs"[number % 3]})) for number in range(70)]
    found = best_order(Meeting(cases, dict.fromkeys("pqrs", 1)), 0.2)
    assert len({case.id for case in found.order}) == 70
    assert found.bound <= found.cost


def test_of_more_agencies_than_the_search_can_count_the_order_is_still_no_worse_than_by_hand():
    """Each two cases have an agency of their own: 66 that can wait."""
    names = [str(number) for number in range(12)]
    pairs = {f"{one} {other}": {one, other} for one, other in combinations(names, 2)}
    cases = [Case(name, 10, frozenset(pair for pair, both in pairs.items() if name in both)) for name in names]
    meeting = Meeting(cases, {pair: 1 + len(pair) for pair in pairs})
    found = best_order(meeting, 0.2)
    assert found.cost <= min(cost(meeting, cases), cost(meeting, by_locality(meeting)))
    assert (found.bound, found.proven) == (0, False)


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"fixed": {"A": 4}}, ["A is to be number 4, and there are 3 cases."]),
        ({"fixed": {"A": 1, "B": 1}}, ["A and B are both to be number 1."]),
        (
            {"windows": [Window("p", 0, 15)]},
            ["p is there from minute 0 to 15, and is needed in A, B: 20 minutes."],
        ),
        (
            {"together": [frozenset("AB")], "apart": [("B", "A")]},
            ["A, B are to be heard one after the other.", "B and A are not to be heard one after the other."],
        ),
        (
            {"before": [("A", "B"), ("C", "A"), ("B", "A")]},
            ["A is to be heard before B.", "B is to be heard before A."],
        ),
        (
            {"fixed": {"A": 1}, "windows": [Window("q", 0, 10)], "together": [frozenset("AB")]},
            ["q is there from minute 0 to 10, and is needed in C: 10 minutes.", "A is to be number 1."],
        ),
    ],
)
def test_what_cannot_be_kept_together_is_named_and_nothing_else(wishes, told):
    cases = [Case(name, 10, frozenset(agencies)) for name, agencies in (("A", "p"), ("B", "p"), ("C", "q"))]
    found = best_order(Meeting(cases, {"p": 1, "q": 1}, **wishes), ENOUGH)
    assert (found.order, found.conflict) == (None, told)
