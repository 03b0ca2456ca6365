"""Asking agencies and their answers: what is written, what is recorded, and what never leaves the agency."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.meetings.operations import withdraw_item
from marac.research import operations
from marac.research.models import Finding, Request, Withheld
from marac.research.rules import Line
from tests import make

pytestmark = pytest.mark.django_db
FACT = Line("fact", "Two attendances with bruising", "summary", source="Emergency department")


def test_every_core_agency_is_asked_once_and_an_agency_on_call_only_by_name(
    listed, coordinator, police, health, on_call
):
    item = listed()

    first = operations.ask(viewer=coordinator, item=item)
    again = operations.ask(viewer=coordinator, item=item)
    named = operations.ask(viewer=coordinator, item=item, also=[on_call])

    assert {each.agency for each in first} == {police, health}
    assert (again, [each.agency for each in named]) == ([], [on_call])
    assert {each.due_on for each in first} == {item.meeting.research_on}
    assert AuditEvent.objects.last().details == {"item_id": item.pk, "agency_ids": [on_call.pk]}


def test_whoever_is_asked_can_open_the_request_also_on_call_or_new_on_the_panel(listed, area, coordinator, on_call):
    item = listed()
    schools = make.agency("Northmoor Schools", marac=area)

    operations.ask(viewer=coordinator, item=item, also=[on_call])

    for agency in (on_call, schools):
        viewer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=agency)
        assert Request.objects.visible_to(viewer).get().case == item.case


def test_asking_for_a_meeting_asks_of_every_case_on_its_list(listed, coordinator, meeting):
    listed(), listed()

    assert len(operations.ask_for_meeting(viewer=coordinator, meeting=meeting)) == 4


def test_a_representative_asks_nobody(listed, nurse):
    with pytest.raises(NotAllowed):
        operations.ask(viewer=nurse, item=listed())


def test_nothing_held_is_one_press_and_is_recorded(asked, nurse):
    answered = operations.nothing_held(viewer=nurse, request=asked())

    assert (answered.answer, answered.answered_on, answered.answered_by) == ("not_known", make.TODAY, "Ada Quill")
    assert AuditEvent.objects.last().details == {"request_id": answered.pk, "answer": "not_known", "lines": 0}


def test_not_searched_is_kept_apart_from_nothing_held(asked, nurse):
    request = asked()

    with pytest.raises(Refusal):
        operations.not_searched(viewer=nurse, request=request, why_not_searched="")
    answered = operations.not_searched(viewer=nurse, request=request, why_not_searched="System down")

    assert (answered.answer, answered.why_not_searched) == ("not_searched", "System down")
    assert operations.nothing_held(viewer=nurse, request=answered).why_not_searched == ""


def test_findings_are_added_to_and_never_emptied(asked, nurse):
    request = asked()
    operations.answer(viewer=nurse, request=request, lines=[FACT], flag_in_place=True)
    operations.answer(viewer=nurse, request=request, lines=[Line("opinion", "She plays it down", "oral")])

    assert list(Finding.objects.values_list("kind", "may_be_minuted")) == [("fact", "summary"), ("opinion", "oral")]
    with pytest.raises(Refusal, match="already written"):
        operations.nothing_held(viewer=nurse, request=request)


def test_known_without_a_word_is_refused(asked, nurse):
    with pytest.raises(Refusal):
        operations.answer(viewer=nurse, request=asked())


def test_what_is_withheld_is_not_in_the_trail(asked, nurse):
    operations.answer(viewer=nurse, request=asked(), withheld="MARKER-7F3 sealed")

    trail = json.dumps(list(AuditEvent.objects.values("details", "changes")))
    assert "MARKER-7F3" not in trail
    assert "Withheld" in trail
    assert Withheld.objects.get().text == "MARKER-7F3 sealed"


def test_another_agency_does_not_see_the_request_and_the_office_does_not_answer_it(asked, area, coordinator, police):
    request = asked()
    officer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police)

    with pytest.raises(Unseen):
        operations.nothing_held(viewer=officer, request=request)
    with pytest.raises(Refusal, match="Only the agency"):
        operations.nothing_held(viewer=coordinator, request=request)


def test_a_case_off_the_list_takes_no_answer(asked, coordinator, nurse):
    request = asked()
    withdraw_item(viewer=coordinator, item=request.item, reason="Duplicate")

    with pytest.raises(Refusal, match="no longer on the list"):
        operations.nothing_held(viewer=nurse, request=request)


@pytest.mark.parametrize("broken", [{"answer": "known"}, {"answered_on": make.TODAY}])
def test_the_database_keeps_an_answer_with_its_day_and_name(asked, broken):
    request = asked()

    with pytest.raises(IntegrityError), transaction.atomic():
        QuerySet.update(Request.objects.filter(pk=request.pk), **broken)


def test_a_person_is_told_once_of_all_the_research_of_a_meeting(area, coordinator, health, meeting, listed):
    nurse = make.member(Role.REPRESENTATIVE, marac=area, agency=health)
    listed(), listed()

    operations.ask_for_meeting(viewer=coordinator, meeting=meeting)

    assert list(Outgoing.objects.filter(user=nurse).values_list("kind", "about")) == [
        ("research", f"meeting {meeting.pk}")
    ]


def test_asking_again_asks_and_tells_nobody(coordinator, meeting, listed):
    listed()
    operations.ask_for_meeting(viewer=coordinator, meeting=meeting)
    before = Outgoing.objects.count()

    assert operations.ask_for_meeting(viewer=coordinator, meeting=meeting) == []
    assert Outgoing.objects.count() == before
