"""The agencies and the workbooks of tests/trackers/scene.py."""

from tests.trackers.scene import agencies, ready  # noqa: F401 - fixtures
