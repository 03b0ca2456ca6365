"""Mails that Outlook saved, made here as it saves them."""

from datetime import UTC, date, datetime

import pytest

from marac.kernel.refusal import Refusal
from marac.opening import open_file
from marac.reading import read
from tests.reading import documents
from tests.reading.saved_mail import compound, msg

SENT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
SAID = {"sender": "Sam Okoro", "address": "s.okoro@harbourtrust.example.org", "to": "marac@westmoor.example.org"}


def test_its_sender_day_words_and_files_are_those_of_any_mail():
    mail = open_file(
        msg(("form.docx", b"PK" + bytes(9000)), subject="Referral", body="One\r\nTwo", sent=SENT, **SAID), "a.msg"
    )

    assert (mail.sender_name, mail.sender_address, mail.to) == tuple(SAID.values())
    assert (mail.subject, mail.sent_on, [block.text.words for block in mail.body]) == (
        "Referral",
        date(2026, 3, 4),
        ["One", "Two"],
    )
    assert [(name, len(content)) for name, content in mail.files] == [("form.docx", 9002)]


def test_a_form_that_came_in_one_is_read():
    form = documents.form([["Victim name", "Ada HOLLIS"], ["Date of birth", "01/02/1990"]])

    got = read(msg(("form.docx", form), body="See attached.", **SAID), "a.msg").content

    assert [(v["surname"], v["dob"]) for v in got["victims"]] == [("Hollis", "1990-02-01")]
    assert got["referrer"]["email"] == "s.okoro@harbourtrust.example.org"


def test_its_html_is_read_where_it_has_no_plain_words():
    html = "<p><b>Victim:</b> Ada Hollis, born 01/02/1990</p><script>Victim: Eve</script>"

    assert [v["forenames"] for v in read(msg(html=html, **SAID), "a.msg").content["victims"]] == ["Ada"]


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (msg(body="Hello", **SAID), "a.doc", "ending .msg"),
        (compound({"WordDocument": bytes(5000)}), "a.doc", "Old Word files"),
        (compound({"WordDocument": bytes(5000)}), "a.msg", "Old Word files"),
        (compound({"Workbook": bytes(5000)}), "a.xls", "old workbook"),
        (msg(subject="Referral"), "a.msg", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0".encode("utf-16-le") * 90, "a.msg", "damaged"),
    ],
)
def test_what_is_no_such_mail_is_refused_with_what_to_do(content, name, says):
    with pytest.raises(Refusal, match=says):
        open_file(content, name)
