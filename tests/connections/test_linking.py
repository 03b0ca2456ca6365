"""An account is linked from an invitation, or by who is signed in and has shown a factor just now."""

import re

import pytest
from django.utils import timezone

from marac.access.roles import Role
from marac.connections import operations
from marac.connections.models import Identity
from marac.invitations import operations as invitations
from marac.kernel.refusal import Refusal
from tests import make
from tests.connections.service import Visitor

pytestmark = pytest.mark.django_db


def begins(client, connection):
    return client.get(f"/account/factors/agency/{connection.pk}/")


def test_who_is_signed_in_links_their_account_with_a_button(client, person, connection):
    make.enter(client, person)
    page = client.get("/account/factors/").content.decode()

    back = client.get(Visitor().signs_in(begins(client, connection).url, "ada"))
    before = Identity.objects.count()
    answer = client.post(back.url)

    assert "Link it, to sign in by it" in page
    assert (back.url, before, answer.url) == ("/account/factors/agency/link/", 0, "/account/factors/")
    assert [(each.user, each.known_as) for each in Identity.objects.all()] == [(person, "sub ada")]


def test_it_asks_for_a_factor_of_now(client, person, connection):
    make.enter(client, person)
    make.forget_factor(client)

    assert begins(client, connection).url.startswith("/account/sign-in/again/")
    assert client.post("/account/factors/agency/link/").url.startswith("/account/sign-in/again/")


def test_an_answer_that_signs_in_links_nothing(client, person, connection):
    """Somebody else's answer, slipped to a browser that is signed in, is not taken for a link."""
    make.enter(client, person)
    address = client.get(f"/account/sign-in/agency/{connection.pk}/").url

    client.get(Visitor().signs_in(address, "eve"))

    assert client.post("/account/factors/agency/link/").url == "/account/factors/"
    assert Identity.objects.count() == 0


def test_one_account_of_the_agency_opens_one_account_here(linked, connection, area, police):
    other = make.member(Role.IDVA, marac=area, agency=police)

    with pytest.raises(Refusal, match="linked to another account"):
        operations.link(viewer=make.system(), user=other, connection=connection, known_as="sub ada")


def test_nobody_is_linked_at_an_agency_that_they_have_no_role_for(connection, area):
    stranger = make.member(Role.IDVA, marac=area, agency=make.agency("Northmoor Homes", marac=area))

    with pytest.raises(Refusal, match="no role for this agency"):
        operations.link(viewer=make.system(), user=stranger, connection=connection, known_as="sub eve")


def test_a_link_is_taken_away_by_its_owner(client, linked, connection):
    make.enter(client, linked)

    answer = client.post(f"/account/factors/agency/{connection.pk}/unlink/")

    assert (answer.url, Identity.objects.count()) == ("/account/factors/", 0)


def invited(client, coordinator, area, police):
    made = invitations.invite(
        viewer=coordinator, email="new@example.org", name="Neva Ash", marac=area, agency=police,
        role="idva", from_on=coordinator.today, at=timezone.now(),
    )  # fmt: skip
    client.get(f"/account/invitations/{made.token}/")
    return made.user


def test_an_invitation_is_taken_up_without_a_password(client, coordinator, area, police, connection):
    user = invited(client, coordinator, area, police)
    page = client.get("/account/join/").content.decode()
    way = re.search(r'href="(/account/sign-in/agency/\d+/\?join=yes)"', page)[1]

    back = client.get(Visitor().signs_in(client.get(way).url, "neva"))
    answer = client.post(back.url)

    user.refresh_from_db()
    assert (back.url, answer.url) == ("/account/join/agency/", "/account/factors/first/")
    assert [(each.user, each.known_as) for each in Identity.objects.all()] == [(user, "sub neva")]
    assert not user.has_usable_password()
    assert "does not work any more" in client.get("/account/join/").content.decode()


def test_without_an_invitation_the_button_links_nothing(client, connection):
    back = client.get(Visitor().signs_in(client.get(f"/account/sign-in/agency/{connection.pk}/?join=yes").url, "eve"))

    assert client.post(back.url).url == "/account/join/"
    assert Identity.objects.count() == 0
