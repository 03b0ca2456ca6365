"""An agency with a connection that is open, and the service behind it."""

from collections.abc import Iterator

import pytest

from marac.access.roles import Role
from marac.connections import operations
from tests import make
from tests.connections import service as services

TENANT, OBJECT = "11111111-1111-4111-8111-111111111111", "aaaaaaaa-1111-4111-8111-111111111111"


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def running() -> Iterator[services.Service]:
    made = services.start("http://testserver/account/sign-in/agency/answer/")
    yield made
    made.stop()


@pytest.fixture
def service(running):
    running.tells(people={}, amr={}, lie="")
    return running


@pytest.fixture
def area():
    return make.marac("Northmoor")


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area)


@pytest.fixture
def person(area, police):
    return make.member(Role.CHAIR, marac=area, agency=police, password=make.PASSWORD)


@pytest.fixture
def coordinator(area, police):
    user = make.member(Role.COORDINATOR, marac=area, agency=police)
    return make.viewer(maracs=[area], agency=police, user=user)


@pytest.fixture
def connect(coordinator, service):
    """Connects an agency to the service, and opens it."""

    def made(agency, **given):
        asked = {"issuer": service.issuer, "client_id": services.CLIENT_ID, "secret": services.SECRET, "trusted": ""}
        found = operations.connect(viewer=coordinator, agency=agency, **asked | given)
        operations.open_connection(viewer=coordinator, connection=found)
        found.refresh_from_db()
        return found

    return made


@pytest.fixture
def connection(connect, police):
    return connect(police)


@pytest.fixture
def linked(person, connection):
    """`person`, whose account is linked to ada at the service."""
    operations.link(viewer=make.system(), user=person, connection=connection, known_as="sub ada")
    return person
