"""Referrals that eighty-five hands, who had not read the reader, drew as agencies send them: none is read worse."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from marac.reading import read
from marac.review.homes import WhoLivesWhere
from marac.review.review import review_of
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
def readings():
    return {truth["source"]: read(DRAWN / truth["source"], truth["source"]) for truth in TRUTHS}


@pytest.fixture(scope="module")
def score(readings):
    return scored({name: reading.content for name, reading in readings.items()}, TRUTHS)


def test_no_drawn_referral_has_another_critical_error_than_those_known(score):
    assert {error["what"] for error in score.critical} <= set(KNOWN["not_yet_found"])


def test_what_is_wrong_is_left_out_and_never_claimed(score):
    """No number is called safe that is not, no hidden home is shown or given to him, nobody has a wrong part."""
    assert {error["code"] for error in score.critical} <= LEFT_OUT


def test_what_is_left_out_is_asked_about_by_the_page_that_checks_the_referral(score, readings):
    """A home by its first words or as that of somebody without one, and somebody by their first name."""
    silent = {e["what"] for e in score.critical if not _is_asked(e["what"], readings[e["file"]])}

    assert silent == set(KNOWN["not_asked"])


def _is_asked(what, reading) -> bool:
    """Whether the words that would tell it stand among what is to be checked first."""
    plain = json.loads(json.dumps(reading.as_plain(), default=str))
    rows = review_of(plain["content"], plain).first
    words = " | ".join(str(line.shown) for row in rows for line in row.all_lines).lower()
    homeless = {who.name for row in rows if isinstance(row, WhoLivesWhere) for who in row.nowhere}
    who, _, home = what.partition(": ")
    told = re.sub(r"\s*\([^()]*\)", "", home).split(",")[0] if home else who.split()[0]  # without "(the annexe)"
    return told.strip().lower() in words or bool(home and who in homeless)


def test_no_drawn_referral_has_another_serious_error_than_those_known(score):
    assert {error["what"] for error in score.serious} <= set(KNOWN["not_yet_known"])


@pytest.mark.parametrize("name", FLOORS)
def test_a_drawn_referral_is_read_as_well_as_before(score, name):
    assert f1(score.file[name]) >= FLOORS[name]


def test_every_drawn_referral_has_a_floor():
    assert set(FLOORS) == {truth["source"] for truth in TRUTHS}
