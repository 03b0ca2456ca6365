"""The inbox day: 60 mixed messages on a real mail server, the fetch killed twice, and every message here once."""

import random
from collections import Counter

import pytest

from marac.actions import operations as actions
from marac.documents import store
from marac.inbox.models import Message
from tests import elsewhere, make
from tests.inbox.letters import SAMPLES, mail
from tests.mailboxes import server as servers

FORMS = ("norbrook-tolliver.docx", "southmarsh-referral.docx", "avonbrook-referral.pdf", "eastmere-referral.docx")
FOLDERS = ("INBOX", "Done", "Junk", "Deleted Items", "OpenMARAC")


@pytest.fixture
def case(area, homes):
    made = make.case(marac=area, seen_by=(homes,))
    actions.set_action(viewer=make.system(), case=made, agency=homes, task="Change the locks", due_on=make.TODAY)
    return made


def sixty(case):
    """Ten of each kind; by its subject each is known. People and agencies are invented."""
    forms = [(SAMPLES / "intake" / name).read_bytes() for name in FORMS]
    made = []
    for n in range(10):
        form = [(FORMS[n % 4], forms[n % 4])]
        made += [
            (f"Referral {n}", mail(f"Referral {n}", "Please find a form attached.", files=form)),
            (f"News {n}", mail(f"News {n}", f"About {case.reference}: she has moved.")),
            (f"Done {n}", mail(f"Done {n}", f"Re {case.reference}: our action is done.")),
            (f"Question {n}", mail(f"Question {n}", "Who comes to the meeting?")),
            (f"Stranger {n}", mail(f"Stranger {n}", "Hello.", sender="una@example.net")),
            (f"Offer {n}", mail(f"Offer {n}", "Toner.", sender="shop@example.net", List_Unsubscribe="<x@example.net>")),
        ]
    return made


def fetching():
    return elsewhere.start("django.core.management.call_command", "inbox", "fetch")


def killed_after(number):
    elsewhere.kill_when(fetching(), lambda: Message.objects.count() >= number)


def shuffled(outlook, chance):
    """What people at Outlook do meanwhile: move, copy, mark read or unread."""
    for folder in FOLDERS:
        outlook.select_folder(folder)
        for number in outlook.search():
            act = chance.random()
            if act < 0.2:
                outlook.move([number], chance.choice([each for each in FOLDERS if each != folder]))
            elif act < 0.3:
                outlook.copy([number], chance.choice(FOLDERS))
            else:
                outlook.set_flags([number], [b"\\Seen"] if act < 0.6 else [])


def test_sixty_messages_and_two_kills_leave_each_message_here_once(
    transactional_db, area, coordinator, homes, case, set_up, mail_server
):
    chance, letters = random.Random(60), sixty(case)
    chance.shuffle(letters)
    set_up()
    with mail_server.opened() as outlook:
        for number, (_subject, content) in enumerate(letters):
            outlook.append(FOLDERS[0] if number % 7 else "Junk", content)
            if number % 10 == 0:
                outlook.append("INBOX", content)
        killed_after(chance.randrange(8, 20))
        first = Message.objects.count()
        shuffled(outlook, chance)
        killed_after(first + chance.randrange(10, 20))
        second = Message.objects.count()
        shuffled(outlook, chance)
    while Message.objects.count() < 60 and fetching().wait() == 0:
        pass
    last = fetching()
    said, _nothing = last.communicate()

    assert 0 < first < second < 60
    assert Counter(Message.objects.values_list("subject", flat=True)) == Counter(subject for subject, _ in letters)
    assert said.split("\n")[1] == "0 messages taken"
    assert set(mail_server.folders(servers.ACCOUNT)) == {"OpenMARAC"}
    for message in Message.objects.select_related("document"):
        kept = store.fetch(message.document.stored_as, message.document.sha256)
        assert f"Subject: {message.subject}".encode() in kept
    assert Counter(Message.objects.values_list("proposed", flat=True)) == {
        **{"referral": 10, "information": 10, "action": 10, "letter": 20, "not_ours": 10}
    }
