"""Today: what waits, by what is due first, and only for whoever is to do it."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from marac.access.roles import Permission, Role
from marac.accounts import operations as accounts
from marac.actions import operations as actions
from marac.actions.models import Action
from marac.audit.operation import operation, record
from marac.directory import operations as directory
from marac.drafts import operations as drafts
from marac.flags import operations as flags
from marac.mail import operations as mail
from marac.mail.rules import Kind
from marac.meetings import operations as meetings
from marac.office.operations import ListSentAndResearchAsked, send_list_and_ask
from marac.office.worklist import Waiting, now_and_later, waiting_for
from marac.referrals import operations as referrals
from marac.referrals.models import Referral
from marac.research.models import Request
from marac.triage import operations as triage
from tests import make

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).parent.parent / "samples" / "intake" / "norbrook-tolliver.docx"


def test_a_referral_is_due_the_working_day_after_it_came(area, coordinator):
    friday = replace(coordinator, today=date(2026, 2, 27))
    referrals.read_document(viewer=friday, marac=area, name="form.docx", content=SAMPLE.read_bytes())

    rows = waiting_for(coordinator)

    assert [(row.due_on, row.act) for row in rows] == [(date(2026, 3, 2), "Review")]


def test_a_case_list_waits_for_the_coordinator_and_for_nobody_else(area, coordinator):
    housing = make.agency(marac=area)
    meetings.plan_meetings(
        viewer=coordinator, marac=area, days=[make.TODAY + timedelta(days=13)], starts_at=time(9, 30)
    )

    assert len(waiting_for(coordinator)) == 1
    assert waiting_for(make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=housing)) == []


def test_what_waits_in_another_marac_is_not_shown(area, coordinator):
    elsewhere = make.marac("Southmoor")
    referrals.read_document(viewer=coordinator, marac=area, name="form.docx", content=SAMPLE.read_bytes())

    assert waiting_for(make.viewer(maracs=[elsewhere])) == []


def test_what_is_due_first_stands_first(area, coordinator):
    later, sooner = make.TODAY + timedelta(days=27), make.TODAY + timedelta(days=13)
    meetings.plan_meetings(viewer=coordinator, marac=area, days=[later, sooner], starts_at=time(9, 30))

    due = [row.due_on for row in waiting_for(coordinator)]

    assert due == sorted(due)
    assert len(due) == 2


@operation(needs=Permission.DO_DUE_WORK)
def _accepted(*, viewer, case):
    row = Referral(marac=case.marac, case=case, state=Referral.State.ACCEPTED, kind=Referral.Kind.NEW)
    row.save()
    record(ListSentAndResearchAsked(meeting_id=0, lists=0, requests=0))
    return row


def researched(coordinator, area, *, cases=2, on=date(2026, 3, 25)):
    """A meeting whose list went out, with so many cases."""
    (meeting,) = meetings.plan_meetings(viewer=coordinator, marac=area, days=[on], starts_at=time(9, 30))
    for _each in range(cases):
        case = make.case(marac=area)
        referral = _accepted(viewer=make.system(), case=case)
        meetings.list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral)
    send_list_and_ask(viewer=coordinator, meeting=meeting)
    return meeting


def told(viewer):
    return [row.what for row in waiting_for(viewer)]


def test_the_office_sees_how_many_have_not_answered_and_an_agency_sees_its_own(area, coordinator):
    _homes, _police, health = (make.agency(marac=area) for _each in range(3))
    office = replace(coordinator, agency_id=health.pk)
    researched(coordinator, area)

    gaps = [
        row for row in waiting_for(office) if row.what == "Research for 25 March: 2 other agencies have not answered"
    ]

    assert [row.due_on for row in gaps] == [date(2026, 3, 18)]
    assert "2 cases to search for the meeting of Northmoor on 25 March" in told(office)


def test_requests_of_a_meeting_are_one_row_that_opens_the_list_of_them(client, area, coordinator):
    homes = make.agency(marac=area)
    meeting, other = researched(coordinator, area, cases=3), researched(coordinator, area, on=date(2026, 3, 27))
    user = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)

    rows = waiting_for(make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes))
    make.enter(client, user)
    references = {meeting: [], other: []}
    for request in Request.objects.select_related("case", "item__meeting"):
        references[request.item.meeting].append(request.case.reference)
    page = client.get(f"/research/?meeting={meeting.pk}").content.decode()

    assert [(row.what, row.act, row.href) for row in rows if row.act == "Answer"] == [
        ("3 cases to search for the meeting of Northmoor on 25 March", "Answer", f"/research/?meeting={meeting.pk}"),
        ("2 cases to search for the meeting of Northmoor on 27 March", "Answer", f"/research/?meeting={other.pk}"),
    ]
    assert all(reference in page for reference in references[meeting])
    assert not any(reference in page for reference in references[other])


def test_a_single_request_is_opened_at_once(area, coordinator):
    homes = make.agency(marac=area)
    researched(coordinator, area, cases=1)
    (asked,) = Request.objects.all()

    rows = waiting_for(make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes))

    assert (f"Research for case {asked.case.reference}", f"/research/{asked.pk}/") in [
        (row.what, row.href) for row in rows
    ]


def test_late_actions_of_others_are_one_row_for_the_office_only(area, coordinator):
    homes, police = make.agency("Northmoor Homes", marac=area), make.agency("Northmoor Police", marac=area)
    february = replace(coordinator, today=date(2026, 2, 2))
    for day in (20, 25, 28):
        actions.set_action(
            viewer=february, case=make.case(marac=area), agency=homes, task="Call", due_on=date(2026, 2, day)
        )

    office = waiting_for(replace(coordinator, agency_id=police.pk))
    own = waiting_for(make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes))

    assert [(row.what, row.due_on) for row in office] == [("3 actions of other agencies are late", date(2026, 2, 20))]
    assert office[0].href == "/actions/?state=late"
    assert [(row.what, row.href) for row in own] == [("3 actions of your agency", "/actions/?state=late&agency=mine")]
    assert told(make.viewer(Role.CHAIR, maracs=[area], agency=police)) == []


def test_actions_to_come_are_one_row_a_day_and_one_alone_is_opened_at_once(area, coordinator):
    homes = make.agency(marac=area)
    for day in (10, 10, 12):
        actions.set_action(
            viewer=coordinator, case=make.case(marac=area), agency=homes, task="Call", due_on=date(2026, 3, day)
        )
    alone = Action.objects.select_related("case").get(due_on=date(2026, 3, 12))

    rows = waiting_for(make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes))

    assert [(row.what, row.due_on, row.href) for row in rows] == [
        ("2 actions of your agency", date(2026, 3, 10), "/actions/?state=open&agency=mine"),
        (f"Action {alone.pk}, case {alone.case.reference}", date(2026, 3, 12), f"/actions/{alone.pk}/"),
    ]


def test_flags_to_place_and_to_take_off_are_counted(area, coordinator):
    homes = make.agency(marac=area)
    for _each in range(2):
        flags.ask_for_flags(viewer=coordinator, case=make.case(marac=area), anchor_on=make.TODAY)
    gone = make.case(marac=area)
    flags.ask_for_flags(viewer=coordinator, case=gone, anchor_on=make.TODAY)
    flags.ask_for_removal(viewer=coordinator, case=gone, reason="Moved away")
    nurse = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes)

    assert told(nurse) == ["1 flag to take off", "2 flags to place"]
    assert told(coordinator) == []
    assert told(replace(coordinator, today=date(2026, 3, 9))) == ["2 flags of others are not confirmed"]


def test_a_flag_past_its_end_waits_for_the_office(area, coordinator):
    make.agency(marac=area)
    then = replace(coordinator, today=date(2025, 3, 5))
    flags.ask_for_flags(viewer=then, case=make.case(marac=area), anchor_on=date(2025, 3, 4))

    assert told(coordinator) == ["1 flag is past its end"]


def test_messages_that_do_not_get_through_wait_for_the_office(area, coordinator):
    homes = make.agency(marac=area)
    make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    homes.mail_domains = "homes.example.org"
    mail.notify(viewer=coordinator, kind=Kind.MINUTES, marac=area, agencies=[homes], about="x", reference="x")

    assert told(coordinator) == ["1 message has not been sent"]
    assert told(make.viewer(Role.CHAIR, maracs=[area], agency=homes)) == []


def test_a_referral_that_came_back_waits_for_the_agency_that_made_it(area, coordinator):
    outreach = make.agency("Norbrook Women’s Outreach", marac=area)
    referral = referrals.read_document(viewer=coordinator, marac=area, name="form.docx", content=SAMPLE.read_bytes())
    triage.return_for_information(
        viewer=coordinator, referral=referral, lacking=["other"], reason="Who is the officer?"
    )

    assert told(coordinator) == []
    assert told(make.viewer(Role.REFERRER, maracs=[area], agency=outreach)) == [
        f"Referral {referral.pk} came back to you"
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SYSTEM])
def test_no_role_asks_more_than_twelve_questions_in_two_maracs(client, role, django_assert_max_num_queries):
    areas = [make.marac("Northmoor"), make.marac("Southmoor")]
    homes = make.agency("Northmoor Homes")
    user = make.member(role, marac=areas[0], agency=homes)
    for area in areas:
        coordinator = make.viewer(maracs=[area])
        directory.give_seat(
            viewer=make.system(), marac=area, agency=homes, return_group="housing", from_on=date(2020, 1, 1)
        )
        if area is not areas[0]:
            accounts.give_role(
                viewer=make.clerk(), user=user, agency=homes, marac=area, role=role.value, from_on=date(2020, 1, 1)
            )
        researched(coordinator, area)
        referrals.read_document(viewer=coordinator, marac=area, name="form.docx", content=SAMPLE.read_bytes())
        flags.ask_for_flags(viewer=coordinator, case=make.case(marac=area), anchor_on=make.TODAY)
        actions.set_action(viewer=coordinator, case=make.case(marac=area), agency=homes, task="Call", due_on=make.TODAY)
    make.enter(client, user)

    with django_assert_max_num_queries(12):
        answer = client.get("/")

    assert answer.status_code == 200


def test_a_draft_waits_for_its_own_agency_and_for_nobody_else(area, coordinator):
    school = make.agency(marac=area)
    referrer = make.viewer(Role.REFERRER, maracs=[area], agency=school)
    draft = drafts.begin(viewer=referrer, marac=area)

    rows = waiting_for(referrer)

    assert [(row.what, row.act, row.href) for row in rows] == [
        (f"Draft of referral {draft.pk}", "Continue", f"/referrals/{draft.pk}/form/")
    ]
    assert waiting_for(coordinator) == []


def test_a_draft_that_will_be_cleared_says_so_two_weeks_before(area):
    referrer = make.viewer(Role.REFERRER, maracs=[area], agency=make.agency(marac=area))
    draft = drafts.begin(viewer=referrer, marac=area)
    goes_on = make.TODAY + timedelta(days=90)

    before, warned = (replace(referrer, today=goes_on - timedelta(days=days)) for days in (15, 14))

    assert told(before) == [f"Draft of referral {draft.pk}"]
    (row,) = waiting_for(warned)
    assert (row.what, row.due_on) == (
        f"Draft of referral {draft.pk}: it is cleared on 2 June if nobody writes on it",
        goes_on,
    )


def test_what_is_late_due_today_or_without_a_day_comes_first_and_the_rest_can_wait():
    today = date(2026, 3, 2)
    late, now, undated, tomorrow = (
        Waiting(what, due_on, "/", "Open")
        for what, due_on in (
            ("Late", date(2026, 2, 27)),
            ("Now", today),
            ("Undated", None),
            ("Tomorrow", date(2026, 3, 3)),
        )
    )

    assert now_and_later([late, now, tomorrow, undated], today) == ([late, now, undated], [tomorrow])
