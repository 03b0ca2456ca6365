"""Meetings are planned, cases listed and heard, lists sent and opened: with an event, or refused with a sentence."""

from dataclasses import replace
from datetime import date, time

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.caselists import operations as caselists
from marac.cases.models import Case, CaseAccess
from marac.directory import operations as directory
from marac.directory.models import PanelSeat
from marac.flags.models import Flag
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.meetings import operations
from marac.meetings.models import AgendaItem, Meeting
from marac.referrals.models import Referral
from tests import make
from tests.meetings.conftest import HELD_ON, referral_of

pytestmark = pytest.mark.django_db


def on_the_day(viewer, day=HELD_ON):
    return replace(viewer, today=day)


def test_planned_meetings_have_the_dates_of_the_profile_in_force_on_their_day(area, coordinator, plan):
    directory.change_setting(
        viewer=coordinator, marac=area, name="cut_off_days", value=7, from_on=date(2026, 4, 1), reason=""
    )

    first, second = plan(HELD_ON, date(2026, 4, 22))

    assert (first.cut_off_on, second.cut_off_on) == (date(2026, 3, 11), date(2026, 4, 13))
    assert (first.state, first.list_on) == (Meeting.State.PLANNED, date(2026, 3, 13))
    event = AuditEvent.objects.last()
    assert (event.name, event.details["meeting_ids"]) == ("MeetingsPlanned", [first.pk, second.pk])


def test_planning_is_all_or_nothing_and_a_holiday_is_refused_with_a_sentence(coordinator, plan):
    directory.add_holidays(viewer=coordinator, nation="england", days={date(2026, 4, 6): "Easter Monday"})

    with pytest.raises(Refusal) as refused:
        plan(HELD_ON, date(2026, 4, 6))

    assert str(refused.value) == "6 April 2026 is a weekend or a bank holiday. Choose a working day."
    assert not Meeting.objects.exists()


def test_a_day_that_has_a_meeting_is_refused(meeting, plan):
    with pytest.raises(Refusal) as refused:
        plan(HELD_ON, starts_at=time(14, 0))

    assert str(refused.value) == "A meeting is already planned on 25 March 2026. Choose another day."


def test_a_cancelled_meeting_leaves_its_day_free_at_another_hour(coordinator, meeting, plan):
    operations.cancel_meeting(viewer=coordinator, meeting=meeting, reason="Too few cases")

    again = plan(HELD_ON, starts_at=time(14, 0))

    assert again.state == Meeting.State.PLANNED
    with pytest.raises(Refusal):
        plan(HELD_ON, starts_at=time(9, 30))


def test_no_days_are_refused(area, coordinator):
    with pytest.raises(Refusal):
        operations.plan_meetings(viewer=coordinator, marac=area, days=[], starts_at=time(9, 30))


def test_a_meeting_with_cases_is_not_cancelled(coordinator, meeting, listed):
    listed()

    with pytest.raises(Refusal, match="Cases are still listed"):
        operations.cancel_meeting(viewer=coordinator, meeting=meeting, reason="Snow")


def test_listing_puts_the_case_last_and_takes_its_minutes_from_the_profile(coordinator, listed, meeting):
    first, second = listed(), listed()

    assert [(item.position, item.minutes, item.state) for item in (first, second)] == [
        (1, 12, "listed"),
        (2, 12, "listed"),
    ]
    event = AuditEvent.objects.last()
    assert (event.name, event.case_id, event.details["meeting_id"]) == ("CaseListed", second.case_id, meeting.pk)


def test_listing_seats_core_agencies_and_the_adviser_until_the_flag_ends_and_nobody_else(area, police, adviser, listed):
    make.agency("Seaside Clinic", marac=area, standing=PanelSeat.Standing.ON_CALL)

    item = listed()

    seats = CaseAccess.objects.filter(case=item.case).order_by("pk").values_list("agency", "basis", "until_on")
    assert set(seats) == {
        (adviser.pk, "adviser", date(2027, 3, 25)),
        (police.pk, "panel", date(2027, 3, 25)),
    }


