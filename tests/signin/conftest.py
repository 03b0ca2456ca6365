"""Somebody with an account, a password and a role."""

import pytest

from marac.access.roles import Role
from tests import make


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Argon2 is slow on purpose, and these tests try many passwords."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def person(area, police):
    return make.member(Role.CHAIR, marac=area, agency=police, password=make.PASSWORD)


@pytest.fixture
def text():
    return lambda answer: answer.content.decode()
