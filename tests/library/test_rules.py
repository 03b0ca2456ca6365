"""What the catalogue holds, what is offered for what is typed, and the day that each kind of due time gives."""

from dataclasses import replace
from datetime import date

import pytest

from marac.kernel.refusal import Refusal
from marac.library.models import OWNERS
from marac.library.rules import (
    CATALOGUE,
    DUE_NAMES,
    OFFERED,
    RISK_NAMES,
    Days,
    Due,
    RiskKind,
    check_standard,
    due_on,
    found,
    in_force,
    soonest,
)

FRIDAY = date(2026, 3, 27)
EASTER = frozenset({date(2026, 4, 3), date(2026, 4, 6)})
DAYS = Days(met_on=FRIDAY, next_on=date(2026, 4, 24), contact_days=2, at_most=20, holidays=EASTER)
ALL = list(CATALOGUE.values())
GOOD = {"task": "Ring", "groups": ["idva"], "due": "2w", "risks": ["violence"], "from_on": FRIDAY, "today": FRIDAY}


def test_the_catalogue_has_ninety_actions_each_with_owner_time_risk_and_result():
    assert len(CATALOGUE) == 90
    for each in ALL:
        assert all((each.task, each.owner, each.result, each.groups, each.risks)), each.code
        assert set(each.groups) <= set(OWNERS), each.code
        assert set(each.risks) <= set(RiskKind), each.code
        assert each.due in set(Due), each.code


def test_every_kind_of_risk_and_every_time_has_words_and_an_action():
    assert set(RISK_NAMES) == set(RiskKind) == {risk for each in ALL for risk in each.risks}
    assert set(DUE_NAMES) == set(Due) == {each.due for each in ALL}


def test_what_the_area_changed_stands_in_its_place_and_what_it_added_at_the_end():
    refuge = replace(CATALOGUE["refuge"], due="2w")
    own = replace(refuge, code="own-1")

    now = in_force(CATALOGUE, [own, refuge])

    assert [each.code for each in now] == [*CATALOGUE, "own-1"]
    assert next(each for each in now if each.code == "refuge").due == "2w"


@pytest.mark.parametrize(
    ("words", "first"),
    [("refug", "refuge"), ("LOCKS", "target-hardening"), ("letterbox fire", "fire-visit"), ("clare", "disclosure")],
)
def test_an_action_is_found_by_its_words_and_their_beginnings(words, first):
    assert found(ALL, words)[0].code == first


def test_what_answers_the_risk_stands_first_and_without_words_alone():
    assert all("fire" in each.risks for each in found(ALL, "", "fire"))
    assert "weapons" in found(ALL, "marker", "weapons")[0].risks
    assert found(ALL, "", "") == []
    assert found(ALL, "no such thing") == []
    assert len(found(ALL, "the")) == OFFERED


def test_what_is_switched_off_is_not_offered():
    off = [replace(each, is_off=True) for each in ALL]

    assert found(off, "refuge") == []
    assert soonest(off, "fire") == ""


@pytest.mark.parametrize(
    ("due", "day"),
    [
        (Due.DAY, date(2026, 3, 28)),
        (Due.TWO, date(2026, 3, 31)),
        (Due.CONTACT, date(2026, 3, 31)),
        (Due.FIVE, date(2026, 4, 7)),
        (Due.TEN, date(2026, 4, 14)),
        (Due.TWENTY, date(2026, 4, 28)),
        (Due.NEXT, date(2026, 4, 24)),
    ],
)
def test_the_day_is_counted_in_working_days_of_the_nation_but_24_hours_are_24_hours(due, day):
    assert due_on(due, DAYS) == day


@pytest.mark.parametrize("next_on", [None, date(2026, 6, 1)])
def test_a_next_meeting_that_is_far_or_not_planned_is_not_waited_for(next_on):
    assert due_on(Due.NEXT, replace(DAYS, next_on=next_on)) == date(2026, 4, 28)


def test_an_own_action_is_timed_by_the_shortest_that_the_library_has_against_the_risk():
    assert soonest(ALL, "fire") == Due.DAY
    assert soonest(ALL, "barriers") == Due.CONTACT
    assert soonest(ALL, "technology") == Due.FIVE
    assert soonest(ALL, "nothing") == ""


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"task": " "}, "task"),
        ({"groups": []}, "groups"),
        ({"due": "soon"}, "due"),
        ({"risks": []}, "risks"),
        ({"risks": ["weather"]}, "risks"),
        ({"from_on": date(2026, 3, 26)}, "from_on"),
    ],
)
def test_a_standard_action_says_what_who_when_and_against_what(wrong, field):
    check_standard(**GOOD)

    with pytest.raises(Refusal) as refused:
        check_standard(**GOOD | wrong)

    assert refused.value.field == field