def test_a_case_waits_for_one_meeting_at_a_time(coordinator, listed, plan):
    item = listed()
    later = plan(date(2026, 4, 22))

    with pytest.raises(Refusal) as refused:
        operations.list_case(viewer=coordinator, meeting=later, case=item.case, referral=item.referral)

    assert str(refused.value) == "The case is already listed for 25 March 2026. Defer or withdraw it there first."


def test_a_deferred_case_is_listed_for_the_next_meeting(coordinator, listed, plan):
    item = listed()
    later = plan(date(2026, 4, 22))
    operations.defer_item(viewer=coordinator, item=item, reason="The referrer is ill")

    again = operations.list_case(viewer=coordinator, meeting=later, case=item.case, referral=item.referral)

    item.refresh_from_db()
    assert (item.state, item.reason, again.state) == ("deferred", "The referrer is ill", "listed")


def test_a_withdrawn_case_comes_back_onto_the_same_list_at_its_end(coordinator, listed, meeting):
    first, second = listed(), listed()
    operations.withdraw_item(viewer=coordinator, item=first, reason="Listed twice")

    back = operations.list_case(viewer=coordinator, meeting=meeting, case=first.case, referral=first.referral)

    assert (back.pk, back.state, back.position > second.position) == (first.pk, "listed", True)


def test_after_the_cut_off_a_reason_is_needed(area, coordinator, meeting):
    case = make.case(marac=area)
    referral = referral_of(case)
    late = on_the_day(coordinator, date(2026, 3, 12))

    with pytest.raises(Refusal):
        operations.list_case(viewer=late, meeting=meeting, case=case, referral=referral)
    item = operations.list_case(viewer=late, meeting=meeting, case=case, referral=referral, reason="Chair agreed")

    assert item.reason == "Chair agreed"


def test_a_referral_not_accepted_or_of_another_case_is_not_listed(area, coordinator, meeting):
    case, other = make.case(marac=area), make.case(marac=area)

    for referral in (referral_of(case, state=Referral.State.SUBMITTED), referral_of(other)):
        with pytest.raises(Refusal, match="has not been accepted"):
            operations.list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral)

    assert not AgendaItem.objects.exists()


def test_a_case_of_another_area_is_not_listed(area, police, meeting):
    elsewhere = make.marac()
    case = make.case(marac=elsewhere)

    with pytest.raises(Refusal, match="another MARAC"):
        operations.list_case(
            viewer=make.viewer(maracs=[area, elsewhere]), meeting=meeting, case=case, referral=referral_of(case)
        )


def test_a_meeting_of_another_area_cannot_be_touched(meeting):
    with pytest.raises(Unseen):
        caselists.send_list(viewer=make.viewer(maracs=[make.marac()]), meeting=meeting)


@pytest.mark.parametrize("take_off", [operations.defer_item, operations.withdraw_item])
def test_a_case_comes_off_with_a_reason_only_and_only_once(coordinator, listed, take_off):
    item = listed()

    with pytest.raises(Refusal):
        take_off(viewer=coordinator, item=item, reason=" ")
    take_off(viewer=coordinator, item=item, reason="Duplicate")
    with pytest.raises(Refusal):
        take_off(viewer=coordinator, item=item, reason="Duplicate")

    event = AuditEvent.objects.last()
    assert (event.case_id, event.details["reason"]) == (item.case_id, "Duplicate")


def test_the_list_goes_to_core_agencies_and_the_adviser(area, police, adviser, coordinator, meeting, listed):
    make.agency("Seaside Clinic", marac=area, standing=PanelSeat.Standing.ON_CALL)
    listed()

    sent = caselists.send_list(viewer=coordinator, meeting=meeting)

    meeting.refresh_from_db()
    assert {each.agency_id for each in sent} == {police.pk, adviser.pk}
    assert (meeting.state, meeting.list_sent_on) == (Meeting.State.LISTED, make.TODAY)


