"""Who reads minutes, and how much of them; what a meeting opens with, and what a repeat is set beside."""

from dataclasses import replace
from datetime import date

import pytest

from marac.access.roles import Role
from marac.actions import operations as actions
from marac.cases import operations as cases
from marac.minutes.models import Issue
from marac.minutes.queries import (
    agencies_at,
    agreed_at_and_before,
    cut_for,
    last_time,
    opening_of,
    overdue_at,
    reading_of,
    standing,
    whole_minutes,
)
from marac.minutes.rules import Standing, cases_told_of
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
        references(cut_for(area.viewer(Role.REPRESENTATIVE, agency), issue.content))
        for agency in (area.police, area.housing)
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
        [copy.agency.name for copy in opening_of(viewer, area.meeting).issues[0].copies]
        for viewer in (area.viewer(), area.viewer(Role.REPRESENTATIVE, area.housing))
    ]

    assert shown == [["Northmoor Homes", "Police"], ["Northmoor Homes"]]


def test_minutes_have_who_was_there_and_observers_apart(area):
    content = whole_minutes(area.viewer(), area.meeting)

    assert content["present"] == [{"agency": "Police", "name": "Ida Stone", "capacity": "chair"}]
    assert content["observers"] == [{"agency": "Northmoor Homes", "name": "Ola Reed", "accepted": False}]


def test_the_agencies_of_a_line_are_the_panel_of_that_day(area):
    assert list(agencies_at(area.viewer(), area.shared)) == [area.housing, area.police]


def test_minutes_are_written_approved_issued_and_changed_in_turn(area):
    seen = [standing(area.viewer(), area.meeting)]
    area.minuted(area.shared)
    area.minuted(area.police_only)
    area.approved()
    seen.append(standing(area.viewer(), area.meeting))
    area.sent()
    seen.append(standing(area.viewer(), area.meeting))
    area.minuted(area.shared, text="A correction.")
    seen.append(standing(area.viewer(), area.meeting))

    assert seen == [Standing.DRAFT, Standing.APPROVED, Standing.ISSUED, Standing.CHANGED]


@pytest.mark.parametrize("lines", [1, 4])
def test_whole_minutes_ask_the_same_number_of_questions_however_long_they_are(area, lines, django_assert_num_queries):
    for number in range(lines):
        area.minuted(area.shared, text=f"Attended on {number + 1} February.")

    with django_assert_num_queries(2):
        whole_minutes(area.viewer(), area.meeting)


def test_a_meeting_opens_with_what_is_past_its_day_and_not_with_what_is_due_that_day(area):
    late = area.promised(area.shared.case, due_on=date(2026, 3, 2))
    area.promised(area.shared.case, due_on=date(2026, 3, 3))

    assert list(overdue_at(area.viewer(), area.meeting)) == [late]


def test_what_is_reported_on_after_the_meeting_opened_stays_in_its_minutes_and_what_was_before_does_not(area):
    before = area.promised(area.shared.case, due_on=date(2026, 2, 9))
    after = area.promised(area.shared.case, due_on=date(2026, 2, 10))
    office = area.viewer()
    actions.complete(viewer=replace(office, today=date(2026, 3, 2)), action=before, outcome="Done.", said_by="Bo")
    actions.complete(viewer=office, action=after, outcome="Done.", said_by="Bo")

    assert [each["task"] for each in whole_minutes(office, area.meeting)["overdue"]] == [after.task]


def test_an_agency_reads_of_overdue_actions_only_in_cases_that_it_has_a_seat_on(area):
    area.promised(area.police_only.case, due_on=date(2026, 2, 9))
    issue = area.issued()

    assert [
        len(cut_for(area.viewer(Role.REPRESENTATIVE, agency), issue.content)["overdue"])
        for agency in (area.police, area.housing)
    ] == [1, 0]


def test_what_is_overdue_in_a_case_of_an_earlier_meeting_stands_in_the_minutes(area):
    """It is the first business, and its case is seldom heard on the same day."""
    earlier = make.case(marac=area.marac, seen_by=(area.police,))
    area.promised(earlier, due_on=date(2026, 2, 9))
    issue = area.issued()
    reading = reading_of(area.viewer(Role.REPRESENTATIVE, area.police), issue)

    assert [each["reference"] for each in reading.content["overdue"]] == [earlier.reference]
    assert earlier.pk in cases_told_of(reading.content)
    assert cut_for(area.viewer(Role.REPRESENTATIVE, area.housing), issue.content)["overdue"] == []


def _last_time(area):
    agreed_before = agreed_at_and_before(area.viewer(), area.shared)[1]
    return last_time(area.viewer(), area.shared, agreed_before)


def test_a_case_is_set_beside_the_last_time_its_victim_and_perpetrator_were_heard(area):
    earlier, action = area.heard_before(area.shared)

    found = _last_time(area)

    assert (found.item, found.conclusion, found.actions) == (earlier, "Plan agreed.", [action])


def test_another_perpetrator_makes_it_another_story(area):
    area.heard_before(area.shared, same_perpetrator=False)

    assert _last_time(area) is None


def test_an_earlier_case_that_the_viewer_may_not_open_is_not_shown_beside_this_one(area):
    earlier, _action = area.heard_before(area.shared)
    cases.restrict(viewer=make.system(), case=earlier.case, readers=[], reason="Works for the council")

    assert _last_time(area) is None
