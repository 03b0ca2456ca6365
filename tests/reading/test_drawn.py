"""Referrals that sixty-eight hands, who had not read the reader, drew as agencies send them: none is read worse."""

import json
import tomllib
from pathlib import Path

import pytest

from marac.reading import read
from tests.reading.scoring import DRAWN, f1, scored

TRUTHS = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(DRAWN.glob("*.truth.json"))]
KNOWN = tomllib.loads((Path(__file__).parent / "drawn.toml").read_text(encoding="utf-8"))
FLOORS = KNOWN["floors"]
LEFT_OUT = {
    "missed victim",
    "missed perpetrator",
    "missed child",
    "missed perpetrator address",
}


@pytest.fixture(scope="module")
def score():
    names = [truth["source"] for truth in TRUTHS]
    return scored({name: read(DRAWN / name, name).content for name in names}, TRUTHS)


def test_no_drawn_referral_has_another_critical_error_than_those_known(score):
    assert {error["what"] for error in score.critical} <= set(KNOWN["not_yet_found"])


def test_what_is_wrong_is_left_out_and_never_claimed(score):
    """No number is called safe that is not, no hidden home is shown or given to him, nobody has a wrong part."""
    assert {error["code"] for error in score.critical} <= LEFT_OUT


def test_no_drawn_referral_has_another_serious_error_than_those_known(score):
    assert {error["what"] for error in score.serious} <= set(KNOWN["not_yet_known"])


@pytest.mark.parametrize("name", FLOORS)
def test_a_drawn_referral_is_read_as_well_as_before(score, name):
    assert f1(score.file[name]) >= FLOORS[name]


def test_every_drawn_referral_has_a_floor():
    assert set(FLOORS) == {truth["source"] for truth in TRUTHS}
