"""What an agency has to answer, who has not answered, and who sees what was found."""

import pytest

from marac.access.roles import Role
from marac.research import operations
from marac.research.queries import (
    Sought,
    findings_of,
    grid,
    my_requests,
    people_sought,
    unanswered,
    withheld_for,
)
from marac.research.rules import Line
from tests import make

pytestmark = pytest.mark.django_db


def test_an_agency_sees_its_own_requests_unanswered_first(asked, nurse, health):
    first, second = asked(), asked()
    operations.nothing_held(viewer=nurse, request=first)

    assert list(my_requests(nurse)) == [second, first]


def test_the_coordinator_sees_who_has_not_answered(asked, nurse, coordinator, police, health):
    request = asked()
    assert {each.agency for each in unanswered(coordinator)} == {police, health}

    operations.nothing_held(viewer=nurse, request=request)

    assert [each.agency for each in unanswered(coordinator)] == [police]


def test_an_agency_is_told_names_and_births_and_nothing_else(asked, nurse):
    assert people_sought(nurse, asked().case) == [
        Sought(role="Victim", name="Wren Tallow", other_names=["Jenny Heron"], born="1990")
    ]


def test_findings_reach_the_office_and_withheld_text_reaches_nobody_else(asked, area, police, nurse, coordinator):
    request = asked()
    lines = [Line("fact", "FOUND-A1", "yes")]
    operations.answer(viewer=nurse, request=request, lines=lines, withheld="KEPT-B2")
    others = [
        make.viewer(role, maracs=[area], agency=police)
        for role in Role
        if role not in (Role.SYSTEM, Role.REPRESENTATIVE)
    ]
    officer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police)

    assert [each.text for each in findings_of(coordinator, request.case)] == ["FOUND-A1"]
    assert list(findings_of(officer, request.case)) == []
    assert withheld_for(nurse, request) == "KEPT-B2"
    assert [withheld_for(viewer, request) for viewer in [*others, officer]] == [""] * (len(others) + 1)


def test_the_grid_shows_each_agency_by_case(asked, nurse, coordinator, meeting):
    request = asked()
    operations.nothing_held(viewer=nurse, request=request)

    found = grid(coordinator, meeting)

    assert [agency.name for agency in found.agencies] == ["Northmoor Health", "Northmoor Police"]
    assert [[cell.answer for cell in row.cells] for row in found.rows] == [["not_known", ""]]
    assert found.waiting == 1


def test_a_restricted_case_leaves_the_grid_and_the_list(asked, nurse, coordinator, meeting):
    request = asked()
    make.cases.restrict(viewer=make.system(), case=request.case, readers=[], reason="Staff member")

    assert (grid(coordinator, meeting).rows, list(my_requests(nurse))) == ([], [])
