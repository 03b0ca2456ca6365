"""`marac read FILE...`, as somebody runs it who wants to see what the engine makes of a form."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.reading import documents

FORM = documents.form([["Victim name", "Ada HOLLIS"], ["Favourite colour", "Green"]])


def test_each_file_gives_one_object_on_a_line_of_its_own(tmp_path):
    (tmp_path / "one.docx").write_bytes(FORM)
    (tmp_path / "two.eml").write_bytes(documents.mail("See attached.", ("form.docx", FORM)))
    told = StringIO()

    call_command("read", tmp_path / "one.docx", tmp_path / "two.eml", stdout=told)

    read = [json.loads(line) for line in told.getvalue().splitlines()]
    assert [(each["schema"], each["source"], each["victims"][0]["surname"]) for each in read] == [
        ("marac-intake/1", "one.docx", "Hollis"),
        ("marac-intake/1", "two.eml", "Hollis"),
    ]
    assert read[0]["reading"]["certainty"]["victims[0].surname"] == {"kind": "stated", "sure": "sure"}
    assert "Favourite colour: Green" in [each["text"] for each in read[0]["reading"]["unread"]]


def test_a_file_that_cannot_be_read_says_why_and_the_others_are_read(tmp_path):
    (tmp_path / "one.docx").write_bytes(FORM)
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    told = StringIO()

    with pytest.raises(CommandError, match="2 of 3 files"):
        call_command("read", tmp_path / "old.doc", tmp_path / "none.docx", tmp_path / "one.docx", stdout=told)

    read = [json.loads(line) for line in told.getvalue().splitlines()]
    assert [each.get("refusal", "")[:25] for each in read] == [
        "Old Word files (.doc) can",
        "The file cannot be opened",
        "",
    ]
