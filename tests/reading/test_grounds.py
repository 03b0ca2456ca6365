"""On which grounds a case is referred, from whatever list they are chosen in."""

import pytest

from marac.reading import read
from tests.reading import documents

BOX = [["Victim"], ["Name", "Ada HOLLIS"]]
WANTED = {"visible_high_risk": True, "professional_judgement": False, "potential_escalation": True, "repeat": False}
LISTS = {
    "boxes of one cell": [
        ["Tick every one\n☒ 14 or more on the checklist\n☐ Professional judgement\n☒ Call-outs rising\n☐ Heard before"]
    ],
    "a box in each cell": [
        ["☒ Dash score 14+", "☐ Worker's judgement"],
        ["☒ Three or more calls in 12 months", "☐ Already at MARAC in last 12 months"],
    ],
    "yes and no beside each": [
        ["14 or more on the risk list", "Yes"], ["Our own judgement", "No"], ["More incidents, or worse", "Yes"],
        ["Back within 12 months of a MARAC", "No"],
    ],
}  # fmt: skip


def grounds(content: bytes):
    return read(content, "form.docx").content["criteria"]


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_a_list_of_grounds_is_read_under_whatever_heading(rows):
    assert grounds(documents.form(BOX, [["Why are you sending this to us?"], *rows])) == WANTED


def test_grounds_in_one_line_each_with_its_answer():
    told = "Criteria ....... High risk score - YES / Judgement - NO / Escalation - YES / Repeat - NO"

    assert grounds(documents.lines("Victim", "Name: Ada HOLLIS", told)) == WANTED


def test_one_ground_by_itself_is_no_list():
    told = documents.form(BOX, [["Are things getting worse?", "Yes"], ["Any pets?", "No"]])

    assert grounds(told)["visible_high_risk"] is None
    assert grounds(told)["professional_judgement"] is None


@pytest.mark.parametrize("words", ["Dash score of 14 or more: NO (score 11)", "14+ on the Dash: N (11 recorded)"])
def test_the_score_is_what_was_reached_and_not_what_is_asked(words):
    told = documents.lines("Victim", "Name: Ada HOLLIS", "Grounds", words, "Professional judgement: YES")

    assert read(told, "form.docx").content["checklist"]["score_stated"] == 11
