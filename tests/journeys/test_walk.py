"""Two cases walked through the house in a real browser: from an uploaded form and a mail to minutes and the return."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pdfplumber
import pytest

from marac.access.roles import Role
from marac.cases.models import Case
from marac.reports.rules import quarter_of
from marac.reports.views import quarter_name
from tests.journeys import papers
from tests.journeys.steps import Chair, Coordinator, Representative

SAMPLES = Path(__file__).parent.parent / "samples" / "intake"
TASK = "Fit new locks and a letter-box guard"


@pytest.fixture
def coordinator(cast):
    return cast.brings(Coordinator, Role.COORDINATOR, "office")


@pytest.mark.parametrize("cast", ["mouse", "keyboard"], indirect=True)
def test_a_form_and_a_mail_become_cases_that_are_heard_minuted_and_counted(cast, coordinator, faults, tmp_path):
    heard, deferred = come_in(coordinator)
    are_listed(coordinator, cast.meeting)
    police = cast.brings(Representative, Role.REPRESENTATIVE, "police")
    are_searched_for(police, cast.meeting, heard, deferred)
    are_heard_or_deferred(coordinator, cast.meeting, heard, deferred)
    is_minuted(coordinator, cast.meeting, heard)
    minutes_go_out(cast, coordinator)
    housing = cast.brings(Representative, Role.REPRESENTATIVE, "housing")
    word = housing.reads_the_minutes(cast.meeting.held_on)
    says_only_its_own_case(word, heard, deferred)
    housing.reports(TASK, done="Locks and guard fitted, tested with the victim.")
    police.places_the_flag()
    is_counted(coordinator, cast.meeting, tmp_path)

    assert faults == []
    assert cast.asked == {urlsplit(cast.settings["base_url"]).netloc}, "A page asked another site for something."
    assert [unseen for hand in cast.hands for unseen in getattr(hand, "unseen", [])] == []


def come_in(coordinator):
    """A Word form and a mail, each read and accepted; the references of their cases."""
    coordinator.uploads(SAMPLES / "norbrook-tolliver.docx")
    coordinator.accepts(referred_by="Fellshire Police", reason="He knows where she works")
    coordinator.uploads(SAMPLES / "calderwick-email.eml")
    coordinator.accepts(referred_by="Fellshire Council", reason="It has become worse every week")
    return [case.reference for case in Case.objects.order_by("pk")]


def are_listed(coordinator, meeting):
    coordinator.opens_the_meeting(meeting.held_on)
    coordinator.lists_a_case()
    coordinator.lists_a_case()
    coordinator.sends_the_list_and_asks_for_research()


def are_searched_for(police, meeting, heard, deferred):
    police.opens_the_list(meeting.held_on, naming="Tolliver")
    police.answers(heard, found="Called to the address three times in October")
    police.holds_nothing(deferred)


def are_heard_or_deferred(coordinator, meeting, heard, deferred):
    coordinator.opens_the_meeting(meeting.held_on)
    coordinator.records("Ida Stone", agency="Fellshire Police", capacity="Chair")
    coordinator.records("Ola Reed", agency="Fellshire Homes")
    coordinator.records("Bo Lake", agency="Fellshire Council", presence="Apologies, information sent")
    coordinator.hears(heard)
    coordinator.defers(deferred, "The adviser could not reach her")


def is_minuted(coordinator, meeting, reference):
    coordinator.opens_its_minutes(meeting.held_on)
    coordinator.follows(reference, exact=True)
    coordinator.comes_to(f"Minutes of {reference}")
    police = {"agency": "Fellshire Police", "source": "Crime system"}
    coordinator.minutes_a_line("Fact", text="Called to the address three times.", **police)
    coordinator.minutes_a_line("Professional opinion", text="Likely to come back this week.", **police)
    coordinator.minutes_a_line("Intelligence", text="Said to have borrowed a van.", **police)
    coordinator.sums_up(harm="He may force the door.", conclusion="She stays with new locks.")
    due_on = meeting.held_on + timedelta(days=7)
    coordinator.agrees_an_action(agency="Fellshire Homes", task=TASK, due_on=due_on, risk="He has a key")
    coordinator.asks_for_flags(meeting.held_on)


def minutes_go_out(cast, coordinator):
    chair = cast.brings(Chair, Role.CHAIR, "police")
    chair.approves(cast.meeting.held_on)
    coordinator.issues(cast.meeting.held_on)


def says_only_its_own_case(word, heard, deferred):
    said = papers.words_of(word)
    expected = ["OFFICIAL-SENSITIVE", f"Case {heard}", "Ida Stone", "Bo Lake", TASK, "He has a key", "Intelligence"]
    assert [each for each in expected if each not in said] == []
    assert deferred not in said


def is_counted(coordinator, meeting, tmp_path):
    quarter = quarter_of(meeting.held_on)
    workbook = coordinator.makes_the_return(quarter_name(quarter))
    assert papers.first_row(workbook, (1, 3, 4, 7)) == ["Norbrook", 1, 0, 1]
    with pdfplumber.open(papers.as_pdf(workbook, "return.xlsx", tmp_path)) as printed:
        assert "Norbrook" in printed.pages[0].extract_text()
