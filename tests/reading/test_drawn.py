"""Referrals that four hands drew as agencies really send them, who had not read the reader: none is read worse."""

import json

import pytest

from marac.reading import read
from tests.reading.scoring import DRAWN, f1, scored

TRUTHS = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(DRAWN.glob("*.truth.json"))]
# What was reached. A figure here goes up; the aim is 0.9 and no critical error.
FLOORS = {
    "adult-care.docx": 0.85,
    "ambulance-boxes.pdf": 0.85,
    "association-mail-form.eml": 0.82,
    "borough-word.docx": 0.93,
    "bureau-letter.docx": 0.78,
    "county-parts.docx": 0.99,
    "county-stacked-cells.docx": 0.89,
    "department-two-page.pdf": 0.66,
    "emergency-label.docx": 0.82,
    "family-composition.docx": 0.84,
    "force-nominals.docx": 0.94,
    "force-unit-print.pdf": 0.87,
    "health-visitor.docx": 0.84,
    "homeless-prose.eml": 0.7,
    "homes-stacked.docx": 0.93,
    "hv-print.pdf": 0.91,
    "idva-arrows.eml": 0.91,
    "maternity-two-parents.docx": 0.86,
    "police-print.pdf": 0.88,
    "practice-letter.pdf": 0.84,
    "practice-merge-form.docx": 0.93,
    "probation-prose.docx": 0.79,
    "programme-partner.docx": 0.87,
    "recovery-choice-boxes.docx": 0.8,
    "recovery-prose.eml": 0.77,
    "refuge-house-paper.docx": 0.81,
    "refuge-move-on.eml": 0.67,
    "school-pasted-form.eml": 0.86,
    "school-pupil-first.docx": 0.75,
    "social-work-tabs.docx": 0.85,
    "supervision-sheet.docx": 0.87,
    "trust-form-print.pdf": 0.9,
    "trust-threeway.docx": 0.86,
    "unitary-parts.docx": 0.94,
    "university-columns.docx": 0.89,
    "victim-support-mail.eml": 0.88,
    "ward-adviser-html.eml": 0.68,
    "women-project.docx": 0.86,
}
NOT_YET_FOUND = {  # told by whose they are, in a mail's prose or at the head of a page, and left to a person
    "",
    "Imran Hussain: 27 Loom Street, Ashcombe",
    "Jamie Orrell: 17 Heron Court, Kestrel Rise, Dunmoor",
    "Kyle Stroud: 44b Tanner's Wharf, Pennhurst",
    "Prosper Nyathi: 14 Tannery Lane, Dunsby",
    "Rehana Choudhury: 204 Dyehouse Street, Kingsholme",
    "Tariq Hussain",
    "Tariq Hussain: 29 Loom Street, Ashcombe",
    "Wanda Krystyna Lisowska",
}
TOPICS_NOT_YET_KNOWN = {"separation", "other_people_hba"}


@pytest.fixture(scope="module")
def score():
    names = [truth["source"] for truth in TRUTHS]
    return scored({name: read(DRAWN / name, name).content for name in names}, TRUTHS)


def test_no_drawn_referral_has_another_critical_error_than_those_known(score):
    assert {error["what"] for error in score.critical} <= NOT_YET_FOUND


def test_no_drawn_referral_has_another_serious_error_than_those_known(score):
    assert {error["what"] for error in score.serious} <= TOPICS_NOT_YET_KNOWN


@pytest.mark.parametrize("name", FLOORS)
def test_a_drawn_referral_is_read_as_well_as_before(score, name):
    assert f1(score.file[name]) >= FLOORS[name]


def test_every_drawn_referral_has_a_floor():
    assert set(FLOORS) == {truth["source"] for truth in TRUTHS}
