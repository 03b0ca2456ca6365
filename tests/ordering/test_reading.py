"""A meeting is read as it is given, or refused with what is wrong with it."""

import pytest

from marac.kernel.refusal import Refusal
from marac.ordering.meeting import Break, Window, read_meeting

CASES = [{"id": "A", "minutes": 10, "agencies": ["police"]}, {"id": "B", "minutes": 8, "agencies": ["police", "fire"]}]
AGENCIES = [{"id": "police", "weight": 2}, {"id": "fire", "weight": 1}]


def meeting(**more):
    return {"cases": CASES, "agencies": AGENCIES} | more


def test_what_is_left_out_is_not_wished_for():
    found = read_meeting(meeting())
    assert [case.id for case in found.cases] == ["A", "B"]
    assert found.weights == {"police": 2, "fire": 1}
    wishes = found.breaks, found.windows, found.fixed, found.together, found.apart, found.before
    assert not any(wishes)


def test_every_wish_is_read():
    found = read_meeting(
        meeting(
            breaks=[{"after_worked_minutes": 60, "minutes": 15}],
            windows=[{"agency": "fire", "from": 0, "to": 30}],
            fixed=[{"case": "B", "position": 1}],
            together=[["A", "B"]],
            apart=[["A", "B"]],
            before=[["B", "A"]],
        )
    )
    assert found.breaks == [Break(60, 15)]
    assert found.windows == [Window("fire", 0, 30)]
    assert (found.fixed, found.together) == ({"B": 1}, [{"A", "B"}])
    assert (found.apart, found.before) == ([("A", "B")], [("B", "A")])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "A meeting is one JSON object."),
        ({"agencies": AGENCIES}, "cases is a list."),
        ({"cases": CASES, "agencies": {}}, "agencies is a list."),
        (meeting(cases=["A"]), "A case is a JSON object with id, minutes and agencies."),
        (meeting(cases=[{"minutes": 3}]), "Something has no id."),
        (meeting(cases=[{"id": "A", "minutes": "3"}]), "minutes is a whole number of at least 0, not 3."),
        (meeting(cases=[{"id": "A", "minutes": -1}]), "minutes is a whole number of at least 0, not -1."),
        (meeting(cases=[{"id": "A", "minutes": True}]), "minutes is a whole number of at least 0, not True."),
        (meeting(cases=[{"id": "A", "minutes": 1, "agencies": "fire"}]), "fire is a list."),
        (meeting(cases=[*CASES, CASES[0]]), "The case A stands there 2 times."),
        (
            meeting(cases=[{"id": "A", "minutes": 1, "agencies": ["gp"]}]),
            "gp is named, and is not among the cases or agencies.",
        ),
        (meeting(before=[["A", "C"]]), "C is named, and is not among the cases or agencies."),
        (meeting(apart=[["A"]]), "Two cases stand in each pair, not 1."),
        (meeting(fixed=[{"case": "A", "position": 0}]), "position is a whole number of at least 1, not 0."),
        (meeting(fixed=[{"case": "A", "position": 1}] * 2), "The case A stands there 2 times."),
        (
            meeting(windows=[{"agency": "gp", "from": 0, "to": 1}]),
            "gp is named, and is not among the cases or agencies.",
        ),
    ],
)
def test_what_is_wrong_is_said(given, told):
    with pytest.raises(Refusal) as refused:
        read_meeting(given)
    assert refused.value.sentence == told
