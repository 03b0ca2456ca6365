"""A meeting of two agencies whose case list has gone out."""

import pytest

from marac.access.roles import Role
from marac.caselists.operations import send_list
from tests import make
from tests.meetings.conftest import adviser, coordinator, listed, meeting, plan, police, representative

__all__ = ["adviser", "coordinator", "listed", "meeting", "plan", "police", "representative"]


@pytest.fixture
def homes(area):
    return make.agency("Northmoor Homes", marac=area)


@pytest.fixture
def officer(area, homes):
    return make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes)


@pytest.fixture
def sent(coordinator, meeting, police, homes, listed):
    """Three cases on a list that both agencies have; gives the items in their order."""
    items = [listed() for _each in range(3)]
    send_list(viewer=coordinator, meeting=meeting)
    return items
