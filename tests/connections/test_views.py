"""Connecting an agency's sign-in: set up, tried, opened and closed; its secret is never shown and kept sealed."""

import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.connections.models import Connection
from tests import make
from tests.connections import service as services

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, area, police):
    make.signed_in(client, Role.COORDINATOR, marac=area, agency=police)
    return client


def said(answer):
    return answer.content.decode()


def sets_up(office, agency, **given):
    asked = {"issuer": "https://login.example.org", "client_id": services.CLIENT_ID, "secret": services.SECRET}
    return office.post(f"/settings/connections/{agency.pk}/set-up/", asked | given)


def tries(office, agency):
    return said(office.post(f"/settings/connections/{agency.pk}/"))


def test_a_connection_is_set_up_tried_opened_and_closed(office, client, police, service):
    where = f"/settings/connections/{police.pk}/"

    assert sets_up(office, police, issuer=service.issuer).url == where
    assert "The service answers" in tries(office, police)
    assert "http://testserver/account/sign-in/agency/answer/" in said(office.get(where))
    assert "Sign in with your agency" not in said(office.get("/account/sign-in/"))
    office.post(f"{where}open/")
    assert "Sign in with your agency" in said(office.get("/account/sign-in/"))
    assert "Northmoor Police" in said(office.get("/account/sign-in/agency/"))
    office.post(f"{where}close/")
    assert "Northmoor Police" not in said(office.get("/account/sign-in/agency/"))


def test_the_secret_is_shown_nowhere_and_kept_sealed(office, police, service):
    sets_up(office, police, issuer=service.issuer)
    kept = str(list(Connection.objects.values())) + str(list(AuditEvent.objects.values()))

    assert services.SECRET not in kept
    assert services.SECRET not in said(office.get(f"/settings/connections/{police.pk}/set-up/"))


def test_a_blank_secret_is_the_one_before_and_a_change_closes(office, police, service):
    sets_up(office, police, issuer=service.issuer)
    office.post(f"/settings/connections/{police.pk}/open/")

    sets_up(office, police, issuer=service.issuer, secret="", trusted=" mfa  c1 ")

    found = Connection.objects.get()
    assert (found.is_open, found.trusted) == (False, "mfa c1")
    assert "The service answers" in tries(office, police)


def test_the_first_time_a_secret_is_needed(office, police):
    assert "Enter the secret" in said(sets_up(office, police, secret=""))


@pytest.mark.parametrize(
    ("issuer", "sentence"),
    [
        ("common", "Enter a tenant ID"),
        ("http://login.example.org", "begin with https://"),
        ("https://login.microsoftonline.com/common/v2.0", "open to everybody"),
    ],
)
def test_an_address_that_cannot_be_asked_is_refused_beside_its_field(office, police, issuer, sentence):
    page = said(sets_up(office, police, issuer=issuer))

    assert sentence in page
    assert f'value="{issuer}"' in page


def test_trying_says_what_is_wrong(office, police, service):
    sets_up(office, police, issuer="http://localhost:1")
    assert "does not answer" in tries(office, police)
    sets_up(office, police, issuer=f"{service.issuer}/another")
    assert "no sign-in service at this address" in tries(office, police)
    sets_up(office, police, issuer=service.issuer, secret="wrong")
    assert "refuses the client ID or the secret" in tries(office, police)
    sets_up(office, police, issuer=service.issuer)
    service.tells(lie="elsewhere")
    assert "an address at another site" in tries(office, police)


def test_an_agency_without_a_seat_in_ones_maracs_is_not_there(office, police):
    elsewhere = make.agency("Southmoor Police", marac=make.marac("Southmoor"))

    assert office.get(f"/settings/connections/{elsewhere.pk}/").status_code == 404
    assert sets_up(office, elsewhere).status_code == 404
