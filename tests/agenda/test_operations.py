"""The order of a meeting: one press, moves by hand that stay, taking them back, and two people at once."""

from datetime import time

import pytest

from marac.access.roles import Permission, Role
from marac.agenda import operations
from marac.agenda.models import Agenda, KeptPlace
from marac.agenda.pressing import work_out
from marac.agenda.queries import own_slot, seen_by, sitting, slot_for
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.capacity.operations import set_minutes
from marac.cases.operations import restrict
from marac.kernel.refusal import Refusal
from tests import make
from tests.agenda.conftest import person_in_cases

pytestmark = pytest.mark.django_db


def names(meeting):
    return [each.item.pk for each in sitting(meeting, make.TODAY).cases]


def revision(meeting):
    return Agenda.objects.filter(meeting=meeting).values_list("revision", flat=True).first() or 1


def press(coordinator, meeting):
    return list(work_out(coordinator, meeting, revision(meeting)))


def test_one_press_puts_cases_of_the_same_agencies_beside_each_other_and_proves_it(
    coordinator, meeting, listed, police, housing
):
    listed([police], [housing], [police], [housing])

    assert press(coordinator, meeting) == []

    found = sitting(meeting, make.TODAY)
    assert (found.costs.now, found.costs.listed, found.proof.proven) == (0, 24, True)


def test_what_was_worked_out_is_in_the_trail(coordinator, meeting, listed, police, housing):
    listed([police], [housing], [police], [housing])

    press(coordinator, meeting)

    assert AuditEvent.objects.get(name="OrderTaken").details["cost"] == 0


def test_a_case_that_was_moved_by_hand_stays_and_the_others_are_ordered_around_it(
    coordinator, meeting, listed, police, housing
):
    one, two, three, four = listed([police], [housing], [police], [housing])
    operations.place_case(viewer=coordinator, item=one, place=3, revision=revision(meeting))

    assert press(coordinator, meeting) == []

    found = names(meeting)
    assert found[2] == one.pk
    assert found[3] == three.pk
    assert set(found[:2]) == {two.pk, four.pk}


def test_a_case_that_was_let_go_may_be_moved(coordinator, meeting, listed, police, housing):
    one = listed([police], [housing])[0]
    operations.place_case(viewer=coordinator, item=one, place=2)
    operations.let_go(viewer=coordinator, item=one)

    assert not KeptPlace.objects.filter(item=one).exists()


def test_each_change_of_the_order_can_be_taken_back_one_after_the_other(coordinator, meeting, listed, police, housing):
    one, two, three = listed([police], [housing], [police])
    operations.place_case(viewer=coordinator, item=one, place=2)
    operations.place_case(viewer=coordinator, item=three, place=1)

    operations.take_back(viewer=coordinator, meeting=meeting)
    assert names(meeting) == [two.pk, one.pk, three.pk]
    assert list(KeptPlace.objects.values_list("item", flat=True)) == [one.pk]

    operations.take_back(viewer=coordinator, meeting=meeting)
    assert names(meeting) == [one.pk, two.pk, three.pk]
    assert not KeptPlace.objects.exists()
    with pytest.raises(Refusal, match="nothing to take back"):
        operations.take_back(viewer=coordinator, meeting=meeting)


def test_of_two_coordinators_at_once_the_second_is_told_and_nothing_is_lost(
    coordinator, meeting, listed, police, housing
):
    one, two = listed([police], [housing])
    opened = revision(meeting)
    operations.place_case(viewer=coordinator, item=one, place=2, revision=opened)

    with pytest.raises(Stale, match="shown as it stands now"):
        operations.place_case(viewer=coordinator, item=two, place=2, revision=opened)

    assert names(meeting) == [two.pk, one.pk]


def test_an_order_for_what_is_no_longer_asked_is_not_taken(coordinator, meeting, listed, police, housing):
    one, two = listed([police], [housing])
    asked = sitting(meeting, make.TODAY)
    set_minutes(viewer=coordinator, item=one, minutes=30)

    with pytest.raises(Stale):
        operations.take_order(
            viewer=coordinator,
            meeting=meeting,
            order=[each.name for each in reversed(asked.cases)],
            bound=0,
            worked_out_for=asked.mark,
            revision=None,
        )

    assert names(meeting) == [one.pk, two.pk]


def test_a_place_that_another_case_keeps_is_refused(coordinator, meeting, listed, police, housing):
    one, two = listed([police], [housing])
    operations.place_case(viewer=coordinator, item=one, place=2)

    with pytest.raises(Refusal, match="stays there"):
        operations.place_case(viewer=coordinator, item=two, place=2)


