"""Issue after issue of a case list: to whom it differs, what each is told, and that no proof of opening is lost."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import connections

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.agenda.operations import place_case
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.caselists.operations import open_list, remind, send_list
from marac.caselists.queries import case_list
from marac.cases.operations import bar, restrict
from marac.directory import operations as directory
from marac.directory.models import PanelSeat
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.meetings.issues import in_hands
from marac.meetings.models import ListSent
from marac.meetings.operations import defer_item, mark_heard, withdraw_item
from marac.series.operations import move
from tests import make

pytestmark = pytest.mark.django_db
NEXT_DAY = make.TODAY + timedelta(days=1)


def on(viewer, day):
    return replace(viewer, today=day)


def due(viewer, meeting):
    """Agency to what is new, gone and moved for it."""
    found = in_hands(viewer, meeting).due
    return {each.agency.name: (each.since.new, each.since.gone, each.since.moved) for each in found if each.since}


def issues(agency):
    return list(ListSent.objects.filter(agency=agency).order_by("number"))


def test_each_issue_is_kept_with_what_was_in_it_and_its_own_proof_of_opening(
    coordinator, representative, police, meeting, sent, listed
):
    open_list(viewer=on(representative, date(2026, 3, 5)), meeting=meeting)
    late = listed()
    withdraw_item(viewer=coordinator, item=sent[0], reason="Duplicate")

    send_list(viewer=on(coordinator, date(2026, 3, 9)), meeting=meeting)
    open_list(viewer=on(representative, date(2026, 3, 10)), meeting=meeting)
    open_list(viewer=on(representative, date(2026, 3, 11)), meeting=meeting)

    first, second = issues(police)
    assert [each["case_id"] for each in first.cases] == [each.case_id for each in sent]
    assert [each["reference"] for each in second.cases] == [each.case.reference for each in (*sent[1:], late)]
    assert {key for each in second.cases for key in each} == {"case_id", "reference"}
    assert (first.opened_on, second.opened_on) == (date(2026, 3, 5), date(2026, 3, 10))
    assert (first.number, second.number, second.sent_on, second.sent_by) == (1, 2, date(2026, 3, 9), coordinator.name)
    event = AuditEvent.objects.filter(name="CaseListOpened").last()
    assert (event.details["number"], event.details["agency_id"]) == (2, police.pk)


def test_after_a_change_it_is_said_for_whom_the_list_is_out_of_date_and_how(
    coordinator, meeting, police, homes, sent, listed
):
    assert due(coordinator, meeting) == {}
    late = listed()
    defer_item(viewer=coordinator, item=sent[1], reason="The referrer is ill")

    differs = ([late.case.reference], [sent[1].case.reference], [])
    assert due(coordinator, meeting) == {police.name: differs, homes.name: differs}


def test_a_change_of_order_alone_is_said_and_one_that_is_undone_is_none(coordinator, meeting, homes, sent):
    place_case(viewer=coordinator, item=sent[2], place=1)
    moved = due(coordinator, meeting)[homes.name]
    place_case(viewer=coordinator, item=sent[2], place=3)

    assert moved == ([], [], [sent[2].case.reference])
    assert due(coordinator, meeting) == {}
    with pytest.raises(Refusal, match="nothing was sent twice"):
        send_list(viewer=coordinator, meeting=meeting)


def test_an_agency_whose_cut_did_not_change_is_not_troubled(area, coordinator, police, homes, meeting, sent, listed):
    """A restricted case is on the list of the agency of whoever is named, and on no other."""
    constable = make.member(Role.REPRESENTATIVE, marac=area, agency=police)
    make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    late = listed()
    restrict(viewer=make.system(), case=late.case, readers=[constable], reason="Works on it")

    again = send_list(viewer=make.system(), meeting=meeting)

    assert [each.agency for each in again] == [police]
    assert len(issues(homes)) == 1
    assert {each.user for each in Outgoing.objects.filter(kind="case_list").exclude(changes={})} == {constable}


def test_a_case_that_the_asker_may_not_see_makes_no_list_out_of_date_for_them(coordinator, meeting, sent, listed):
    late = listed()
    restrict(viewer=make.system(), case=late.case, readers=[], reason="Staff of the office")

    assert due(coordinator, meeting) == {}


def test_the_message_says_which_issue_it_replaces_and_how_many_cases_differ(
    area, coordinator, police, meeting, sent, listed
):
    constable = make.member(Role.REPRESENTATIVE, marac=area, agency=police)
    listed(), listed()
    withdraw_item(viewer=coordinator, item=sent[0], reason="Duplicate")

    send_list(viewer=coordinator, meeting=meeting)

    row = Outgoing.objects.get(user=constable)
    assert row.changes == {"number": 2, "replaces": 1, "another_time": 0, "new": 2, "gone": 1, "moved": 0}
    assert row.about == meeting.subject


def test_who_was_barred_since_is_told_no_number_that_counts_that_case(area, coordinator, police, meeting, sent, listed):
    barred, other = (make.member(Role.REPRESENTATIVE, marac=area, agency=police) for _each in range(2))
    late = listed()
    bar(viewer=coordinator, case=late.case, user=barred, reason="Lives next door")

    send_list(viewer=coordinator, meeting=meeting)

    assert {each.user for each in Outgoing.objects.exclude(changes={})} == {other}
    assert not Outgoing.objects.filter(user=barred).exists()


def test_the_day_or_time_of_the_meeting_makes_every_list_out_of_date(coordinator, homes, meeting, sent):
    move(viewer=coordinator, meeting=meeting, on=meeting.held_on, starts_at=time(14, 0), reason="The hall is let")
    meeting.refresh_from_db()

    again = send_list(viewer=coordinator, meeting=meeting)

    assert len(again) == 2
    assert [each.for_time for each in issues(homes)] == [time(9, 30), time(14, 0)]


def test_an_agency_that_came_since_gets_the_whole_list_as_its_first(area, coordinator, meeting, sent):
    health = make.agency("Northmoor Health", marac=area)

    again = send_list(viewer=coordinator, meeting=meeting)

    assert [(each.agency, each.number, len(each.cases)) for each in again] == [(health, 1, 3)]


def test_an_agency_that_left_is_sent_nothing_more_and_it_is_said(area, coordinator, homes, meeting, sent, listed):
    directory.end_seat(viewer=make.system(), seat=PanelSeat.objects.get(agency=homes), until_on=make.TODAY)
    then = on(coordinator, NEXT_DAY)
    listed()

    again = send_list(viewer=then, meeting=meeting)

    assert homes not in {each.agency for each in again}
    assert in_hands(then, meeting).left == [homes]


def test_what_was_changed_between_the_page_and_the_press_is_looked_at_first(coordinator, police, meeting, sent, listed):
    listed()
    shown = in_hands(coordinator, meeting).mark
    listed()

    with pytest.raises(Refusal, match="was changed since the page"):
        send_list(viewer=coordinator, meeting=meeting, shown=shown)

    assert len(issues(police)) == 1
    send_list(viewer=coordinator, meeting=meeting, shown=in_hands(coordinator, meeting).mark)
    assert len(issues(police)) == 2


def test_two_coordinators_who_send_it_at_once_send_one_issue(
    transactional_db, coordinator, police, homes, meeting, sent, listed
):
    listed()
    shown = in_hands(coordinator, meeting).mark

    def press(_number):
        try:
            return len(send_list(viewer=coordinator, meeting=meeting, shown=shown))
        except Refusal as refusal:
            return refusal.sentence
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        answers = sorted(both.map(press, range(2)), key=str)

    assert answers[0] == 2
    assert "nothing was sent twice" in answers[1]
    assert [len(issues(each)) for each in (police, homes)] == [2, 2]


def test_a_list_from_which_every_case_was_taken_is_sent_all_the_same(coordinator, police, meeting, sent):
    for item in sent:
        defer_item(viewer=coordinator, item=item, reason="Snow")

    send_list(viewer=coordinator, meeting=meeting)

    assert [len(each.cases) for each in issues(police)] == [3, 0]


def test_once_a_case_was_heard_no_other_issue_goes_out(coordinator, meeting, sent):
    mark_heard(viewer=on(coordinator, meeting.held_on), item=sent[0])

    with pytest.raises(Refusal, match="has been held"):
        send_list(viewer=on(coordinator, meeting.held_on), meeting=meeting)


def test_those_who_have_not_opened_the_issue_in_force_are_reminded_once_a_day(
    area, coordinator, representative, homes, meeting, sent
):
    tenant_worker = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    open_list(viewer=representative, meeting=meeting)

    with pytest.raises(Refusal, match="today already"):
        remind(viewer=coordinator, meeting=meeting)
    reminded = remind(viewer=on(coordinator, NEXT_DAY), meeting=meeting)

    assert [(each.agency, each.reminded_on) for each in reminded] == [(homes, NEXT_DAY)]
    assert {each.user for each in Outgoing.objects.filter(queued_on=NEXT_DAY)} == {tenant_worker}
    with pytest.raises(Refusal, match="today already"):
        remind(viewer=on(coordinator, NEXT_DAY), meeting=meeting)
    assert AuditEvent.objects.filter(name="OpeningAskedAgain").count() == 1


def test_who_opened_an_earlier_issue_only_is_reminded_of_the_one_in_force(
    coordinator, representative, police, meeting, sent, listed
):
    open_list(viewer=representative, meeting=meeting)
    listed()
    send_list(viewer=coordinator, meeting=meeting)

    reminded = remind(viewer=on(coordinator, NEXT_DAY), meeting=meeting)

    assert police in {each.agency for each in reminded}


def test_an_agency_reads_the_issue_in_force_and_what_it_changed(coordinator, representative, meeting, sent, listed):
    late = listed()
    withdraw_item(viewer=coordinator, item=sent[0], reason="Duplicate")
    before = case_list(representative, meeting)
    send_list(viewer=coordinator, meeting=meeting)

    found = case_list(representative, meeting)

    assert [each.reference for each in before.cases] == [each.case.reference for each in sent[1:]]
    assert [each.reference for each in found.cases] == [each.case.reference for each in (*sent[1:], late)]
    assert (found.sent.number, found.since.number) == (2, 1)
    assert (found.since.new, found.since.gone) == ([late.case.reference], [sent[0].case.reference])


def test_a_case_that_was_shut_since_is_neither_on_the_list_nor_in_the_difference(
    area, coordinator, police, meeting, sent, listed
):
    constable = make.member(Role.REPRESENTATIVE, marac=area, agency=police)
    reader = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police, user=constable)
    late = listed()
    withdraw_item(viewer=coordinator, item=sent[0], reason="Duplicate")
    send_list(viewer=coordinator, meeting=meeting)
    for item in (late, sent[0], sent[1]):
        bar(viewer=coordinator, case=item.case, user=constable, reason="Lives next door")

    found = case_list(reader, meeting)

    assert [each.reference for each in found.cases] == [sent[2].case.reference]
    assert (found.since.is_same, found.case_ids) == (True, [sent[2].case_id])


def test_nobody_but_the_office_sends_or_reminds_and_no_agency_opens_what_it_was_not_sent(
    area, representative, meeting, sent
):
    for act in (send_list, remind):
        with pytest.raises(NotAllowed):
            act(viewer=representative, meeting=meeting)
    clinic = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=make.agency("Seaside Clinic"))
    with pytest.raises(Unseen):
        open_list(viewer=clinic, meeting=meeting)
