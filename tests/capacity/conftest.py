"""The meeting of tests/agenda, with its panel."""

from tests.agenda.conftest import area, coordinator, housing, listed, meeting, police, school

__all__ = ["area", "coordinator", "housing", "listed", "meeting", "police", "school"]
