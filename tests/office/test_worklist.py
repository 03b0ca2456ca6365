"""Today: what waits, by what is due first, and only for whoever is to do it."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from marac.access.roles import Role
from marac.meetings import operations as meetings
from marac.office.worklist import waiting_for
from marac.referrals import operations as referrals
from tests import make

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).parent.parent / "samples" / "intake" / "norbrook-tolliver.docx"


@pytest.fixture
def area():
    return make.marac("Northmoor")


@pytest.fixture
def coordinator(area):
    return make.viewer(maracs=[area])


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
