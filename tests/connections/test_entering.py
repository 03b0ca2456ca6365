"""Signing in by an agency's own service, which is a real one, and every way in which it or a browser can lie."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from marac.access.roles import Role
from marac.accounts.models import User
from marac.audit.models import AuditEvent
from marac.connections import operations
from marac.connections.models import Identity
from tests import make
from tests.connections import service as services
from tests.connections.conftest import OBJECT, TENANT
from tests.connections.service import Visitor

pytestmark = pytest.mark.django_db
NOT_LINKED = "No account here is linked to it"
NOT_FITTING = "did not fit"


def asks(client, connection, more=""):
    """The address at the service to which a browser of ours is sent."""
    return client.get(f"/account/sign-in/agency/{connection.pk}/{more}").url


def signs_in(client, connection, who="ada", more=""):
    return client.get(Visitor().signs_in(asks(client, connection, more), who))


def is_in(client):
    return client.get("/account/").status_code == 200


def said(answer):
    return answer.content.decode()


def test_a_linked_account_signs_in_and_shows_our_second_factor_too(client, linked, connection):
    secret = make.factor(linked)

    answer = signs_in(client, connection, more="?next=/cases/")

    assert (answer.url, is_in(client)) == ("/account/sign-in/second/", False)
    assert client.post(answer.url, {"code": make.code_of(secret)}).url == "/cases/"
    assert is_in(client)


def test_the_services_own_second_factor_counts_where_the_connection_says_so(client, person, police, connect, service):
    connection = connect(police, trusted="mfa")
    operations.link(viewer=make.system(), user=person, connection=connection, known_as="sub ada")

    service.tells(amr={"ada": ["pwd"]})
    without = signs_in(Client(), connection)
    service.tells(amr={"ada": ["pwd", "mfa"]})
    answer = signs_in(client, connection)

    assert without.url == "/account/factors/first/"
    assert (answer.url, is_in(client)) == ("/", True)
    assert AuditEvent.objects.filter(name="signed in", details__by="agency", details__of_user_id=person.pk).exists()


def test_the_question_keeps_its_secrets_and_asks_for_no_more_than_who(client, connection):
    asked = parse_qs(urlsplit(asks(client, connection)).query)

    assert (asked["scope"], asked["code_challenge_method"], asked["response_type"]) == (["openid"], ["S256"], ["code"])
    kept = client.session["agency_asked"]
    assert kept["verifier"] not in str(asked)
    assert len({asked["state"][0], asked["nonce"][0], kept["verifier"]}) == 3


def test_who_is_not_invited_gets_no_account(client, connection):
    before = User.objects.count()

    answer = signs_in(client, connection, "stranger")

    assert NOT_LINKED in said(answer)
    assert (User.objects.count(), Identity.objects.count(), is_in(client)) == (before, 0, False)


def test_the_e_mail_address_of_somebody_opens_nothing(client, person, linked, connection, service):
    """An administrator of the tenant gives another account the address of one that is linked."""
    service.tells(people={"eve": {"email": person.email}, "ada": {"email": "somebody-else@agency.example.org"}})

    assert NOT_LINKED in said(signs_in(client, connection, "eve"))
    assert signs_in(client, connection, "ada").url == "/account/factors/first/"


def test_an_entra_account_is_known_by_tenant_and_object_whatever_else_changes(client, person, connection, service):
    operations.link(viewer=make.system(), user=person, connection=connection, known_as=f"oid {TENANT} {OBJECT}")
    service.tells(people={"new-subject": {"tid": TENANT, "oid": OBJECT}, "eve": {"tid": TENANT, "oid": OBJECT[::-1]}})

    assert signs_in(client, connection, "new-subject").url == "/account/factors/first/"
    assert NOT_LINKED in said(signs_in(Client(), connection, "eve"))


def test_the_same_person_at_another_service_is_another(client, linked, connection, connect, area):
    """The other agency's service is ours to talk to, and says that it has an ada too."""
    housing = make.agency("Northmoor Homes", marac=area)

    assert NOT_LINKED in said(signs_in(client, connect(housing)))


def test_a_connection_that_is_led_elsewhere_opens_no_account_that_was_linked(client, linked, connect, police, service):
    other = services.start("http://testserver/account/sign-in/agency/answer/")
    try:
        assert NOT_LINKED in said(signs_in(client, connect(police, issuer=other.issuer)))
    finally:
        other.stop()


@pytest.mark.parametrize(
    "lie", ["issuer", "audience", "both", "nonce", "expired", "unsigned", "secret", "key", "redirect", "elsewhere"]
)
def test_an_answer_that_lies_is_refused(client, linked, connection, service, lie):
    address = asks(client, connection)
    service.tells(lie=lie)

    answer = client.get(Visitor().signs_in(address, "ada"))

    assert answer.status_code == 200
    assert "Sign in another way" in said(answer)
    assert "sessionid" not in client.cookies or "half_signed_in" not in client.session
    assert not is_in(client)


