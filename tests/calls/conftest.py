"""An office that takes calls."""

import pytest

from marac.access.roles import Role
from marac.calls import operations
from tests import make


@pytest.fixture
def area():
    return make.marac("Norbrook")


@pytest.fixture
def office(area):
    return make.agency("Fellshire Council", marac=area)


@pytest.fixture
def police(area):
    return make.agency("Fellshire Police", marac=area, group="police")


@pytest.fixture
def viewer(area, office):
    user = make.member(Role.COORDINATOR, marac=area, agency=office)
    return make.viewer(maracs=[area], agency=office, user=user)


@pytest.fixture
def call(viewer, area):
    return operations.begin(viewer=viewer, marac=area, at=make.NOON)
