"""Referrals in layouts unlike the samples, scored against what a careful coordinator reads in them."""

import pytest

from marac.reading import read
from tests.reading import layouts
from tests.reading.scoring import f1, scored

EVERY = {one.SOURCE: one for one in layouts.EVERY}
LEAST = 0.9


@pytest.fixture(scope="module")
def score():
    read_of = {name: read(one.document(), name).content for name, one in EVERY.items()}
    return scored(read_of, [one.TRUTH for one in EVERY.values()])


def test_no_layout_has_a_safety_critical_error(score):
    assert score.critical == []


def test_no_layout_has_another_serious_error(score):
    assert score.serious == []


@pytest.mark.parametrize("name", EVERY)
def test_a_layout_is_read_well_enough(score, name):
    assert f1(score.file[name]) >= LEAST
