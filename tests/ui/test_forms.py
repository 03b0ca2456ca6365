"""What every form knows of itself."""

import pytest

from marac.ui.fields import HiddenField, TextField
from marac.ui.forms import Form


class Note(Form):
    text = TextField(label="Note")
    revision = HiddenField()


@pytest.mark.parametrize(
    ("said", "opened_at"),
    [("3", 3), ("0", 0), ("", -1), ("-1", -1), ("x", -1), ("²", -1), ("٣", -1), ("9" * 5_000, -1)],
)
def test_a_page_that_says_no_revision_is_older_than_any(said, opened_at):
    assert Note({"text": "Seen", "revision": said}).opened_at == opened_at
    assert Note({"text": "Seen"}).opened_at == -1


def test_what_was_typed_stays_when_the_page_is_opened_again():
    sent = {"text": "Seen", "revision": "3"}
    form = Note(sent)
    form.open_again_at(5)
    assert (form.opened_at, form["text"].value(), sent["revision"]) == (5, "Seen", "3")
