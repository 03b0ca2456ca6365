"""A coordinator works through the inbox by keyboard or mouse, one message after the other, and axe finds no fault."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.inbox.uploading import take_file
from tests import make
from tests.inbox.letters import SAMPLES, mail
from tests.journeys.conftest import agencies, area, cast, faults, meeting
from tests.journeys.steps import Coordinator

__all__ = ["agencies", "area", "cast", "faults", "meeting"]
FORM = "norbrook-tolliver.docx"


def three_messages_wait(marac):
    """The first about a case, which is given; the last with a form."""
    case = make.case(marac=marac)
    for content in (
        mail(f"About {case.reference}", "She has moved."),
        mail("A course for coordinators", "Places are free."),
        mail("Form", files=[(FORM, (SAMPLES / "intake" / FORM).read_bytes())]),
    ):
        take_file(viewer=make.system(), marac=marac, name="message.eml", content=content)
    return case


def brings_in(at_the_desk, saved, content):
    saved.write_bytes(content)
    at_the_desk.follows("Inbox", exact=True)
    at_the_desk.comes_to("Inbox")
    at_the_desk.presses("Bring in a file")
    at_the_desk.comes_to("Bring in a file")
    at_the_desk.hand.give(at_the_desk.page.get_by_label("Message or document", exact=True), saved)
    at_the_desk.presses("Bring it in")


@pytest.mark.parametrize("cast", ["mouse", "keyboard"], indirect=True)
def test_each_message_leads_to_the_next_until_none_waits(cast, faults, tmp_path):
    case = three_messages_wait(cast.marac)
    at_the_desk = cast.brings(Coordinator, Role.COORDINATOR, "office")

    brings_in(at_the_desk, tmp_path / "late.eml", mail("A late answer", "Nothing known of them."))
    at_the_desk.comes_to("A late answer")
    at_the_desk.presses("Keep as correspondence")

    at_the_desk.comes_to(f"About {case.reference}")
    at_the_desk.reads("Kept as correspondence")
    at_the_desk.presses("File with a case")
    at_the_desk.comes_to("File with a case")
    at_the_desk.presses("File with a case")

    at_the_desk.comes_to("A course for coordinators")
    at_the_desk.reads(f"Filed as information on a case, {case.reference}")
    at_the_desk.presses("Not ours")
    at_the_desk.comes_to("Not ours")
    at_the_desk.presses("Not ours")
    at_the_desk.reads("Say why this message is not ours")
    at_the_desk.judge(at_the_desk.page)
    at_the_desk.writes("Why it is not ours", "An advertisement.")
    at_the_desk.presses("Not ours")

    at_the_desk.comes_to("Form")
    at_the_desk.reads("An attached form reads as a referral.")
    at_the_desk.presses("Make it a referral")
    at_the_desk.comes_to("Check referral")
    at_the_desk.follows("Inbox", exact=True)
    at_the_desk.comes_to("Inbox")
    at_the_desk.reads("No message waits that fits this.")
    at_the_desk.presses("Record that you looked through it")
    at_the_desk.comes_to("Who looked through the inbox")
    at_the_desk.presses("I looked through the inbox of Norbrook")
    expect(at_the_desk.page.get_by_text("Nobody has recorded it yet.")).to_have_count(0)

    assert faults == []
