"""Letters about an account: the page does not wait for them, and nothing of them is kept once they have left."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from marac.invitations import operations as invitations
from marac.kernel.refusal import Refusal
from marac.mail import operations
from marac.mail.models import Outgoing
from marac.mail.post import send_due
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    """Invited today, in a role that begins next year."""
    area = make.marac()
    given = {
        "marac": area,
        "agency": make.agency(marac=area),
        "role": "chair",
        "from_on": make.TODAY.replace(year=2027),
    }
    more = {"email": "kim@agency.example.org", "name": "Kim Lark", "at": timezone.now()}
    return invitations.invite(viewer=make.system(), **given, **more).user


def leave(minutes=0):
    """The mail round, some minutes from now."""
    return send_due(make.system(), lambda: timezone.now() + timedelta(minutes=minutes))


def kept():
    return sorted((row.state, bool(row.letter)) for row in Outgoing.objects.all())


def test_a_letter_waits_for_the_mail_server_and_its_words_are_gone_once_it_has_left(post, kim):
    post.answer = "451 Try again later"
    first = (leave(), kept())
    post.answer = ""
    second = (leave(6), kept())

    assert (first, second) == ((0, [("queued", True)]), (1, [("sent", False)]))
    ((to, message),) = post.taken
    assert (to, message["Subject"]) == ("kim@agency.example.org", "Your account")
    assert "/account/invitations/" in message.get_payload()


def test_the_page_of_a_person_says_when_the_link_has_left(client, post, kim):
    marac = kim.membership_set.get().marac
    make.signed_in(client, marac=marac, agency=kim.membership_set.get().agency)
    page = f"/account/people/{kim.pk}/account/"
    before = client.get(page).content.decode()
    leave()
    after = client.get(page).content.decode()

    assert "The mail with it: Waiting to be sent</p>" in before
    assert "The mail with it: Sent, " in after


def test_a_link_that_was_withdrawn_or_made_again_does_not_leave(post, kim):
    invitations.renew(viewer=make.system(), user=kim, at=timezone.now())
    leave()
    invitations.renew(viewer=make.system(), user=kim, at=timezone.now())
    invitations.withdraw(viewer=make.system(), user=kim, at=timezone.now())
    leave()

    assert len(post.taken) == 1
    assert kept() == [("sent", False), ("stopped", False), ("stopped", False)]


def test_a_letter_that_could_not_be_sent_is_not_kept_to_be_sent_again(post, kim, settings):
    settings.MAIL_ATTEMPTS, post.answer = 1, "550 No such person"
    leave()

    assert kept() == [("given_up", False)]
    with pytest.raises(Refusal, match="Send a new one"):
        operations.try_again(viewer=make.system(), notice=Outgoing.objects.get())


def test_a_letter_moved_to_a_row_for_another_address_is_not_sent(post, kim):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE marac_outgoing SET address = 'thief@agency.example.org'")

    assert (leave(), post.taken, kept()) == (0, [], [("queued", True)])
