"""An office that sends a link to a surgery, and what the surgery is told: the link by mail, the code by telephone."""

import pytest

from marac.access.roles import Role
from marac.guests import operations
from tests import make


@pytest.fixture
def area():
    return make.marac("Norbrook")


@pytest.fixture
def office(area):
    return make.agency("Fellshire Council", marac=area)


@pytest.fixture
def surgery(area):
    return make.agency("Mill Lane Surgery", marac=area, group="primary_care")


@pytest.fixture
def viewer(area, office):
    user = make.member(Role.COORDINATOR, marac=area, agency=office)
    return make.viewer(maracs=[area], agency=office, user=user)


@pytest.fixture
def made(viewer, area, surgery):
    return make_link(viewer, area, surgery)


def make_link(viewer, area, agency, address="ines@example.org", checked="", at=make.NOON):
    return operations.make_link(viewer=viewer, marac=area, agency=agency, address=address, checked=checked, at=at)
