"""An area with its office, somebody at the table, two who chair, and a series of meetings far ahead by any clock."""

from datetime import date, time

import pytest

from marac.access.roles import Role
from marac.series import operations
from marac.series.rules import Kind, Pattern, Plan
from tests import make

FIRST_ON = date(2099, 3, 9)  # a Monday


def plan(**changed):
    asked = {
        "kind": Kind.MEETING,
        "pattern": Pattern.WEEKS,
        "weeks": 2,
        "first_on": FIRST_ON,
        "until_on": date(2099, 5, 1),
        "starts_at": time(9, 30),
        "ends_at": time(12, 0),
        "venue": "Room 2",
    }
    return Plan(**asked | changed)


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area)


@pytest.fixture
def chairs(area, police):
    """Two who chair, by name."""
    made = []
    for name in ("Ada Quill", "Bea Lark"):
        user = make.user(name)
        make.give_role(user, Role.CHAIR, marac=area, agency=police)
        made.append(user)
    return made


@pytest.fixture
def coordinator(area, police):
    return make.viewer(maracs=[area], agency=police)


@pytest.fixture
def published(area, coordinator, chairs):
    """A meeting every other Monday, four of them, chaired in turn."""
    return operations.publish(viewer=coordinator, marac=area, plan=plan(chair="shared"))
