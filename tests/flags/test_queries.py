"""An agency's own flags, and what is missing anywhere."""

from dataclasses import replace
from datetime import date

import pytest

from marac.access.roles import Role
from marac.flags import operations
from marac.flags.queries import gaps, my_flags, rows
from tests import make

pytestmark = pytest.mark.django_db
END = date(2027, 3, 2)


@pytest.fixture
def case(area, coordinator):
    made = make.case(marac=area)
    operations.ask_for_flags(viewer=coordinator, case=made, anchor_on=date(2026, 3, 2))
    return made


def test_an_agency_sees_its_own_flag_without_a_seat_on_the_case(case, nurse, health):
    found = my_flags(nurse).get()

    assert (found.agency, found.case, found.seen) == (health, case, False)


def test_a_restricted_case_shows_its_flag_to_nobody_unnamed(case, nurse, coordinator):
    make.cases.restrict(viewer=make.system(), case=case, readers=[], reason="Staff member")

    assert (list(my_flags(nurse)), list(gaps(coordinator))) == ([], [])


def test_somebody_barred_does_not_see_their_agencys_flag(case, area, health):
    user = make.member(Role.REPRESENTATIVE, marac=area, agency=health)
    make.cases.bar(viewer=make.system(), case=case, user=user, reason="Brother")

    assert list(my_flags(make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=health, user=user))) == []


def test_the_gap_list_names_what_is_not_confirmed_and_what_is_past_its_end(case, nurse, coordinator, police, health):
    operations.confirm(viewer=nurse, flag=my_flags(nurse).get())
    soon, at_end = replace(coordinator, today=date(2026, 3, 20)), replace(coordinator, today=END)

    found = [(row.flag.agency, row.standing, row.late) for row in rows(soon, gaps(soon))]

    assert found == [(police, "asked", True)]
    assert [(row.flag.agency, row.standing, row.late) for row in rows(at_end, gaps(at_end))] == [
        (health, "ended", True),
        (police, "ended", True),
    ]


def test_a_flag_removed_is_gone_from_both_lists(case, nurse, coordinator, police):
    office, agency = replace(coordinator, today=END), replace(nurse, today=END)
    operations.ask_for_removal(viewer=office, case=case)
    operations.confirm_removal(viewer=agency, flag=my_flags(agency).get())

    assert list(my_flags(agency)) == []
    assert [flag.agency for flag in gaps(office)] == [police]


def test_the_gap_list_is_for_those_who_manage_flags(case, nurse):
    assert list(gaps(nurse)) == []