def test_the_same_answer_untouched_is_taken(client, linked, connection):
    """So that the refusals above are for the lie and nothing else."""
    assert signs_in(client, connection).url == "/account/factors/first/"


def test_an_answer_works_once_and_in_the_browser_that_asked(client, linked, connection):
    back = Visitor().signs_in(asks(client, connection), "ada")
    other = Client()
    asks(other, connection)

    assert "no question of this browser" in said(other.get(back))
    assert "no question of this browser" in said(Client().get(back))
    assert client.get(back).status_code == 302
    assert "no question of this browser" in said(client.get(back))


def test_a_code_of_another_question_is_refused(client, linked, connection):
    """A code that was stolen from somebody else is put to one's own state: its verifier is another."""
    stolen = parse_qs(urlsplit(Visitor().signs_in(asks(Client(), connection), "ada")).query)
    own = parse_qs(urlsplit(asks(client, connection)).query)

    answer = client.get("/account/sign-in/agency/answer/", {"state": own["state"][0], "code": stolen["code"][0]})

    assert NOT_FITTING in said(answer)


@pytest.mark.parametrize("query", ["", "?state=x", "?code=x", "?state=&code=&iss=http://localhost:1"])
def test_an_answer_to_nothing_is_a_plain_page(client, connection, query):
    answer = client.get(f"/account/sign-in/agency/answer/{query}")

    assert (answer.status_code, "Sign in another way" in said(answer)) == (200, True)


def test_nobody_is_sent_on_to_another_site(client, linked, connect, police, service):
    connection = connect(police, trusted="mfa")
    service.tells(amr={"ada": ["mfa"]})

    assert signs_in(client, connection, more="?next=https://evil.example.org/").url == "/"
    assert signs_in(Client(), connection, more="?next=//evil.example.org/").url == "/"


@pytest.mark.parametrize("lie", ["hanging", "down"])
def test_a_service_that_is_away_leaves_another_way_in(client, linked, connect, police, lie):
    ours = services.start("http://testserver/account/sign-in/agency/answer/")
    connection = connect(police, issuer=ours.issuer)
    ours.tells(lie=lie)
    if lie == "down":
        ours.stop()

    answer = client.get(f"/account/sign-in/agency/{connection.pk}/")
    ours.stop()

    assert (answer.status_code, "does not answer" in said(answer)) == (200, True)
    assert 'href="/account/sign-in/"' in said(answer)
    answer = client.post("/account/sign-in/", {"email": linked.email, "password": make.PASSWORD})
    assert answer.url == "/account/factors/first/"


def test_a_service_whose_own_description_names_another_issuer_is_asked_nothing(client, linked, connection, service):
    address = asks(client, connection)
    service.tells(lie="another")

    begun = Client().get(f"/account/sign-in/agency/{connection.pk}/")
    ended = client.get(Visitor().signs_in(address, "ada"))

    assert ["Sign in another way" in said(page) for page in (begun, ended)] == [True, True]
    assert (begun.status_code, ended.status_code, is_in(client)) == (200, 200, False)


def test_it_opens_the_roles_of_that_agency_and_no_others(client, person, area, police, connect, service):
    """Whoever runs one agency's sign-in must not reach what its people see for another."""
    housing = make.agency("Northmoor Homes", marac=area)
    make.give_role(person, Role.COORDINATOR, marac=area, agency=housing)
    connection = connect(police, trusted="mfa")
    operations.link(viewer=make.system(), user=person, connection=connection, known_as="sub ada")
    service.tells(amr={"ada": ["mfa"]})
    signs_in(client, connection)

    page = said(client.get("/account/"))
    client.post("/account/", {"acts_as": f"{housing.pk}:coordinator"})

    assert ("Northmoor Police" in page, "Northmoor Homes" in page) == (True, False)
    assert client.get("/account/people/").status_code == 404


def test_a_role_that_ended_or_an_account_that_was_stopped_is_not_let_in(client, linked, connection, police, area):
    make.end_roles(linked)

    assert NOT_LINKED in said(signs_in(client, connection))


def test_a_page_that_gives_much_away_asks_at_the_service_again(client, person, police, connect, service):
    connection = connect(police, trusted="mfa")
    operations.link(viewer=make.system(), user=person, connection=connection, known_as="sub ada")
    service.tells(amr={"ada": ["mfa"], "eve": ["mfa"]})
    signs_in(client, connection)
    make.forget_factor(client)
    asked = client.get("/account/factors/codes/").url

    page = said(client.get(asked))
    other = client.get(Visitor().signs_in(client.get(f"/account/sign-in/again/agency/{connection.pk}/").url, "eve"))
    before = client.get("/account/factors/codes/").status_code
    address = client.get(f"/account/sign-in/again/agency/{connection.pk}/?next=/account/factors/codes/").url
    back = client.get(Visitor().signs_in(address, "ada"))

    assert "prompt=login" in address
    assert "Show it by my agency" in page
    assert ("another account" in said(other), before) == (True, 302)
    assert (back.url, client.get(back.url).status_code) == ("/account/factors/codes/", 200)
