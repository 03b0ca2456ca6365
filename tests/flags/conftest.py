"""An area with two core agencies and one on call, and those who ask and confirm."""

import pytest

from marac.access.roles import Role
from marac.directory.models import PanelSeat
from tests import make


@pytest.fixture
def on_call(area):
    return make.agency("Northmoor Vets", marac=area, standing=PanelSeat.Standing.ON_CALL)


@pytest.fixture
def coordinator(area, police, health, on_call):
    return make.viewer(maracs=[area], agency=police)


@pytest.fixture
def nurse(area, health):
    return make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=health)
