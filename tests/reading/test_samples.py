"""Five whole referrals, scored against what a careful coordinator reads in them."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from marac.reading import read

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "intake"
INPUTS = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".docx", ".eml", ".pdf"))
FLOORS = {
    "avonbrook-referral.pdf": 0.99,
    "calderwick-email.eml": 1.0,
    "eastmere-referral.docx": 1.0,
    "norbrook-tolliver.docx": 0.98,
    "southmarsh-referral.docx": 1.0,
}


@pytest.fixture(scope="module")
def score(tmp_path_factory):
    folder = tmp_path_factory.mktemp("predicted")
    for path in INPUTS:
        (folder / f"{path.stem}.json").write_text(json.dumps(read(path, path.name).content), encoding="utf-8")
    told = folder / "score.json.txt"
    subprocess.run([sys.executable, SAMPLES / "score.py", folder, "--json", told], check=True, capture_output=True)
    return json.loads(told.read_text(encoding="utf-8"))


def test_no_sample_has_a_safety_critical_error(score):
    assert score["critical"] == []


def test_no_sample_has_another_serious_error(score):
    assert score["serious"] == []


@pytest.mark.parametrize("name", FLOORS)
def test_a_sample_reads_at_least_as_well_as_it_did(score, name):
    assert round(score["files"][name]["f1"], 2) >= FLOORS[name]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_sample_is_read_in_under_a_second(path):
    started = time.process_time()

    read(path, path.name)

    assert time.process_time() - started < 1


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_every_place_points_at_a_block_of_the_pages(path):
    reading = read(path, path.name)
    blocks = {block["id"] for block in reading.pages}

    assert {place.block for place in reading.places.values() if place.part != "mail"} <= blocks
    assert set(reading.places) == set(reading.certainty)
