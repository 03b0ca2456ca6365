"""The invented county, built once for all the tests of it."""

from datetime import date

import pytest
from django.db import transaction
from django.test import override_settings

from marac.demo.area import build_area, demonstration
from marac.demo.story import tell_story
from marac.signin.demonstration import demonstration_here

ON = date(2026, 3, 4)


@pytest.fixture(scope="module")
def county(django_db_setup, django_db_blocker, tmp_path_factory):
    """A month, built once for the module and taken away after it; each test's own changes are taken away before."""
    folder = tmp_path_factory.mktemp("county")
    with (
        override_settings(MARAC_HOME=folder, FILES=folder / "files"),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        area = build_area(ON)
        assert demonstration_here() == demonstration()
        told(area, seed=1)
        yield area
        transaction.set_rollback(True)


def told(area, seed):
    tell_story(area, size="month", seed=seed, today=ON, say=lambda _text: None)
