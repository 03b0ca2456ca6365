"""What the chair decided without a quorum, and what the day did to the list, stand in every form of minutes."""

import io
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pypdf
import pytest
from docx import Document

from marac.access.roles import Role
from marac.agenda import operations as agenda
from marac.attendance.operations.cases import decide_without_quorum
from marac.capacity.operations import list_only
from marac.meetings import operations as meetings
from marac.meetings.models import AgendaItem
from marac.meetings.rules import day_in_words, noted
from marac.minutes.changes import parts
from marac.minutes.models import Issue
from marac.minutes.queries import standing, whole_minutes
from marac.minutes.rules import Standing
from marac.referrals.models import Referral
from tests import make
from tests.minutes.area import HELD_ON, build, made

pytestmark = pytest.mark.django_db
WHY = "Housing sent what it knows by mail."


@pytest.fixture
def area():
    return build()


def at(area, hour, minute=0, *, today=HELD_ON):
    return replace(
        area.viewer(), today=today, at=datetime(today.year, today.month, today.day, hour, minute, tzinfo=UTC)
    )


def listed(area, position, *seen_by):
    case = make.case(marac=area.marac, seen_by=seen_by or (area.police,))
    referral = made(Referral(marac=area.marac, case=case, state="accepted", kind="new"))
    return made(AgendaItem(meeting=area.meeting, case=case, referral=referral, position=position, minutes=12))


def decided(area, item, decision="hear", reason=WHY):
    return decide_without_quorum(viewer=area.viewer(), item=item, decision=decision, reason=reason)


def case_in(area, item):
    return next(each for each in whole_minutes(area.viewer(), area.meeting)["cases"] if each["case_id"] == item.case_id)


def told(area, item):
    item.refresh_from_db()
    return [str(day_in_words(each)) for each in item.on_the_day]


def words_of(answer):
    return "\n".join(each.text for each in Document(io.BytesIO(answer.content)).paragraphs)


def page(client, address):
    return " ".join(client.get(address).content.decode().split())


# ---------------------------------------------------------------- without a quorum
def test_a_decision_without_a_quorum_is_in_the_draft_with_why_and_who_was_not_there(area, client):
    decided(area, area.shared)
    area.minuted(area.shared)
    make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.police)

    draft = page(client, f"/minutes/meetings/{area.meeting.pk}/approve/")

    said = "The chair decided: Hear the case with what the absent agencies sent. Not there: Northmoor Homes."
    assert f"There was no quorum for this case. {said} Why: {WHY}" in draft


def test_it_goes_out_on_the_page_in_word_and_in_the_pdf_and_only_to_who_may_read_its_case(area, client):
    decided(area, area.shared)
    decided(area, area.police_only, reason="The school rang and has nothing.")
    issue = area.issued()

    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    pdf = pypdf.PdfReader(io.BytesIO(client.get(f"/minutes/issues/{issue.pk}/pdf/").content))
    texts = {
        "page": page(client, f"/minutes/issues/{issue.pk}/"),
        "word": words_of(client.get(f"/minutes/issues/{issue.pk}/word/")),
        "pdf": " ".join(" ".join(each.extract_text() for each in pdf.pages).split()),
    }

    assert {name: WHY in text for name, text in texts.items()} == dict.fromkeys(texts, True)
    assert {name: "The school rang" in text for name, text in texts.items()} == dict.fromkeys(texts, False)


def test_a_decision_taken_after_the_approval_sends_the_minutes_back_to_the_chair(area):
    area.minuted(area.shared)
    area.minuted(area.police_only)
    area.approved()
    assert standing(area.viewer(), area.meeting) == Standing.APPROVED

    decided(area, area.shared)

    assert standing(area.viewer(), area.meeting) == Standing.CHANGED


def test_minutes_of_which_nothing_was_decided_or_moved_stay_word_for_word_as_they_went_out(area):
    area.issued()

    content = Issue.objects.get().content

    assert [set(each) & {"quorum", "on_the_day"} for each in content["cases"]] == [set(), set()]
    assert standing(area.viewer(), area.meeting) == Standing.ISSUED


# ---------------------------------------------------------------- the list on the day
def test_a_case_that_was_deferred_in_the_room_says_when_and_its_reason_once(area):
    item = listed(area, 3)
    meetings.defer_item(viewer=at(area, 10, 15), item=item, reason="The adviser fell ill.")

    found = case_in(area, item)

    assert (found["state"], found["reason"]) == ("deferred", "The adviser fell ill.")
    assert [(each["what"], each["at"], each["reason"]) for each in found["on_the_day"]] == [("deferred", "10:15", "")]


