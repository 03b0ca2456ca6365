"""The Word file of the minutes: every name filled, nothing marked up by a value, nothing said of its maker."""

import io

import pytest
from docx import Document

from marac.documents.merge import fill, names_in
from marac.minutes.letters import file_name, minutes_letter
from marac.papers.fields import FIELDS, Paper, is_shaped_as
from marac.papers.queries import ours

OURS = ours(Paper.MINUTES)

CONTENT = {
    "marac": "Northmoor",
    "marking": "OFFICIAL-SENSITIVE",
    "confidentiality": "What is said here is confidential.",
    "held_on": "2026-03-03",
    "starts_at": "09:30",
    "venue": "Town Hall",
    "chair": "",
    "present": [{"agency": "Police", "name": "Ida Stone", "capacity": "chair"}],
    "apologies": [{"agency": "Health", "name": "Bo Lake", "sent": True}],
    "observers": [],
    "quorum": {"present": 4, "needed": 3, "absent": ["Probation"]},
    "overdue": [
        {
            "case_id": 1,
            "reference": "NM/25/9",
            "agency": "Probation",
            "task": "Ring the officer.",
            "due_on": "2026-02-02",
        }
    ],
    "cases": [
        {
            "case_id": 1,
            "reference": "NM/26/001",
            "kind": "repeat",
            "state": "heard",
            "reason": "",
            "spoke_for_victim": "The adviser",
            "wishes": "To stay & be safe <b>",
            "possible_harm": "First line\nsecond line",
            "contributory": "",
            "supportive": "",
            "conclusion": "{{ marking }}",
            "who_tells": "The adviser, by phone",
            "actions": [
                {"agency": "Housing", "task": "Fit new locks.", "risk": "He has a key.", "due_on": "2026-03-10"}
            ],
            "lines": [
                {
                    "agency": "Police",
                    "kind": "opinion",
                    "text": "Likely to happen again.",
                    "source": "Officer",
                    "dated_on": "2026-02-20",
                    "summary": True,
                }
            ],
        },
    ],
}


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([each.text for each in document.paragraphs] + cells)


def test_the_template_asks_for_exactly_what_the_letter_gives():
    letter = minutes_letter(CONTENT, 1, "12 abc")

    assert names_in("minutes.docx") == set(letter)
    assert is_shaped_as(letter, FIELDS[Paper.MINUTES])


@pytest.mark.parametrize(
    "said",
    [
        "NM/26/001",
        "Repeat",
        "Professional opinion",
        "Officer, 20/02/2026",
        "Bo Lake",
        "Fit new locks.",
        "10/03/2026",
        "Ring the officer.",
        "02/02/2026",
        "Not there: Probation.",
    ],
)
def test_the_minutes_say(said):
    assert said in words(fill(OURS, minutes_letter(CONTENT, 1, "12 abc")))


def test_a_value_is_text_whatever_it_holds():
    written = words(fill(OURS, minutes_letter(CONTENT, 1, "12 abc")))

    assert "To stay & be safe <b>" in written
    assert "{{ marking }}" in written


def test_what_is_blank_is_said_to_be_blank():
    assert minutes_letter(CONTENT, 1, "12 abc")["cases"][0]["contributory"] == "Nothing recorded"
    assert "None recorded." in words(fill(OURS, minutes_letter(CONTENT, 1, "12 abc")))


def test_the_file_says_nothing_of_who_made_it_or_whom_it_is_about():
    properties = Document(io.BytesIO(fill(OURS, minutes_letter(CONTENT, 1, "12 abc")))).core_properties

    assert (properties.author, properties.last_modified_by) == ("", "")
    assert file_name(CONTENT, 2) == "2026-03-03-minutes-issue-2.docx"
