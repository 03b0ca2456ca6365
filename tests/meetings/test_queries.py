"""What the year, the board and the case list show, and to whom."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from marac.access.roles import Role
from marac.caselists import operations as caselists
from marac.caselists import queries as list_queries
from marac.cases.operations import restrict
from marac.meetings import operations, queries
from marac.meetings.rules import Standing
from marac.people.models import Party
from tests import make
from tests.meetings.conftest import HELD_ON, person_in, referral_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(coordinator, meeting):
    def send():
        caselists.send_list(viewer=coordinator, meeting=meeting)
        meeting.refresh_from_db()

    return send


def test_the_year_shows_the_viewers_own_meetings_with_the_cases_they_may_see(
    area, coordinator, representative, meeting, plan, listed
):
    first, second = meeting, plan(date(2026, 4, 22))
    restricted = listed(first).case
    listed(first)
    restrict(viewer=make.system(), case=restricted, readers=[], reason="Known to staff")

    found = [(meeting.pk, meeting.listed) for meeting in queries.meetings_found(representative, year=2026)]

    assert found == [(first.pk, 1), (second.pk, 0)]
    assert not queries.meetings_found(coordinator, year=2027)
    assert not queries.meetings_found(make.viewer(maracs=[make.marac()]), year=2026)
    assert not queries.meetings_found(make.viewer(Role.STEERING, maracs=[area]), year=2026)
    assert queries.meetings_found(coordinator, year=2026, marac_id=area.pk).count() == 2


def test_of_each_marac_the_last_meeting_and_the_next_are_found_whatever_their_year(area, coordinator, plan):
    days = (date(2026, 10, 7), date(2026, 12, 30), date(2027, 1, 6), date(2027, 1, 13), date(2027, 2, 10))
    _earlier, last, called_off, following, later = (plan(day) for day in days)
    operations.cancel_meeting(viewer=coordinator, meeting=called_off, reason="No room")
    elsewhere = make.marac()
    both = make.viewer(maracs=[area, elsewhere])
    theirs = operations.plan_meetings(viewer=both, marac=elsewhere, days=[date(2027, 3, 3)], starts_at=time(9, 30))[0]

    def near(viewer, today):
        return list(queries.last_and_next(replace(viewer, today=today)))

    assert near(coordinator, date(2026, 12, 31)) == [last, following]
    assert near(coordinator, called_off.held_on) == [last, following]
    assert near(coordinator, following.held_on) == [last, following, later]
    assert near(both, date(2027, 1, 4)) == [last, following, theirs]
    assert near(make.viewer(maracs=[make.marac()]), date(2027, 1, 4)) == []


def test_a_meeting_whose_referrals_have_closed_is_found_though_another_is_sooner(coordinator, plan):
    sooner, closing = plan(date(2026, 12, 30)), plan(date(2027, 1, 6))
    the_day = closing.cut_off_on

    assert list(queries.last_and_next(replace(coordinator, today=the_day - timedelta(days=1)))) == [sooner]
    assert list(queries.last_and_next(replace(coordinator, today=the_day))) == [sooner, closing]


def test_the_board_says_what_is_done_and_what_is_late(coordinator, meeting, listed, sent):
    listed()
    before = queries.meeting_board(replace(coordinator, today=date(2026, 3, 16)), meeting)
    assert [step.standing for step in before.steps] == [
        Standing.PASSED,
        Standing.LATE,
        Standing.TO_COME,
        Standing.TO_COME,
        Standing.TO_COME,
        Standing.TO_COME,
        Standing.TO_COME,
    ]

    sent()

    after = queries.meeting_board(replace(coordinator, today=date(2026, 3, 16)), meeting)
    assert after.steps[1].standing == Standing.DONE
    assert (after.minutes, after.unopened, after.open_to_listing) == (12, 1, True)


def test_a_cancelled_meeting_is_never_late(coordinator, meeting):
    operations.cancel_meeting(viewer=coordinator, meeting=meeting, reason="Snow")
    meeting.refresh_from_db()

    board = queries.meeting_board(replace(coordinator, today=date(2026, 6, 1)), meeting)

    assert {step.standing for step in board.steps} == {Standing.PASSED}
    assert not board.open_to_listing


def test_the_case_list_holds_what_is_searched_by_victim_first(representative, meeting, listed, sent):
    item = listed()
    person_in(item.case, Party.Role.CHILD, forenames="Pip", school="Hilltop Primary")
    person_in(item.case, Party.Role.PERPETRATOR, forenames="Rook", other_name="Crow", address="3 Quay Lane")
    person_in(item.case, Party.Role.VICTIM, address="1 Hidden Row", confidential=True)
    sent()

    shown = list_queries.case_list(representative, meeting)

    people = shown.cases[0].people
    assert [(each.role, each.name, each.born) for each in people] == [
        ("Victim", "Wren Tallow", "01/02/1990"),
        ("Perpetrator", "Rook Tallow", "01/02/1990"),
        ("Child", "Pip Tallow", "01/02/1990"),
    ]
    assert (people[0].addresses, people[0].address_withheld) == ([], True)
    assert (people[1].addresses, people[1].other_names) == (["3 Quay Lane, ZZ1 2AB"], ["Crow"])
    assert people[2].school == "Hilltop Primary"
    assert (shown.cases[0].kind, shown.case_ids) == ("New", [item.case_id])


def test_a_child_not_yet_born_is_listed_as_that_with_the_day_it_is_due(representative, meeting, listed, sent):
    item = listed()
    person_in(item.case, Party.Role.CHILD, forenames="", surname="", due_on=date(2026, 6, 9))
    sent()

    [child] = list_queries.case_list(representative, meeting).cases[0].people

    assert (child.name, child.born) == ("Unborn child", "Due 09/06/2026")


def test_an_agency_without_a_seat_sees_none_of_the_case(area, listed, meeting, sent):
    item = listed()
    person_in(item.case)
    sent()
    clinic = make.agency("Seaside Clinic")

    viewer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=clinic)

    shown = list_queries.case_list(viewer, meeting)
    assert (shown.cases, shown.case_ids, shown.sent) == ([], [], None)
    assert queries.meeting_board(viewer, meeting).items == []


def test_before_it_is_sent_only_the_office_sees_the_list(coordinator, representative, meeting, listed):
    listed()

    assert len(list_queries.case_list(coordinator, meeting).cases) == 1
    assert list_queries.case_list(representative, meeting).cases == []


def test_a_withdrawn_case_is_off_the_list_and_a_deferred_one_is_marked(coordinator, listed, meeting, sent):
    kept, deferred, withdrawn = listed(), listed(), listed()
    operations.defer_item(viewer=coordinator, item=deferred, reason="The referrer is ill")
    operations.withdraw_item(viewer=coordinator, item=withdrawn, reason="Duplicate")
    sent()

    shown = list_queries.case_list(coordinator, meeting)

    assert [(case.reference, case.deferred) for case in shown.cases] == [
        (kept.case.reference, False),
        (deferred.case.reference, True),
    ]


@pytest.mark.parametrize("rows", [1, 3])
def test_board_and_list_ask_the_same_number_of_questions_however_long(
    coordinator, meeting, listed, rows, django_assert_num_queries
):
    for _each in range(rows):
        case = listed().case
        person_in(case, other_name="Crow", address="3 Quay Lane")

    with django_assert_num_queries(6):
        queries.meeting_board(coordinator, meeting)
    with django_assert_num_queries(4):
        list_queries.case_list(coordinator, meeting)


def test_cases_that_wait_to_be_listed_are_those_accepted_and_on_no_list(area, coordinator, meeting, listed, plan):
    waiting, undecided = make.case(marac=area), make.case(marac=area)
    wanted = referral_of(waiting)
    referral_of(undecided, state="submitted")
    on_a_list = listed()
    deferred = listed()
    operations.defer_item(viewer=coordinator, item=deferred, reason="The referrer is ill")

    found = set(queries.referrals_to_list(coordinator, meeting).values_list("pk", flat=True))

    assert found == {wanted.pk, deferred.referral_id}
    assert on_a_list.referral_id not in found


def test_a_case_that_was_heard_does_not_wait_again_for_the_same_referral(coordinator, meeting, listed, sent):
    item = listed()
    sent()
    operations.mark_heard(viewer=replace(coordinator, today=HELD_ON), item=item)

    assert not queries.referrals_to_list(coordinator, meeting)


def test_planned_days_leave_out_cancelled_meetings(area, coordinator, meeting):
    assert queries.planned_days(coordinator, area, [HELD_ON, date(2026, 4, 1)]) == {HELD_ON}

    operations.cancel_meeting(viewer=coordinator, meeting=meeting, reason="Snow")

    assert queries.planned_days(coordinator, area, [HELD_ON]) == set()


def test_earlier_deferrals_of_a_case_are_counted(coordinator, listed, plan):
    first = listed()
    operations.defer_item(viewer=coordinator, item=first, reason="The referrer is ill")
    again = operations.list_case(
        viewer=coordinator, meeting=plan(date(2026, 4, 22)), case=first.case, referral=first.referral
    )

    assert queries.times_deferred(coordinator, again) == 1
    assert queries.times_deferred(coordinator, first) == 0


def test_an_agenda_has_the_cases_that_the_viewer_sees_in_their_order(coordinator, representative, meeting, listed):
    hidden, first, second = listed(), listed(), listed()
    person_in(second.case, Party.Role.CHILD)
    caselists.send_list(viewer=coordinator, meeting=meeting)
    restrict(viewer=make.system(), case=hidden.case, readers=[], reason="Works for the council")
    meeting.refresh_from_db()

    found = queries.agenda(representative, meeting)

    assert [(slot.item, slot.children) for slot in found.slots] == [(first, 0), (second, 1)]
    assert found.next_on is None


def test_the_cases_of_an_agenda_are_not_shown_to_an_agency_before_the_list_is_out(
    representative, coordinator, meeting, listed
):
    listed()

    assert [len(queries.agenda(viewer, meeting).slots) for viewer in (representative, coordinator)] == [0, 1]
