"""Mail on a real server is taken in once, with its original, whatever people do to it meanwhile."""

import pytest
from django.utils import timezone

from marac.documents import store
from marac.inbox import fetching
from marac.inbox.models import Message
from marac.inbox.operations import filing
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.mailboxes.models import Mailbox
from marac.mailboxes.operations import close_mailbox
from tests import make
from tests.documents.conftest import MARK, clamd, no_clamd, running_clamd
from tests.inbox.letters import SAMPLES, mail

__all__ = ["clamd", "no_clamd", "running_clamd"]
pytestmark = pytest.mark.django_db


def fetch(mailbox):
    """As the tick does; gives how many were new."""
    mailbox.refresh_from_db()
    return fetching.fetch(make.system(), mailbox, timezone.now)


def subjects():
    return sorted(Message.objects.values_list("subject", flat=True))


@pytest.fixture
def box(request, set_up, mail_server):
    """A mailbox of its own for each test, empty, with Outlook open beside it."""
    number = request.node.name.encode()
    account = f"box{sum(number) % 8 + 1}@northmoor.example.org"
    with mail_server.opened(account) as outlook:
        for _flags, _between, name in outlook.list_folders():
            outlook.select_folder(name)
            outlook.delete_messages(outlook.search())
            outlook.expunge()
        yield set_up(account=account), outlook


def test_each_message_is_taken_once_with_its_original_and_then_moved(box, mail_server):
    mailbox, outlook = box
    outlook.append("INBOX", mail("First", results="x"))
    outlook.append("INBOX", mail("Second"))

    assert (fetch(mailbox), fetch(mailbox), subjects()) == (2, 0, ["First", "Second"])
    assert mail_server.folders(mailbox.account) == {"OpenMARAC": 2}
    kept = Message.objects.get(subject="Second").document
    assert b"Subject: Second" in store.fetch(kept.stored_as, kept.sha256)


def test_marks_of_outlook_change_nothing(box):
    mailbox, outlook = box
    outlook.append("INBOX", mail("Read"), flags=[b"\\Seen", b"\\Answered"])
    outlook.append("INBOX", mail("Flagged"), flags=[b"\\Flagged"])
    fetch(mailbox)
    outlook.select_folder("OpenMARAC")
    outlook.remove_flags(outlook.search(), [b"\\Seen"])

    assert (fetch(mailbox), subjects()) == (0, ["Flagged", "Read"])


@pytest.mark.parametrize("folder", ["Done", "Junk", "Deleted Items", "OpenMARAC"])
def test_what_somebody_moved_before_it_was_taken_is_found_where_it_went(box, folder):
    mailbox, outlook = box
    fetch(mailbox)
    outlook.append("INBOX", mail("Moved away"))
    outlook.select_folder("INBOX")
    outlook.move(outlook.search(), folder)

    assert (fetch(mailbox), fetch(mailbox), subjects()) == (1, 0, ["Moved away"])
    assert Message.objects.get().found_in == folder


def test_drafts_and_what_the_office_sent_are_left_alone(box, mail_server):
    mailbox, outlook = box
    outlook.append("Drafts", mail("Half written"))
    outlook.append("Sent Items", mail("Sent by us"))

    assert fetch(mailbox) == 0
    assert mail_server.folders(mailbox.account) == {"Drafts": 1, "Sent Items": 1}


def test_what_is_put_into_the_inbox_again_or_copied_is_known_again(box, mail_server):
    mailbox, outlook = box
    outlook.append("INBOX", mail("Once"))
    outlook.append("INBOX", mail("Once"))
    fetch(mailbox)
    outlook.select_folder("OpenMARAC")
    outlook.copy(outlook.search(), "INBOX")
    outlook.move(outlook.search(), "Done")

    assert (fetch(mailbox), subjects()) == (0, ["Once"])
    assert mail_server.folders(mailbox.account) == {"OpenMARAC": 4}


def test_a_copy_that_a_server_wrapped_anew_is_known_again(box):
    mailbox, outlook = box
    plain = mail("Wrapped", "One\nTwo\n", files=[("a.pdf", b"%PDF-1.4 words")])
    outlook.append("INBOX", plain)
    fetch(mailbox)
    boundary = plain.split(b'boundary="')[1].split(b'"')[0]
    outlook.append("INBOX", b"Received: from mx.example.org\r\n" + plain.replace(boundary, b"another"))

    assert (fetch(mailbox), subjects()) == (0, ["Wrapped"])


def test_another_message_under_the_same_number_is_taken_too_and_said_so(box, coordinator):
    mailbox, outlook = box
    outlook.append("INBOX", mail("The true one", number="one"))
    outlook.append("INBOX", mail("Another", number="one"))

    assert (fetch(mailbox), subjects()) == (2, ["Another", "The true one"])


