"""A referral that came in a message is not verified until somebody says how they made sure who sent it."""

import pytest

from marac.access.roles import Permission, Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, operation, record
from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from marac.triage.operations import SenderVerified, accept, turn_down, verify_sender
from tests import make

pytestmark = pytest.mark.django_db
FROM = "ward@trust.example.org"
HOW = "Rang the ward back on the number that we hold"
STRONG = {"schema": "marac-intake/1", "criteria": {"visible_high_risk": True}, "checklist": {"score_stated": 20}}


@operation(needs=Permission.DO_DUE_WORK)
def _came(*, viewer, marac, address):
    row = Referral(marac=marac, state="read", content=STRONG, from_address=address, received_on=viewer.today)
    row.save()
    record(SenderVerified(referral_id=row.pk, case_id=None))
    return row


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def office(area):
    return make.viewer(maracs=[area])


@pytest.fixture
def mailed(area):
    return _came(viewer=make.system(), marac=area, address=FROM)


def accepted(office, referral, reason=""):
    return accept(viewer=office, referral=referral, kind="new", reason=reason, known={})


def test_it_is_not_accepted_without_a_word_though_a_ground_is_met(office, mailed):
    with pytest.raises(Refusal, match="Nobody has verified who sent it") as refused:
        accepted(office, mailed)

    assert refused.value.field == "reason"


def test_a_typed_reason_accepts_it_and_the_mark_stays(office, mailed):
    accepted(office, mailed, "The child is at the hospital now")

    assert Referral.objects.get().is_unverified


def test_once_it_is_verified_it_is_accepted_like_any_other(office, mailed):
    verify_sender(viewer=office, referral=mailed, how=HOW)
    accepted(office, mailed)

    kept = Referral.objects.get()
    assert (kept.state, kept.is_unverified, kept.sender_verified, kept.sender_verified_by) == (
        *("accepted", False, HOW),
        office.name,
    )
    assert AuditEvent.objects.filter(name="SenderVerified").last().user_name == office.name


def test_what_did_not_come_in_a_message_needs_no_more(area, office):
    accepted(office, _came(viewer=make.system(), marac=area, address=""))

    assert Referral.objects.get().state == "accepted"


@pytest.mark.parametrize("how", ["", "  "])
def test_it_is_not_verified_without_saying_how(office, mailed, how):
    with pytest.raises(Refusal, match="Say how you made sure"):
        verify_sender(viewer=office, referral=mailed, how=how)


def test_it_is_verified_once(office, mailed):
    verify_sender(viewer=office, referral=mailed, how=HOW)

    with pytest.raises(Refusal, match="verified already"):
        verify_sender(viewer=office, referral=mailed, how="Again")


def test_it_is_turned_down_without_being_verified(office, mailed):
    turn_down(viewer=office, referral=mailed, reason="Not met; the sender is told nothing")

    assert Referral.objects.get().state == "not_met"


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.REFERRER])
def test_only_who_decides_verifies(area, mailed, role):
    with pytest.raises(NotAllowed):
        verify_sender(viewer=make.viewer(role, maracs=[area]), referral=mailed, how=HOW)


def test_every_page_of_it_says_so_until_it_is_verified(client, area, mailed):
    make.signed_in(client, marac=area, agency=make.agency(marac=area))
    pages = [f"/referrals/{mailed.pk}/{page}" for page in ("", "review/", "decide/")]
    listed = ["/referrals/", "/"]

    before = [client.get(page).content.decode() for page in pages]
    lists = [client.get(page).content.decode() for page in listed]
    refused = client.post(f"/referrals/{mailed.pk}/verify/", {"how": ""}).content.decode()
    answer = client.post(f"/referrals/{mailed.pk}/verify/", {"how": HOW})
    after = [client.get(page).content.decode() for page in pages]

    assert [FROM in page and "Not verified" in page for page in before] == [True] * 3
    assert ["ot verified" in page for page in lists] == [True] * 2
    assert "Say how you made sure who sent it" in refused
    assert answer.url == f"/referrals/{mailed.pk}/"
    assert [("Not verified" in page, HOW in page) for page in after] == [(False, True)] * 3
