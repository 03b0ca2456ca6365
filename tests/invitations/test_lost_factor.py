"""Whose two people take a lost factor away: those who answer for the agency, and the office where they are too few."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from marac.access.fresh import FACTOR_AT
from marac.access.roles import Role
from marac.accounts.middleware import viewer_of
from marac.accounts.models import Membership
from marac.accounts.operations import give_cover, give_role
from marac.audit.models import AuditEvent
from marac.invitations.operations import ask_reset
from marac.invitations.rules import the_two
from marac.kernel.refusal import Refusal
from marac.signin.queries import factors_of
from marac.staff.operations import name_contact
from tests import make

pytestmark = pytest.mark.django_db


class House:
    """Cedar Homes with its contact, her deputy and a worker who lost his telephone; and two coordinators."""

    def __init__(self, area, today):
        self.area, self.today = area, today
        self.homes, self.council = (make.agency(name, marac=area) for name in ("Cedar Homes", "Fellshire Council"))
        self.contact, self.worker, self.colleague = (
            make.member(Role.REPRESENTATIVE, marac=area, agency=self.homes) for _each in range(3)
        )
        self.deputy = make.member(Role.REFERRER, marac=area, agency=self.homes)
        self.office, self.other = (make.member(Role.COORDINATOR, marac=area, agency=self.council) for _each in range(2))
        make.factor(self.worker)

    def name_contact(self):
        name_contact(viewer=viewer_of(self.office, self.today), role=Membership.objects.get(user=self.contact))

    def name_deputy(self):
        role = Membership.objects.get(user=self.contact)
        days = {"from_on": self.today, "until_on": self.today + timedelta(days=30)}
        give_cover(viewer=viewer_of(self.office, self.today), user=self.deputy, membership=role, basis="deputy", **days)

    def press(self, user, way, person=None):
        client = Client()
        make.enter(client, user)
        return client.post(f"/account/people/factor/{(person or self.worker).pk}/", {"way": way}, follow=True)

    def is_sent_home(self, user, person=None):
        return self.press(user, "ask", person).redirect_chain == [("/", 302)]

    def has_factor(self):
        return bool(factors_of(self.worker.pk).kinds)


@pytest.fixture
def house(area):
    return House(area, timezone.localdate())


def said(answer):
    return " ".join(answer.content.decode().split())


def test_the_contact_and_her_deputy_take_it_away_and_no_coordinator_does(house):
    house.name_contact()
    house.name_deputy()

    office = said(house.press(house.office, "ask"))
    first = said(house.press(house.contact, "ask"))
    second = said(house.press(house.office, "confirm"))
    still = house.has_factor()
    house.press(house.deputy, "confirm")

    assert "This is done by those who answer for the agency" in office
    assert "Two of those who answer for the agency" in first
    assert "This is done by those who answer for the agency" in second
    assert (still, house.has_factor()) == (True, False)
    assert AuditEvent.objects.filter(name="FactorsReset").count() == 1


def test_where_one_person_answers_for_the_agency_she_is_one_of_the_two(house):
    house.name_contact()

    page = said(house.press(house.office, "ask"))
    alone = said(house.press(house.other, "confirm"))
    still = house.has_factor()
    house.press(house.contact, "confirm")

    assert "Only one other person answers for the agency" in page
    assert "Whoever answers for the agency&#39;s people has to confirm it" in alone
    assert (still, house.has_factor()) == (True, False)


def test_where_nobody_answers_for_the_agency_two_coordinators_do_it(house):
    page = said(house.press(house.office, "ask"))
    house.press(house.other, "confirm")

    assert "Nobody else answers for the agency" in page
    assert not house.has_factor()


def test_a_colleague_who_answers_for_nobody_has_no_such_page(house):
    house.name_contact()

    assert [house.is_sent_home(user) for user in (house.colleague, house.worker)] == [True, True]
    with pytest.raises(Refusal, match="those who answer for the agency"):
        ask_reset(viewer=viewer_of(house.colleague, house.today), user=house.worker, at=make.NOON)


def test_a_contact_answers_for_her_own_agency_only(house):
    house.name_contact()
    stranger = make.member(Role.REPRESENTATIVE, marac=house.area, agency=house.council)

    assert house.is_sent_home(house.contact, stranger)
    assert house.is_sent_home(house.contact, house.office)


def test_who_acts_for_two_agencies_is_reset_by_the_office(house):
    house.name_contact()
    house.name_deputy()
    role = {"agency": house.council, "marac": house.area, "role": "representative", "from_on": make.TODAY}
    give_role(viewer=viewer_of(house.office, house.today), user=house.worker, **role)

    assert house.is_sent_home(house.contact)
    assert "acts for more than one agency" in said(house.press(house.office, "ask"))


def test_the_contact_finds_her_people_from_her_account_and_shows_her_factor_first(house):
    house.name_contact()
    client = Client()
    make.enter(client, house.contact)
    way = f"/account/people/factor/{house.worker.pk}/"

    assert 'href="/account/people/confirm/"' in said(client.get("/account/"))
    assert f'href="{way}"' in said(client.get("/account/people/confirm/"))
    session = client.session
    del session[FACTOR_AT]
    session.save()
    assert client.get(way).url.startswith("/account/sign-in/again/")


@pytest.mark.parametrize("administrators", [set(), {1}, {1, 2}, {1, 2, 3}])
@pytest.mark.parametrize("agencies", [set(), {7}, {7, 8}])
@pytest.mark.parametrize("manages", [False, True])
def test_nobody_is_among_their_own_two_and_an_agency_decides_for_nobody_of_another(administrators, agencies, manages):
    two = the_two(agencies=agencies, administrators=administrators, user_id=1, manages_people=manages)

    assert two.administrators == (administrators - {1} if len(agencies) == 1 and not manages else set())
    assert two.are_of_the_agency == (len(two.administrators) > 1)
