"""What an order costs: who is there, waits through what is not theirs, but not through a break."""

from marac.ordering.meeting import Break, Case, Meeting, Window
from marac.ordering.waiting import Slot, cost, not_kept, slots

A, B, C = (Case(name, 10, frozenset(agencies)) for name, agencies in (("A", "pq"), ("B", "p"), ("C", "pqr")))


def meeting(**wishes):
    return Meeting([A, B, C], {"p": 1, "q": 3, "r": 2, "s": 9}, **wishes)


def test_an_agency_is_there_from_its_first_case_to_the_end_of_its_last():
    assert slots(meeting(), [A, B, C]) == [Slot("p", 0, 30, 0), Slot("q", 0, 30, 10), Slot("r", 20, 30, 0)]


def test_minutes_waited_count_as_often_as_the_agency_weighs():
    assert cost(meeting(), [A, B, C]) == 30
    assert cost(meeting(), [A, C, B]) == 0


def test_a_break_moves_the_clock_and_nobody_waits_in_it():
    with_break = meeting(breaks=[Break(after_worked_minutes=12, minutes=15)])
    assert slots(with_break, [A, B, C]) == [Slot("p", 0, 45, 0), Slot("q", 0, 45, 10), Slot("r", 35, 45, 0)]


def test_a_break_that_is_due_at_once_comes_after_the_first_case():
    assert [meeting(breaks=[Break(0, 5)]).clock(worked) for worked in (0, 10)] == [0, 15]


def test_each_wish_that_is_not_kept_is_said():
    wished = meeting(
        fixed={"A": 3},
        together=[frozenset("AC")],
        apart=[("B", "A")],
        before=[("C", "A")],
        windows=[Window("r", 0, 20), Window("s", 0, 0)],
    )
    assert list(not_kept(wished, [A, B, C])) == [
        "A is to be number 3, and is number 1.",
        "C is to be heard before A.",
        "A, C are to be heard one after the other.",
        "B and A are not to be heard one after the other.",
        "r is there from minute 0 to 20, and is needed from 20 to 30.",
    ]
    assert list(not_kept(meeting(fixed={"A": 3}, together=[frozenset("AC")]), [B, C, A])) == []
