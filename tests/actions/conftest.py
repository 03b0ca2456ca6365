"""The area, agencies and case of every story about actions."""

from datetime import date

import pytest

from marac.access.roles import Role
from marac.actions import operations
from tests import make


@pytest.fixture
def office(area):
    return make.agency("Northmoor Council", marac=area)


@pytest.fixture
def coordinator(area, office):
    return make.viewer(maracs=[area], agency=office)


@pytest.fixture
def tenant_officer(area, housing):
    return make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=housing)


@pytest.fixture
def set_action(area, coordinator, housing):
    """set_action(agency=…, case=…, due_on=…): housing's, in a case of its own, due in a week."""

    def build(*, agency=None, case=None, due_on=date(2026, 3, 11), task="Fit a door chain", **more):
        return operations.set_action(
            viewer=coordinator,
            case=case or make.case(marac=area),
            agency=agency or housing,
            task=task,
            due_on=due_on,
            **more,
        )

    return build
