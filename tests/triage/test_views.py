"""Deciding through the page: the grounds with their reasons, who is known, and each way it can go."""

from pathlib import Path

import pytest

from marac.cases.models import Case
from marac.people.models import Party
from marac.referrals import operations as referrals
from marac.referrals.models import Referral
from marac.triage import operations as triage
from tests import make
from tests.referrals.pages import errors_of, form_of

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "intake"
FORM = "norbrook-tolliver.docx"


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def outreach(area):
    return make.agency("Norbrook Women’s Outreach", marac=area, group="voluntary")


@pytest.fixture
def coordinator(client, area, outreach):
    return make.signed_in(client, marac=area, agency=outreach)


def read(area, name=FORM):
    content = (SAMPLES / name).read_bytes()
    return referrals.read_document(viewer=make.viewer(maracs=[area]), marac=area, name=name, content=content)


@pytest.fixture
def referral(area, outreach):
    return read(area)


def filled(client, address):
    """What a browser would send back if somebody pressed the button without changing anything."""
    return form_of(client.get(address))


def test_the_grounds_come_with_their_reasons(client, coordinator, referral):
    page = client.get(f"/referrals/{referral.pk}/decide/").content.decode()

    assert "17 yes answers: 14 or more is visible high risk in this MARAC." in page
    assert "New: no earlier referral of these people is known." in page


def test_accepting_leads_to_the_case(client, coordinator, referral):
    address = f"/referrals/{referral.pk}/decide/"

    answer = client.post(address, filled(client, address) | {"decision": "accept"}, follow=True)

    assert answer.status_code == 200
    assert Case.objects.get().reference in answer.content.decode()


def test_a_known_victim_is_proposed_and_a_repeat_goes_with_their_case(client, area, coordinator, referral):
    viewer = make.viewer(maracs=[area])
    case = triage.accept(viewer=viewer, referral=referral, kind="new", reason="", known={})
    victim = Party.objects.get(case=case, role="victim").person
    again = Referral.objects.get(pk=read(area, "avonbrook-referral.pdf").pk)
    same = {f"victims[0].{name}": referral.content["victims"][0][name] for name in ("surname", "forenames", "dob")}
    referrals.correct(viewer=viewer, referral=again, changes=same)
    address = f"/referrals/{again.pk}/decide/"

    page = client.get(address)
    chosen = {"decision": "accept", "kind": "repeat", "case": case.pk, "victims[0]": victim.pk, "reason": "Again."}
    client.post(address, filled(client, address) | chosen)

    assert case.reference in page.content.decode()
    assert Referral.objects.get(pk=again.pk).case == case
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("decision", "state"), [("return", "returned"), ("turn_down", "not_met"), ("withdraw", "withdrawn")]
)
def test_another_decision_needs_its_reason_first(client, coordinator, referral, decision, state):
    address = f"/referrals/{referral.pk}/decide/"

    refused = client.post(address, filled(client, address) | {"decision": decision})
    client.post(address, filled(client, address) | {"decision": decision, "reason": "Because."})

    assert list(errors_of(refused)) == ["reason"]
    assert Referral.objects.get().state == state


def test_a_decision_on_an_older_text_is_refused(client, area, coordinator, referral):
    address = f"/referrals/{referral.pk}/decide/"
    typed = filled(client, address) | {"decision": "accept"}
    referrals.correct(viewer=make.viewer(maracs=[area]), referral=referral, changes={"victims[0].gp": "Other"})

    client.post(address, typed)

    assert Referral.objects.get().state == "read"
