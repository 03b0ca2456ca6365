"""What other pages show of cases and meetings that came by an import."""

import pytest

from marac.cases.models import Case
from marac.imports import operations
from marac.meetings.models import AgendaItem, Meeting
from tests import make

pytestmark = pytest.mark.django_db


def test_pages_of_an_imported_case_and_its_meeting_open(client, area, police, ready, coordinator):
    operations.import_tracker(viewer=coordinator, tracker=ready("plain"))
    make.signed_in(client, marac=area, agency=police)
    case, meeting = Case.objects.first(), Meeting.objects.first()
    referral = AgendaItem.objects.filter(case=case).first().referral
    addresses = [
        *("/", "/meetings/", "/cases/", "/actions/", f"/cases/{case.pk}/", f"/meetings/{meeting.pk}/"),
        *(f"/referrals/{referral.pk}/", f"/referrals/{referral.pk}/review/", f"/minutes/meetings/{meeting.pk}/"),
    ]

    answers = {address: client.get(address).status_code for address in addresses}

    assert answers == dict.fromkeys(addresses, 200)
