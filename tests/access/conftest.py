"""The world of the access tests, made once for each file and taken back after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test.utils import override_settings
from django.utils import timezone

from tests.access.world import World, build


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Made once for all tests of a file, and taken back after them."""
    home = tmp_path_factory.mktemp("world")
    with django_db_blocker.unblock(), override_settings(MARAC_HOME=home, FILES=home / "files"), transaction.atomic():
        yield build(timezone.localdate())
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def files_of_the_world(world: World, own_folder: Any, settings: Any, tmp_path_factory: Any) -> None:
    home = sorted(tmp_path_factory.getbasetemp().glob("world*"), key=lambda folder: folder.stat().st_ctime)[-1]
    settings.MARAC_HOME, settings.FILES = home, home / "files"