def test_a_proof_holds_no_longer_than_what_was_asked(coordinator, meeting, listed, police, housing):
    one = listed([police], [housing], [police])[0]
    press(coordinator, meeting)

    set_minutes(viewer=coordinator, item=one, minutes=40)

    assert not sitting(meeting, make.TODAY).proof.current


def test_a_time_that_cannot_be_kept_is_said_and_nothing_is_changed(coordinator, meeting, listed, police, housing):
    listed([police], [housing], [housing])
    before = names(meeting)
    operations.say_coming(
        viewer=coordinator, meeting=meeting, agency=housing.pk, from_at=time(9, 40), until_at=time(9, 50)
    )

    told = press(coordinator, meeting)

    assert "Northmoor Homes" in told[0]
    assert names(meeting) == before


def test_an_agency_is_needed_only_in_the_time_that_it_has(coordinator, meeting, listed, police, housing):
    listed([housing], [police], [police])
    operations.say_coming(viewer=coordinator, meeting=meeting, agency=housing.pk, from_at=time(10, 0))

    assert press(coordinator, meeting) == []

    found = slot_for(coordinator, sitting(meeting, make.TODAY), housing.name)
    assert found is not None
    assert (found[0].time(), found[1].time()) == (time(10, 4), time(10, 16))


def test_cases_of_one_perpetrator_are_heard_one_after_the_other_and_it_is_said_why(
    coordinator, meeting, listed, police, housing
):
    one, _two, three, _four = listed([police], [housing], [housing], [police])
    person_in_cases(viewer=make.system(), cases=[one.case, three.case])

    assert press(coordinator, meeting) == []

    found = names(meeting)
    assert abs(found.index(one.pk) - found.index(three.pk)) == 1
    told = str(next(iter(sitting(meeting, make.TODAY).links.why.values())))
    assert {one.case.reference, three.case.reference} == set(told.removesuffix(": the same perpetrator").split(" and "))


def test_who_is_needed_is_changed_by_hand_with_a_reason(coordinator, meeting, listed, police, housing):
    one = listed([police])[0]
    with pytest.raises(Refusal, match="Say why"):
        operations.say_need(viewer=coordinator, item=one, agency=housing.pk, needed=True, reason=" ")

    operations.say_need(viewer=coordinator, item=one, agency=housing.pk, needed=True, reason="Knows the landlord")
    operations.say_need(viewer=coordinator, item=one, agency=police.pk, needed=False, reason="Sent a note")

    listed_case = sitting(meeting, make.TODAY).cases[0]
    assert listed_case.needed == ["Northmoor Homes"]
    assert str(listed_case.needs["Northmoor Homes"].reasons[0]) == "Knows the landlord (said by Ada Quill)"


def test_an_agency_sees_its_own_slot_and_no_case_that_it_may_not_open(coordinator, meeting, listed, police, housing):
    one, two = listed([housing], [housing])
    theirs = make.viewer(Role.REPRESENTATIVE, maracs=[meeting.marac], agency=housing, user=make.user("Bea Finch"))
    restrict(viewer=make.system(), case=two.case, readers=[], reason="She works there")

    found = own_slot(theirs, meeting)

    assert found is not None
    assert [item.pk for _at, item in found.cases] == [one.pk]
    assert found.leave.time() == time(9, 52)


def test_a_case_that_a_viewer_may_not_see_leaves_no_gap_in_what_they_are_shown(meeting, listed, police, housing):
    one, two, three = listed([police], [police], [police])
    restrict(viewer=make.system(), case=two.case, readers=[], reason="She works there")
    office = make.viewer(Role.ADMINISTRATOR, maracs=[meeting.marac], agency=police, user=make.user("Bea Finch"))

    found = seen_by(office, meeting)

    assert [each.item.pk for each in found.cases] == [one.pk, three.pk]
    assert [at.strftime("%H:%M") for at in found.times] == ["09:40", "09:52", "10:04"]


def test_who_does_not_run_meetings_changes_no_order(meeting, listed, police, housing):
    one = listed([police])[0]
    theirs = make.viewer(Role.REPRESENTATIVE, maracs=[meeting.marac], agency=housing, user=make.user("Bea Finch"))

    for act in (operations.place_case, operations.let_go):
        assert act.needs is Permission.RUN_MEETINGS
    with pytest.raises(NotAllowed):
        operations.place_case(viewer=theirs, item=one, place=1)


def test_an_empty_meeting_is_said_so(coordinator, meeting):
    with pytest.raises(Refusal, match="No case is listed"):
        press(coordinator, meeting)


def test_the_agenda_is_gathered_in_as_many_questions_however_many_cases_there_are(
    meeting, listed, police, housing, django_assert_max_num_queries
):
    listed(*[[police], [housing]] * 6)

    with django_assert_max_num_queries(20):
        sitting(meeting, make.TODAY)
