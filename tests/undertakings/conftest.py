"""The area, agencies and an action agreed at the table in every story about answers."""

from datetime import date, time
from pathlib import Path

import pytest

from marac.access.roles import Role
from marac.actions import operations as actions
from marac.attendance.operations import meeting as attendance
from marac.meetings import operations as meetings
from marac.referrals import operations as referrals
from marac.triage import operations as triage
from tests import make

SAMPLE = Path(__file__).parent.parent / "samples" / "intake" / "norbrook-tolliver.docx"
HELD_ON = date(2026, 3, 25)


@pytest.fixture
def office(area):
    return make.agency("Northmoor Council", marac=area)


@pytest.fixture
def coordinator(area, office):
    return make.viewer(maracs=[area], agency=office)


@pytest.fixture
def chair(area, office):
    return make.viewer(Role.CHAIR, maracs=[area], agency=office)


@pytest.fixture
def tenant_officer(area, housing):
    return make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=housing)


@pytest.fixture
def officer(area, housing):
    """Somebody with an account at housing, who is told."""
    return make.member(Role.REPRESENTATIVE, marac=area, agency=housing)


@pytest.fixture
def item(area, coordinator):
    """A sample referral, accepted and listed for 25 March."""
    referral = referrals.read_document(viewer=coordinator, marac=area, name="form.docx", content=SAMPLE.read_bytes())
    case = triage.accept(viewer=coordinator, referral=referral, kind="new", reason="High risk", known={})
    referral.refresh_from_db()
    meeting = meetings.plan_meetings(viewer=coordinator, marac=area, days=[HELD_ON], starts_at=time(9, 30))[0]
    return meetings.list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral)


@pytest.fixture
def action(coordinator, housing, item):
    """Housing's, agreed at the table, and not answered."""
    return actions.agree(
        viewer=coordinator,
        item=item,
        agency=housing.pk,
        task="Change the locks",
        due_on=date(2026, 4, 1),
        new_risk="He has a key",
    )


@pytest.fixture
def at_table(coordinator, housing, item):
    """Housing is at the meeting."""
    attendance.record_attendance(
        viewer=coordinator, meeting=item.meeting, agency=housing, name="Bea Marsh", capacity="representative"
    )
