"""Pages of who leaves, moves or stands in, and of an agency's people to be confirmed."""

import re
from datetime import timedelta

import pytest

from marac.access.roles import Role
from marac.accounts.models import Contact, Membership
from tests import make
from tests.staff.test_operations import lapsing

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def office(client, area, police):
    make.signed_in(client, Role.COORDINATOR, marac=area, agency=police)
    return client


@pytest.fixture
def person(area, police):
    return make.member(Role.REPRESENTATIVE, marac=area, agency=police)


def said(answer):
    return answer.content.decode()


def test_the_page_of_a_person_leads_to_leaving_moving_and_a_deputy(office, person):
    page = said(office.get(f"/account/people/{person.pk}/"))

    held = Membership.objects.get(user=person)
    ways = [f"people/{person.pk}/leave", f"people/{person.pk}/move", f"roles/{held.pk}/cover"]
    assert [way for way in ways if f'href="/account/{way}/"' not in page] == []


def test_a_deputy_is_named_with_an_end_and_shown_beside_the_role(office, person, area, police, today):
    deputy, held = make.member(Role.REFERRER, marac=area, agency=police), Membership.objects.get(user=person)
    where, given = f"/account/roles/{held.pk}/cover/", {"user": deputy.pk, "basis": "cover", "from_on": today}

    without = said(office.post(where, given | {"until_on": ""}))
    backwards = said(office.post(where, given | {"until_on": today - DAY}))
    answer = office.post(where, given | {"until_on": today + 9 * DAY})

    assert "Enter the last day" in without
    assert "The last day is before the first" in backwards
    assert answer.url == f"/account/people/{person.pk}/"
    assert "Cover for an absence: Ada Quill" in said(office.get(f"/account/people/{deputy.pk}/"))


def test_somebody_leaves_by_one_button(office, person):
    answer = office.post(f"/account/people/{person.pk}/leave/", {"to": ""})

    person.refresh_from_db()
    assert (answer.url, person.is_active) == (f"/account/people/{person.pk}/", False)


def test_somebody_moves_to_another_agency(office, person, area, police, today):
    homes = make.agency("Northmoor Homes", marac=area)
    given = {"marac": area.pk, "agency": homes.pk, "role": "idva", "from_on": today + DAY, "to": ""}

    office.post(f"/account/people/{person.pk}/move/", given)

    held = Membership.objects.filter(user=person).order_by("pk")
    assert [(each.agency, each.until_on) for each in held] == [(police, today), (homes, None)]


def test_a_contact_is_named_and_confirms_the_people_of_the_agency(client, office, person, area, police, today):
    contact = make.member(Role.CHAIR, marac=area, agency=police)
    office.post("/account/contacts/", {"role": Membership.objects.get(user=contact).pk})
    held = lapsing(person, today)
    make.enter(client, contact)

    page = said(client.get("/account/people/confirm/"))
    nobody = said(client.post("/account/people/confirm/", {"nobody": "ticked"}))
    client.post("/account/people/confirm/", {"roles": [held.pk]})

    assert Contact.objects.get().user == contact
    assert re.search(r"lapsed on", page)
    assert "Tick whom you confirm" in nobody
    held.refresh_from_db()
    assert held.lapses_on > today
    assert "Nobody waits to be confirmed by you" in said(client.get("/account/people/confirm/"))


def test_these_pages_ask_for_a_factor_of_now(office, person):
    make.forget_factor(office)
    pages = [f"/account/people/{person.pk}/leave/", "/account/people/confirm/", "/account/contacts/"]

    assert [office.get(page).status_code for page in pages] == [302] * 3