def test_one_that_was_deferred_before_the_day_says_nothing_of_the_day(area):
    item = listed(area, 3)
    meetings.defer_item(viewer=at(area, 10, today=HELD_ON - timedelta(days=1)), item=item, reason="No research yet.")

    assert "on_the_day" not in case_in(area, item)


def test_off_the_list_and_on_it_again_is_told_in_its_order(area):
    item = listed(area, 3)
    meetings.withdraw_item(viewer=at(area, 9, 5), item=item, reason="Listed twice.")
    area.meeting.state = "listed"
    made(area.meeting)
    given = {"meeting": area.meeting, "case": item.case, "referral": item.referral}
    meetings.list_case(viewer=at(area, 9, 10), **given, reason="It was not.")

    assert told(area, item) == ["09:05, taken off the list: Listed twice", "09:10, put on the list: It was not"]


def test_moves_one_after_the_other_are_one_and_back_to_its_place_is_none(area):
    area.meeting.state = "listed"
    made(area.meeting)
    items = [listed(area, position) for position in (3, 4, 5)]
    for minute, place in ((1, 2), (2, 1)):
        agenda.place_case(viewer=at(area, 8, minute), item=items[2], place=place)

    assert told(area, items[2]) == ["08:02, moved from place 3 to place 1 of those still to be heard"]
    agenda.place_case(viewer=at(area, 8, 3), item=items[2], place=3)
    assert [told(area, each) for each in items] == [[], [], []]


def test_a_place_given_by_hand_on_the_day_is_told_and_no_more_once_it_was_taken_back(area):
    area.meeting.state = "listed"
    made(area.meeting)
    items = [listed(area, position) for position in (3, 4, 5)]
    agenda.place_case(viewer=at(area, 8, 50), item=items[2], place=1)

    assert [told(area, each) for each in items[:2]] == [[], []]
    assert told(area, items[2]) == ["08:50, moved from place 3 to place 1 of those still to be heard"]
    agenda.take_back(viewer=at(area, 8, 55), meeting=area.meeting)
    assert told(area, items[2]) == []


def test_listed_only_on_the_day_says_so(area):
    area.meeting.state = "listed"
    made(area.meeting)
    item = listed(area, 3)
    list_only(viewer=at(area, 9), item=item, reason="Too full today.")

    assert told(area, item) == ["09:00, listed only and not discussed: Too full today"]


def test_a_correction_that_only_the_day_is_told_in_stands_among_what_changed(area):
    before = whole_minutes(area.viewer(), area.meeting)
    meetings.defer_item(viewer=at(area, 10, 15), item=listed(area, 3), reason="No adviser.")
    now = whole_minutes(area.viewer(), area.meeting)

    marks = {each.mark for each in parts(before)}
    new = [(each.what, each.text) for each in parts(now) if each.mark not in marks]
    assert ("On the day of the meeting", "10:15, deferred") in new


def test_the_time_is_that_of_the_place_where_they_meet(area):
    area.meeting.held_on, area.meeting.starts_at = HELD_ON.replace(month=7), time(9, 30)
    made(area.meeting)
    item = listed(area, 3)

    meetings.defer_item(viewer=at(area, 9, 15, today=area.meeting.held_on), item=item, reason="No adviser.")

    assert told(area, item) == ["10:15, deferred: No adviser"]


def test_moves_are_merged_by_rule():
    def move(was, place, what="moved"):
        return {"what": what, "at": "", "was": was, "place": place, "reason": ""}

    assert noted([], move(3, 1)) == [move(3, 1)]
    assert noted([move(3, 1)], move(1, 2)) == [move(3, 2)]
    assert noted([move(3, 1)], move(1, 3)) == []
    assert noted([move(3, 1)], move(0, 0, "deferred")) == [move(3, 1), move(0, 0, "deferred")]
    assert noted([move(3, 1), move(0, 0, "listed")], move(4, 1)) == [move(3, 1), move(0, 0, "listed"), move(4, 1)]


def test_what_is_done_without_a_clock_says_no_time():
    assert day_in_words({"what": "deferred", "at": "", "was": 0, "place": 0, "reason": ""}) == "deferred"
