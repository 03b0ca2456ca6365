"""A panel of two core agencies and one on call, and a meeting."""

from datetime import date, time

import pytest

from marac.attendance.operations import meeting as operations
from marac.attendance.operations.observers import ask_to_observe, decide_observer
from marac.directory.models import PanelSeat
from marac.meetings.operations import plan_meetings
from tests import make


@pytest.fixture
def adviser(area):
    return make.agency("Harbour Advisers", marac=area, standing=PanelSeat.Standing.ON_CALL)


@pytest.fixture
def coordinator(area, police):
    return make.viewer(maracs=[area])


@pytest.fixture
def meeting(area, coordinator):
    return plan_meetings(viewer=coordinator, marac=area, days=[date(2026, 3, 25)], starts_at=time(9, 30))[0]


def agreed(viewer, meeting, agency, name):
    """Somebody whom the chair lets observe."""
    asked = ask_to_observe(viewer=viewer, meeting=meeting, agency=agency, name=name, why="On placement")
    return decide_observer(viewer=viewer, observer=asked, agreed=True, decided_by="Pat Fell")


@pytest.fixture
def records(coordinator, meeting, police):
    def recorded(name, *, agency=police, capacity="deputy", presence="present"):
        return operations.record_attendance(
            viewer=coordinator, meeting=meeting, agency=agency, name=name, capacity=capacity, presence=presence
        )

    return recorded
