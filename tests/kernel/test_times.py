"""Times as people type them."""

from datetime import time

import pytest

from marac.kernel.times import read_time


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("9.30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("9.30am", time(9, 30)),
        ("2pm", time(14, 0)),
        ("2 PM", time(14, 0)),
        ("12am", time(0, 0)),
        ("12pm", time(12, 0)),
        ("14", time(14, 0)),
        (" 23:59 ", time(23, 59)),
    ],
)
def test_a_time_is_read_as_it_is_typed(typed, read):
    assert read_time(typed) == read


@pytest.mark.parametrize("typed", ["", "soon", "24:00", "9.60", "13pm", "0am", "9:3", "9:30:15"])
def test_what_is_no_time_is_not_read(typed):
    assert read_time(typed) is None
