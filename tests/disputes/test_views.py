"""The coordinator's pages of disputed roles, and what either side is shown."""

import re

import pytest

from marac.access.roles import Role
from marac.disputes.operations import dispute_roles
from marac.people.models import ActsFor, Dispute, Phone
from tests import make
from tests.access.pages import words_of

pytestmark = pytest.mark.django_db
HERS, HIS = re.compile(r"Mill Lane|ZZ1 ?1AA|07700 ?900 ?214"), re.compile(r"Ferry Row|ZZ2 ?2BB|07700 ?900 ?317")
TOLD = {"said_by": "Anchor", "said_on": "4/3/2026", "reason": "He says that she hits him"}


def test_the_coordinator_records_it_says_who_acts_and_decides(client, two):
    make.enter(client, two.coordinator)
    page = f"/disputes/cases/{two.his.pk}/"
    suggested = client.get(f"/cases/{two.his.pk}/").content.decode()

    client.post(f"{page}dispute/", TOLD | {"second": two.wren.pk})
    acting = {"person": two.ash.pk, "agency": two.men.pk, "worker": "", "reason": "They rang"}
    client.post(f"{page}acting/", acting)
    made = Dispute.objects.get()
    decided = {"outcome": "second", "screening": "Both histories were compared", "advice": "Haven", "revision": "1"}
    client.post(f"/disputes/{made.pk}/decide/", decided)
    shown = client.get(page).content.decode()

    assert "The roles may be disputed" in suggested
    assert "Wren Tallow is the primary victim" in shown
    assert ("They rang" in shown, "Both histories were compared" in shown) == (True, True)
    assert "The roles may be disputed" not in client.get(f"/cases/{two.his.pk}/").content.decode()


def test_what_a_colleague_decided_meanwhile_stands_beside_what_was_typed(client, two):
    make.enter(client, two.coordinator)
    client.post(f"/disputes/cases/{two.his.pk}/dispute/", TOLD | {"second": two.wren.pk})
    address = f"/disputes/{Dispute.objects.get().pk}/decide/"
    client.post(address, {"outcome": "both", "screening": "Theirs was first", "advice": "", "revision": "1"})

    answer = client.post(address, {"outcome": "first", "screening": "Mine was second", "advice": "", "revision": "1"})

    page = answer.content.decode()
    assert ("Theirs was first" in page, "Mine was second" in page, Dispute.objects.get().outcome) == (
        True,
        True,
        "both",
    )


def test_neither_side_is_told_of_the_other_on_any_page_of_its_own(client, two):
    for person, agency in ((two.wren, two.women), (two.ash, two.men)):
        two.acts(person, agency)
    said = {"said_by": "Anchor", "said_on": make.TODAY, "reason": "He says so himself"}
    dispute_roles(viewer=two.office, case=two.hers, second=two.ash.pk, **said)
    pages = [f"/cases/{each.pk}/" for each in (two.hers, two.his)]
    pages += [f"/people/{each.pk}/" for each in (two.wren, two.ash)] + [f"/disputes/cases/{two.hers.pk}/own/"]

    for agency, other, own in ((two.women, HIS, HERS), (two.men, HERS, HIS)):
        make.signed_in(client, Role.IDVA, marac=two.area, agency=agency)
        shown = " ".join(words_of(client.get(page)) for page in pages)
        reveal = [client.post(f"/people/phones/{each.pk}/reveal/").status_code for each in Phone.objects.order_by("pk")]

        assert (other.findall(shown), bool(own.findall(shown)), sorted(reveal)) == ([], True, [200, 404])
        assert re.findall("disput|accus|the other way round", shown.lower().replace("/disputes/", "")) == []


def test_an_agency_says_for_whom_it_acts_and_the_coordinator_confirms(client, two):
    make.signed_in(client, Role.REPRESENTATIVE, marac=two.area, agency=two.men)
    client.post(f"/disputes/cases/{two.hers.pk}/own/", {"person": two.ash.pk})
    said = client.get(f"/disputes/cases/{two.hers.pk}/own/").content.decode()
    acting = ActsFor.objects.get()
    make.enter(client, two.coordinator)
    before = client.get(f"/disputes/cases/{two.hers.pk}/").content.decode()

    client.post(f"/disputes/acting/{acting.pk}/confirm/")
    client.post(f"/disputes/acting/{acting.pk}/end/", {"reason": "He left their programme"})

    acting.refresh_from_db()
    assert ("your agency acts for:" in said, "To be confirmed" in before) == (True, True)
    assert (acting.confirmed, acting.until_on is not None) == (True, True)
