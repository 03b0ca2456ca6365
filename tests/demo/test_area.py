"""The invented area keeps every rule of the product, and looks as a real one does."""

from datetime import date

import pytest
from django.db import models

from marac.actions.models import Action
from marac.attendance.models import Attendance
from marac.demo.check import faults
from marac.directory.queries import seats_on
from marac.flags.models import Flag
from marac.mail.queries import people_to_tell
from marac.mail.rules import Kind
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.models import Entry, Issue
from marac.reports.queries import quarter_return
from marac.reports.rules import quarter_of
from marac.research.models import Request
from tests import make

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 4)


def test_a_month_keeps_every_rule_of_the_models(county):
    assert list(faults(ON)) == []


def test_a_row_that_breaks_a_rule_is_found(county):
    entry = Entry.objects.first()
    models.QuerySet(Entry).filter(pk=entry.pk).update(text="{victim} was seen.")

    assert f"Entry {entry.pk}: a name is missing from its words." in list(faults(ON))


def test_past_meetings_have_all_that_a_meeting_leaves(county):
    meeting = Meeting.objects.filter(state=Meeting.State.MINUTED).first()
    heard = AgendaItem.objects.filter(meeting=meeting, state=AgendaItem.State.HEARD)
    issue = Issue.objects.filter(meeting=meeting).first()
    assert heard.count() >= 1
    assert {each["case_id"] for each in issue.content["cases"]} >= {item.case_id for item in heard}
    assert issue.copies.count() == Request.objects.filter(item=heard.first()).count() == 12
    assert Attendance.objects.filter(meeting=meeting, capacity="chair").count() == 1
    assert not heard.filter(risks=None).exists()
    assert Action.objects.filter(item__meeting=meeting).exclude(risk=None).exists()
    assert Flag.objects.filter(case=heard.first().case, ends_on__gt=ON).count() == 12


def test_the_latest_minutes_wait_for_the_chair(county):
    held = Meeting.objects.filter(state=Meeting.State.HELD)
    assert [meeting.marac.name for meeting in held] == [county.maracs[1].name]
    assert not Issue.objects.filter(meeting__in=held).exists()


def test_the_returns_of_this_and_the_last_quarter_have_nothing_to_correct(county):
    for marac in county.maracs:
        for quarter in (quarter_of(ON), quarter_of(ON).previous):
            made = quarter_return(make.system(ON), marac, quarter)

            assert made.errors == []
            assert made.totals["C"] > 0


def test_whatever_is_heard_says_which_agency_referred_it(county):
    listed = AgendaItem.objects.filter(referral__kind__in=("new", "repeat", "transfer"))

    assert listed.filter(referral__agency=None).count() == 0
    assert listed.filter(referral__return_group="").count() == 0


def test_every_agency_with_a_seat_has_somebody_to_tell(county):
    for marac in county.maracs:
        agencies = [seat.agency for seat in seats_on(marac.pk, ON)]

        told = people_to_tell(marac.pk, agencies, Kind.RESEARCH, None, ON)

        assert set(told) == {agency.pk for agency in agencies}
