"""What an area taught the reader about a form of its own."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from marac.kernel.refusal import Refusal
from marac.reading import Lesson, read, read_safely
from tests.reading import documents

ROWS = [
    ["The lady", "Ada HOLLIS"],
    ["Came into the world", "01/02/1990"],
    ["Ring her?", "Only when he is out"],
    ["Her line", "07700 900111"],
    ["The gentleman", "Cal REEVE"],
    ["His roof", "4 Mill Row, Westmoor ZZ1 4AB"],
    ["Office use", "Ada is on the blue list"],
]
MEANS = {
    "The lady": "victim.name",
    "Came into the world": "victim.dob",
    "Ring her?": "victim.safe_to_call",
    "Her line": "victim.phone",
    "The gentleman": "perpetrator.name",
    "His roof": "perpetrator.address",
    "Office use": "ignore",
}
TAUGHT = Lesson.from_plain({"form": [label for label, _ in ROWS], "labels": MEANS})
FORM = documents.form(ROWS)


def test_a_form_in_words_of_its_own_names_nobody_until_it_is_taught():
    assert read(FORM, "form.docx").content["victims"] == []

    got = read(FORM, "form.docx", [TAUGHT]).content

    assert [(v["surname"], v["dob"]) for v in got["victims"]] == [("Hollis", "1990-02-01")]
    assert [p["addresses"][0]["postcode"] for p in got["perpetrators"]] == ["ZZ1 4AB"]


def test_a_lesson_says_what_a_label_means_and_never_that_a_number_is_safe():
    phone = read(FORM, "form.docx", [TAUGHT]).content["victims"][0]["phones"][0]

    assert (phone["number"], phone["safe_to_call"]) == ("07700900111", None)


def test_a_lesson_is_for_its_own_form_only():
    other = documents.form([["The lady", "Eve FRAY"], ["Colour", "Green"]])

    assert read(other, "form.docx", [TAUGHT]).content["victims"] == []


def test_a_form_that_lost_a_label_is_still_the_form_that_was_taught():
    assert len(read(documents.form(ROWS[:-1]), "form.docx", [TAUGHT]).content["victims"]) == 1


def test_it_is_plain_data_that_crosses_to_the_limited_process():
    assert Lesson.from_plain(json.loads(json.dumps(TAUGHT.as_plain()))) == TAUGHT
    assert len(read_safely(FORM, "form.docx", [TAUGHT]).content["victims"]) == 1


def test_a_lesson_that_names_no_field_is_refused():
    with pytest.raises(Refusal) as refusal:
        Lesson.from_plain({"form": ["Shoes"], "labels": {"Shoes": "victim.shoe_size"}})

    assert "victim.shoe_size" in refusal.value.sentence


def test_the_command_reads_with_a_lesson(tmp_path):
    (tmp_path / "form.docx").write_bytes(FORM)
    (tmp_path / "lesson.json").write_text(json.dumps({"form": [label for label, _ in ROWS], "labels": MEANS}))
    told = StringIO()

    call_command("read", tmp_path / "form.docx", "--lesson", tmp_path / "lesson.json", stdout=told)

    assert json.loads(told.getvalue())["victims"][0]["surname"] == "Hollis"
