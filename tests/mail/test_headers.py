"""Nothing that somebody typed becomes a header or a further recipient of a mail."""

import pytest

from marac.mail.letters import Letter
from marac.mail.transport import NotSent, send

BREAKS = ["\n", "\r", "\r\n", "\n ", "\r\n\t"]
FORGED = "Bcc: him@elsewhere.example.net"


@pytest.mark.parametrize("gap", BREAKS, ids=repr)
def test_a_line_break_in_an_address_sends_nothing(gap, mailoutbox):
    for address in (f"ada@agency.example.org{gap}{FORGED}", f"{gap}{FORGED}{gap}ada@agency.example.org"):
        with pytest.raises(NotSent):
            send(Letter(subject="Your account", body="Something waits."), to=address, name="one")

    assert mailoutbox == []


@pytest.mark.parametrize("gap", BREAKS, ids=repr)
def test_a_line_break_in_a_subject_sends_nothing(gap, mailoutbox):
    with pytest.raises(NotSent):
        send(Letter(subject=f"Your account{gap}{FORGED}", body="Waits."), to="ada@agency.example.org", name="one")

    assert mailoutbox == []


def test_what_looks_like_a_header_in_the_text_stays_text(mailoutbox):
    send(Letter(subject="Your account", body=f"{FORGED}\r\n\r\nWaits."), to="ada@agency.example.org", name="one")

    (sent,) = mailoutbox
    message = sent.message()
    assert (sent.recipients(), message["Bcc"], message["To"]) == (
        *(["ada@agency.example.org"], None, "ada@agency.example.org"),
    )
