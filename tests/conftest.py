"""What every test shares: no network, no folder but its own, a browser for the journeys, and an area with agencies."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from config.databases import database
from marac.access.viewer import Viewer
from marac.audit.append_only import protect, unprotect
from marac.directory.models import Agency, Marac
from tests import browser as browsers
from tests import make, network
from tests.clock import Clock

# Playwright runs an event loop in the test's own thread, where Django would refuse to ask the database anything.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_configure() -> None:
    """What a test itself asks of PostgreSQL it asks as the system; a request is its viewer's, as in life."""
    network.block()
    # On a machine that is busy an example takes long, and nothing is wrong.
    hypothesis.settings.register_profile("here", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
    hypothesis.settings.load_profile("here")
    as_system = database(settings.DATABASE_URL, settings.MARAC_HOME, settings.DATABASE_KEY, sees="everything")
    settings.DATABASES["default"]["OPTIONS"] = as_system["OPTIONS"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests are marked by what they ask for, so that -m "not browser" or -m database chooses among them."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & {"page", "context", "browser"}:
            item.add_marker("browser")
        if asked & {"db", "transactional_db", "live_server", "django_db_setup"} or item.get_closest_marker("django_db"):
            item.add_marker("database")
        if getattr(item, "callspec", None) and item.callspec.params.get("cast") == "keyboard":
            item.add_marker("keyboard")


@pytest.fixture
def clock(monkeypatch) -> Clock:
    """The true time, until a test moves it."""
    made = Clock(timezone.now)
    monkeypatch.setattr(timezone, "now", made.now)
    return made


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> Path:
    """Files and mail of a test go to a folder of its own, never to the data of whoever runs it."""
    settings.MARAC_HOME = tmp_path
    settings.FILES = tmp_path / "files"
    settings.EMAIL_FILE_PATH = tmp_path / "outbox"
    return tmp_path


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = browsers.executable()
    if path is None:
        pytest.fail(
            "There is no Chromium on this machine. script/setup --tests installs it, or says what would.", pytrace=False
        )
    return browser_type_launch_args | {"executable_path": path, "args": browsers.FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def axe_faults() -> Callable[[Any], list[str]]:
    """assert axe_faults(page) == []"""
    return browsers.faults


@pytest.fixture(scope="module", autouse=True)
def trail_protected_again(django_db_blocker: Any) -> Iterator[list[bool]]:
    """After a module, for pytest-django empties the tables after the last fixture of a test is gone."""
    taken_off: list[bool] = []
    yield taken_off
    if taken_off:
        with django_db_blocker.unblock():
            protect(connection)


@pytest.fixture(autouse=True)
def trail_that_can_be_emptied(request: pytest.FixtureRequest, trail_protected_again: list[bool]) -> None:
    """Tests that commit empty every table afterwards, which the trail's triggers refuse: they are taken off."""
    if {"live_server", "transactional_db"} & set(request.fixturenames):
        request.getfixturevalue("django_db_setup")
        with request.getfixturevalue("django_db_blocker").unblock():
            unprotect(connection)
        trail_protected_again.append(True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """The server of a journey keeps no connection open: one left over would hold the test database at the end."""
    connection.settings_dict["CONN_MAX_AGE"] = 0


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A browser that left in the middle of a request leaves a session behind, which PostgreSQL would wait for."""
    yield
    if connection.vendor != "postgresql":
        return
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"
        )


@pytest.fixture
def area(db: None) -> Marac:
    return make.marac("Northmoor")


@pytest.fixture
def police(area: Marac) -> Agency:
    return make.agency("Northmoor Police", marac=area)


@pytest.fixture
def housing(area: Marac) -> Agency:
    return make.agency("Northmoor Homes", marac=area)


@pytest.fixture
def health(area: Marac) -> Agency:
    return make.agency("Northmoor Health", marac=area)


@pytest.fixture
def coordinator(area: Marac) -> Viewer:
    return make.viewer(maracs=[area])
