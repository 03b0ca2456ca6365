"""One press sends the case list and asks for research: all of it or nothing, and again only what is new."""

import re
from datetime import date, time

import pytest

from marac.access.roles import Permission, Role
from marac.audit.operation import operation, record
from marac.directory.models import PanelSeat
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.meetings.models import ListSent, Meeting
from marac.meetings.operations import CaseListed, list_case, plan_meetings
from marac.office.operations import send_list_and_ask
from marac.referrals.models import Referral
from marac.research.models import Request
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser(area):
    on_call = PanelSeat.Standing.ON_CALL
    return make.agency("Harbour Advisers", marac=area, standing=on_call, is_adviser_service=True)


@pytest.fixture
def coordinator(area, police, adviser):
    return make.viewer(maracs=[area], agency=police)


@pytest.fixture
def meeting(area, coordinator):
    return plan_meetings(viewer=coordinator, marac=area, days=[date(2026, 3, 25)], starts_at=time(9, 30))[0]


@operation(needs=Permission.DO_DUE_WORK)
def _referral(*, viewer, case):
    row = Referral(marac=case.marac, case=case, state=Referral.State.ACCEPTED, kind=Referral.Kind.NEW)
    row.save()
    record(CaseListed(case_id=case.pk, meeting_id=0, reason=""))
    return row


@pytest.fixture
def listed(area, coordinator, meeting):
    def listing():
        case = make.case(marac=area)
        referral = _referral(viewer=make.system(), case=case)
        return list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral)

    return listing


def test_every_agency_that_is_sent_the_list_is_asked(coordinator, police, adviser, meeting, listed):
    item = listed()

    send_list_and_ask(viewer=coordinator, meeting=meeting)

    assert set(ListSent.objects.values_list("agency", flat=True)) == {police.pk, adviser.pk}
    assert set(Request.objects.filter(item=item).values_list("agency", flat=True)) == {police.pk, adviser.pk}


def test_sent_again_after_a_late_case_only_that_one_is_asked_about(coordinator, meeting, listed):
    listed()
    send_list_and_ask(viewer=coordinator, meeting=meeting)
    asked = set(Request.objects.values_list("pk", flat=True))
    late = listed()

    send_list_and_ask(viewer=coordinator, meeting=meeting)

    assert {each.item for each in Request.objects.exclude(pk__in=asked)} == {late}
    assert Request.objects.count() == 4


def test_a_person_gets_one_notice_of_the_list_and_one_of_the_research(area, coordinator, police, meeting, listed):
    constable = make.member(Role.REPRESENTATIVE, marac=area, agency=police)
    listed(), listed()

    send_list_and_ask(viewer=coordinator, meeting=meeting)

    told = Outgoing.objects.filter(user=constable).order_by("kind").values_list("kind", flat=True)
    assert list(told) == ["case_list", "research"]


def test_an_empty_list_sends_asks_and_tells_nothing(coordinator, meeting):
    with pytest.raises(Refusal, match="No case is listed"):
        send_list_and_ask(viewer=coordinator, meeting=meeting)

    assert (ListSent.objects.count(), Request.objects.count(), Outgoing.objects.count()) == (0, 0, 0)


def test_the_button_of_the_meeting_does_it_and_says_so_if_it_cannot(client, area, police, meeting, listed):
    make.signed_in(client, marac=area, agency=police)

    refused = client.post(f"/meetings/{meeting.pk}/send/")
    listed()
    unseen = client.post(f"/meetings/{meeting.pk}/send/")
    page = client.get(f"/meetings/{meeting.pk}/").content.decode()
    shown = re.search(r'name="shown" value="(\w+)"', page).group(1)
    sent = client.post(f"/meetings/{meeting.pk}/send/", {"shown": shown})

    meeting.refresh_from_db()
    assert "since the page of the meeting was shown" in unseen.content.decode()
    assert (refused.status_code, sent.status_code, meeting.state) == (409, 302, Meeting.State.LISTED)
    assert "No case is listed" in refused.content.decode()
    assert Request.objects.count() > 0