def test_a_folder_that_was_made_again_changes_nothing(box):
    """Its mark (UIDVALIDITY) and all numbers in it are then others."""
    mailbox, outlook = box
    outlook.append("INBOX", mail("Kept"))
    fetch(mailbox)
    before = Mailbox.objects.get().taken_mark
    outlook.select_folder("OpenMARAC")
    outlook.move(outlook.search(), "Done")
    outlook.unselect_folder()
    outlook.delete_folder("OpenMARAC")

    assert (fetch(mailbox), fetch(mailbox), subjects()) == (0, 0, ["Kept"])
    assert Mailbox.objects.get().taken_mark != before


def test_what_is_too_large_is_not_opened_and_not_lost(box, settings, mail_server):
    mailbox, outlook = box
    settings.MAX_UPLOAD_BYTES = 2000
    outlook.append("INBOX", mail("Large", "x" * 70 + "\n" + "words\n" * 500))

    assert (fetch(mailbox), fetch(mailbox), subjects()) == (1, 0, ["Large"])
    message = Message.objects.get()
    assert (message.only_head, message.look["lines"]) == (True, [])
    assert mail_server.folders(mailbox.account) == {"OpenMARAC": 1}


def test_what_cannot_be_opened_is_taken_as_it_is(box):
    mailbox, outlook = box
    outlook.append("INBOX", b"\xff\xfe\x00 no mail at all \xff")

    assert (fetch(mailbox), fetch(mailbox)) == (1, 0)
    assert Message.objects.get().state == "waiting"


def test_a_form_is_proposed_as_a_referral_and_becomes_one(box, coordinator):
    mailbox, outlook = box
    outlook.append("INBOX", (SAMPLES / "intake/calderwick-email.eml").read_bytes())
    fetch(mailbox)
    message = Message.objects.get()

    made = filing.make_referral(viewer=coordinator, message=message, revision=message.revision)

    message.refresh_from_db()
    assert (message.proposed, message.state, message.referral) == ("referral", "referral", made)
    assert made.document == message.document


def test_what_was_there_before_the_mailbox_was_set_up_stays(box, set_up, mail_server):
    mailbox, outlook = box
    outlook.append("INBOX", mail("Old"), msg_time=timezone.datetime(2020, 1, 1))

    assert fetch(mailbox) == 0
    assert mail_server.folders(mailbox.account) == {"INBOX": 1}


def test_a_wrong_password_is_noted_not_tried_each_minute_and_told_after_the_areas_hours(
    set_up, coordinator, area, police
):
    make.member(make.Role.COORDINATOR, marac=area, agency=police)
    mailbox, now = set_up(secret="another"), timezone.now()
    later = [now + timezone.timedelta(hours=hours) for hours in (0, 3, 5, 6)]

    for at in later:
        mailbox.refresh_from_db()
        assert fetching.fetch(make.system(), mailbox, lambda at=at: at) == 0
        assert fetching.fetch_due(make.system(), lambda at=at: at) == 0

    mailbox.refresh_from_db()
    assert (mailbox.attempts, mailbox.failing_since_at) == (4, now)
    assert mailbox.said == "The mail server refuses the account name or the password."
    assert Outgoing.objects.filter(kind="inbox").count() == 1


def test_a_mailbox_that_answers_again_is_no_alarm_any_more_and_a_closed_one_is_not_asked(box, mail_server, coordinator):
    mailbox, outlook = box
    outlook.append("INBOX", mail("After all"))
    fetching.note_failed(viewer=make.system(), mailbox=mailbox, at=timezone.now(), said="away")

    assert fetch(mailbox) == 1
    mailbox.refresh_from_db()
    assert (mailbox.failing_since_at, mailbox.said) == (None, "")
    close_mailbox(viewer=coordinator, mailbox=mailbox)
    assert fetching.fetch_due(make.system(), timezone.now) == 0


def test_a_message_that_the_scanner_does_not_take_waits_and_keeps_no_other_waiting(box, clamd, mail_server):
    mailbox, outlook = box
    outlook.append("INBOX", mail("Too large for it", files=[("scan.pdf", bytes(2_000_000))]))
    outlook.append("INBOX", mail("The next"))

    assert (fetch(mailbox), subjects()) == (1, ["The next"])
    assert mail_server.folders(mailbox.account) == {"INBOX": 1, "OpenMARAC": 1}
    mailbox.refresh_from_db()
    assert "waits on the mail server" in mailbox.said


def test_nothing_is_opened_while_the_scanner_is_away_and_all_once_it_is_back(box, no_clamd, running_clamd, settings):
    mailbox, outlook = box
    outlook.append("INBOX", mail("Waits"))
    assert (fetch(mailbox), subjects()) == (0, [])

    settings.CLAMD = str(running_clamd)

    assert (fetch(mailbox), subjects()) == (1, ["Waits"])


def test_a_harmful_message_is_kept_and_opened_to_nobody(box, clamd):
    mailbox, outlook = box
    outlook.append("INBOX", mail("Harmful", files=[("form.docx", MARK)]))

    assert fetch(mailbox) == 1
    taken = Message.objects.get()
    assert (taken.subject, taken.document.scan) == ("Harmful", "harmful")
    assert taken.not_read
    with pytest.raises(Refusal):
        filing.make_referral(viewer=make.system(), message=taken, revision=taken.revision)
