"""A meeting of three cases on its day, with the list out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from marac.access.roles import Role
from marac.caselists import operations as caselists
from tests import make
from tests.meetings.conftest import adviser, coordinator, listed, meeting, plan, police, representative

__all__ = ["adviser", "coordinator", "listed", "meeting", "plan", "police", "representative"]

NOON = datetime(2026, 3, 25, 10, 0, tzinfo=UTC)


@pytest.fixture
def items(coordinator, meeting, listed):
    made = [listed() for _each in range(3)]
    caselists.send_list(viewer=coordinator, meeting=meeting)
    return made


@pytest.fixture
def at(area, police):
    """Somebody who runs the meeting, so many minutes after it opened."""

    def viewer(minutes=0, role=Role.CHAIR):
        found = make.viewer(role, maracs=[area], agency=police)
        now = NOON + timedelta(minutes=minutes)
        return replace(found, today=now.date(), at=now)

    return viewer
