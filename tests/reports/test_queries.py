"""The return of a quarter, and the cases behind its numbers."""

from datetime import date, time

import pytest

from marac.access.roles import Role
from marac.cases import operations as cases
from marac.directory.operations import change_setting
from marac.reports.columns import BY_LETTER
from marac.reports.queries import cases_behind, quarter_return
from marac.reports.rules import read_quarter
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db


def made(area, quarter=world.QUARTER, viewer=None):
    return quarter_return(viewer or make.system(), area, read_quarter(quarter))


def test_each_meeting_of_the_quarter_is_a_row_in_order_of_day(area):
    for day in (date(2025, 12, 31), date(2025, 10, 1), date(2025, 9, 30), date(2026, 1, 1)):
        world.heard(world.meeting(area, day))

    found = made(area)

    assert [row.held_on for row in found.rows] == [date(2025, 10, 1), date(2025, 12, 31)]
    assert found.totals["C"] == 2


def test_a_cancelled_meeting_and_cases_not_heard_are_left_out(area):
    world.heard(world.meeting(area, date(2025, 10, 8), state="cancelled"))
    meeting = world.meeting(area)
    world.heard(meeting)
    world.heard(meeting, state="deferred")
    world.heard(meeting, state="withdrawn")

    found = made(area)

    assert [row.numbers["C"] for row in found.rows] == [1]
    assert found.errors == []


def test_a_case_still_only_listed_after_its_meeting_keeps_the_return_back(area):
    item = world.heard(world.meeting(area), state="listed")

    assert made(area).errors == [
        f"12 November 2025: case {item.case.reference} is listed, but not recorded as heard, deferred or withdrawn."
    ]


def test_a_meeting_gone_by_that_was_never_held_keeps_the_return_back(area):
    world.meeting(area, state="planned")

    assert made(area).errors == ["The meeting of 12 November 2025 has no row. Record what was heard, or cancel it."]


def test_a_meeting_to_come_is_a_warning(area):
    world.meeting(area, date(2026, 3, 25), state="planned")

    found = made(area, "2026Q1")

    assert found.rows == []
    assert [error[:23] for error in found.errors] == ["No meeting was held in "]
    assert found.warnings[0].startswith("Meetings of this quarter are still to come.")


def test_a_case_heard_twice_in_the_quarter_counts_at_both_meetings(area):
    first = world.heard(world.meeting(area, date(2025, 10, 8)))
    world.heard(world.meeting(area), case=first.case, kind="repeat")

    assert [(row.numbers["C"], row.numbers["D"]) for row in made(area).rows] == [(1, 0), (1, 1)]


def test_children_count_in_the_victims_household_once_born_and_until_18(area):
    item = world.heard(world.meeting(area), children=2)
    world.party(item.case, "child", in_household=False)
    world.party(item.case, "child")
    world.party(item.case, "child", in_household=True, unborn=True)
    world.party(item.case, "child", date(2007, 11, 12), in_household=True)

    found = made(area)

    assert (found.rows[0].numbers["E"], found.rows[0].numbers["F"]) == (2, 1)
    assert any("their household is not recorded" in sentence for sentence in found.warnings)


def test_the_return_counts_a_restricted_case_but_does_not_name_it(area):
    coordinator = make.viewer(Role.COORDINATOR, maracs=[area])
    meeting = world.meeting(area)
    shown, hidden = world.heard(meeting), world.heard(meeting)
    cases.restrict(viewer=make.system(), case=hidden.case, readers=[], reason="Works in the police")

    found = made(area, viewer=coordinator)
    behind = cases_behind(coordinator, found, BY_LETTER["C"])

    assert found.totals["C"] == 2
    assert ([each.item.pk for each in behind.seen], behind.unseen) == ([shown.pk], 1)


def test_what_is_wrong_with_a_restricted_case_is_told_without_its_reference(area):
    meeting = world.meeting(area)
    for item in (world.heard(meeting, kind=""), world.heard(meeting, state="listed")):
        cases.restrict(viewer=make.system(), case=item.case, readers=[], reason="Works in the police")

    found = made(area, viewer=make.viewer(maracs=[area]))

    told = "12 November 2025: case (not open to you) is listed, but not recorded as heard, deferred or withdrawn."
    assert found.errors == [told]
    assert "12 November 2025: whether case (not open to you) is a repeat is not recorded." in found.warnings


def test_the_cases_behind_a_number_are_as_many_as_it_says(area):
    first, second = world.meeting(area, date(2025, 10, 8)), world.meeting(area)
    wanted = world.heard(first, sex="male", kind="repeat", born=date(1950, 1, 1))
    world.heard(first, sex="female")
    world.heard(second, sex="male", perpetrators=(date(2009, 1, 1),))
    found = made(area)

    for letter in ("C", "D", "F", "G", "X", "Z", "AA"):
        assert len(cases_behind(make.system(), found, BY_LETTER[letter]).seen) == found.totals[letter]
    assert [each.item for each in cases_behind(make.system(), found, BY_LETTER["X"], first.pk).seen] == [wanted]


def test_another_maracs_meetings_are_not_counted_or_seen(area):
    elsewhere = make.marac()
    world.heard(world.meeting(elsewhere))

    assert made(area).rows == []
    assert made(elsewhere, viewer=make.viewer(maracs=[area])).rows == []


def test_the_name_in_the_return_is_the_registered_one(area):
    world.heard(world.meeting(area))
    assert made(area).rows[0].name == "Northmoor"

    change_setting(
        viewer=make.system(), marac=area, name="name_in_return", value="Northmoor County", from_on=make.TODAY
    )

    assert made(area).rows[0].name == "Northmoor County"


def test_a_referral_whose_kind_is_not_recorded_is_a_warning(area):
    item = world.heard(world.meeting(area), kind="")

    sentence = f"12 November 2025: whether case {item.case.reference} is a repeat is not recorded."
    assert sentence in made(area).warnings


@pytest.mark.parametrize("size", [1, 4])
def test_the_return_asks_the_same_number_of_questions_however_many_cases(area, size, django_assert_num_queries):
    for number in range(size):
        meeting = world.meeting(area, date(2025, 10, 8 + number), starts_at=time(9, number))
        for _each in range(size):
            world.heard(meeting, children=1)

    with django_assert_num_queries(5):
        made(area)
