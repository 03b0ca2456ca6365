"""A series of meetings far ahead, as tests/series has it."""

from tests.series.conftest import chairs, coordinator, police, published

__all__ = ["chairs", "coordinator", "police", "published"]
