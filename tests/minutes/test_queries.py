"""Who reads minutes, and how much of them."""

import pytest

from marac.access.roles import Role
from marac.minutes import operations
from marac.minutes.models import Issue
from marac.minutes.queries import agencies_at, issues_of, neighbours, own_cut, standing, whole_minutes
from marac.minutes.rules import Standing
from tests import make
from tests.minutes.area import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return build()


def references(content):
    return [each["reference"] for each in content["cases"]]


def test_an_agency_reads_only_the_cases_that_it_has_a_seat_on(area):
    issue = area.issued()

    assert [
        references(own_cut(area.viewer(Role.REPRESENTATIVE, agency), issue)) for agency in (area.police, area.housing)
    ] == [[area.shared.case.reference, area.police_only.case.reference], [area.shared.case.reference]]


def test_minutes_are_not_there_for_an_agency_without_a_seat_or_before_they_go_out(area):
    stranger = make.agency(marac=area.marac)
    area.minuted(area.shared)
    area.minuted(area.police_only)
    area.approved()
    before = Issue.objects.visible_to(area.viewer(Role.REPRESENTATIVE, area.police)).count()
    chair = Issue.objects.visible_to(area.viewer(Role.CHAIR)).count()

    assert (before, chair) == (0, 1)
    assert not Issue.objects.visible_to(area.viewer(Role.REPRESENTATIVE, stranger)).exists()


def test_a_representative_learns_of_no_copy_but_their_own(area):
    area.issued()

    shown = [
        [copy.agency.name for copy in issues_of(viewer, area.meeting)[0].copies]
        for viewer in (area.viewer(), area.viewer(Role.REPRESENTATIVE, area.housing))
    ]

    assert shown == [["Northmoor Homes", "Police"], ["Northmoor Homes"]]


def test_minutes_have_who_was_there_and_observers_apart(area):
    content = whole_minutes(area.viewer(), area.meeting)

    assert content["present"] == [{"agency": "Police", "name": "Ida Stone", "capacity": "chair"}]
    assert content["observers"] == [{"agency": "Northmoor Homes", "name": "Ola Reed", "accepted": False}]


def test_a_case_knows_its_neighbours_on_the_list(area):
    found = neighbours(area.viewer(), area.police_only)

    assert (found.previous, found.following, found.place, found.total) == (area.shared, None, 2, 2)


def test_the_agencies_of_a_line_are_the_panel_of_that_day(area):
    assert agencies_at(area.viewer(), area.shared) == [area.housing, area.police]


def test_minutes_are_written_approved_issued_and_changed_in_turn(area):
    seen = [standing(area.viewer(), area.meeting)]
    area.minuted(area.shared)
    area.minuted(area.police_only)
    area.approved()
    seen.append(standing(area.viewer(), area.meeting))
    operations.issue(viewer=area.viewer(), meeting=area.meeting)
    seen.append(standing(area.viewer(), area.meeting))
    area.minuted(area.shared, text="A correction.")
    seen.append(standing(area.viewer(), area.meeting))

    assert seen == [Standing.DRAFT, Standing.APPROVED, Standing.ISSUED, Standing.CHANGED]


@pytest.mark.parametrize("lines", [1, 4])
def test_whole_minutes_ask_the_same_number_of_questions_however_long_they_are(area, lines, django_assert_num_queries):
    for _each in range(lines):
        area.minuted(area.shared)

    with django_assert_num_queries(5):
        whole_minutes(area.viewer(), area.meeting)