def test_an_agency_that_joined_after_a_case_was_listed_is_seated_on_it_when_the_list_goes_out(
    area, coordinator, meeting, listed
):
    item = listed()
    health = make.agency("Northmoor Health", marac=area)
    nurse = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=health)
    assert not Case.objects.visible_to(nurse).exists()

    caselists.send_list(viewer=coordinator, meeting=meeting)
    events = AuditEvent.objects.filter(name="CaseSeatGiven").count()
    with pytest.raises(Refusal, match="gone out already"):
        caselists.send_list(viewer=coordinator, meeting=meeting)

    assert Case.objects.visible_to(nurse).get() == item.case
    assert AuditEvent.objects.filter(name="CaseSeatGiven").count() == events


def test_an_empty_list_is_not_sent(coordinator, meeting):
    with pytest.raises(Refusal, match="No case is listed"):
        caselists.send_list(viewer=coordinator, meeting=meeting)


def test_an_agency_that_was_sent_no_list_cannot_open_it(area, coordinator, meeting, listed):
    listed()
    caselists.send_list(viewer=coordinator, meeting=meeting)
    clinic = make.agency("Seaside Clinic")

    with pytest.raises(Unseen):
        caselists.open_list(viewer=make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=clinic), meeting=meeting)


def test_the_first_case_heard_makes_the_meeting_held(coordinator, meeting, listed):
    item = listed()
    caselists.send_list(viewer=coordinator, meeting=meeting)

    operations.mark_heard(viewer=on_the_day(coordinator), item=item)

    meeting.refresh_from_db()
    item.refresh_from_db()
    assert (meeting.state, item.state) == ("held", "heard")
    event = AuditEvent.objects.last()
    assert (event.name, event.case_id) == ("CaseHeard", item.case_id)


def test_a_case_is_not_heard_before_the_day_nor_without_a_list(coordinator, meeting, listed):
    item = listed()
    with pytest.raises(Refusal, match="Send the case list"):
        operations.mark_heard(viewer=on_the_day(coordinator), item=item)
    caselists.send_list(viewer=coordinator, meeting=meeting)

    with pytest.raises(Refusal, match="25 March 2026"):
        operations.mark_heard(viewer=coordinator, item=item)


def test_a_representative_may_open_the_list_and_nothing_more(representative, coordinator, police, meeting, listed):
    item = listed()
    attempts = [
        lambda: caselists.send_list(viewer=representative, meeting=meeting),
        lambda: operations.defer_item(viewer=representative, item=item, reason="No"),
        lambda: operations.mark_heard(viewer=representative, item=item),
        lambda: operations.cancel_meeting(viewer=representative, meeting=meeting, reason="No"),
        lambda: operations.list_case(viewer=representative, meeting=meeting, case=item.case, referral=item.referral),
    ]

    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()


def test_those_who_speak_for_an_agency_are_told_of_the_list(area, police, coordinator, meeting, listed):
    constable = make.member(Role.REPRESENTATIVE, marac=area, agency=police)
    listed()

    caselists.send_list(viewer=coordinator, meeting=meeting)

    row = Outgoing.objects.get()
    assert (row.user, row.kind, row.about) == (constable, "case_list", f"meeting {meeting.pk}")
    assert row.reference == f"{area.prefix} 25/03/2026"


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CHAIR])
def test_a_case_heard_is_flagged_by_every_core_agency_from_the_day_of_the_protocol(
    role, area, police, adviser, coordinator, meeting, listed
):
    item = listed()
    caselists.send_list(viewer=coordinator, meeting=meeting)

    operations.mark_heard(viewer=on_the_day(make.viewer(role, maracs=[area], agency=police)), item=item)

    flag = Flag.objects.get()
    assert (flag.agency, flag.case) == (police, item.case)
    assert (flag.anchor_on, flag.counted_from) == (make.TODAY, "the last referral")


def test_a_case_of_a_meeting_long_ago_is_heard_without_flags(coordinator, meeting, listed):
    item = listed()
    caselists.send_list(viewer=coordinator, meeting=meeting)

    operations.mark_heard(viewer=on_the_day(coordinator, date(2027, 6, 1)), item=item)

    assert Flag.objects.count() == 0
