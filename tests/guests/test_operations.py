"""A link for one referral: for a verified agency, with a code apart from it, in one browser, once, and not for long."""

from datetime import timedelta

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.drafts import operations as drafts
from marac.guests import operations
from marac.guests.models import GuestLink
from marac.guests.queries import as_guest, guest_of
from marac.guests.rules import LETTERS, MOST_TRIES, code_mark, new_letters
from marac.kernel.refusal import Refusal
from marac.mail import queries as mail
from marac.mail.letters import unsealed
from marac.mail.models import Outgoing
from marac.referrals.models import Referral
from tests import make
from tests.guests.conftest import make_link

pytestmark = pytest.mark.django_db


def opened(made, code=None, browser="one", at=make.NOON):
    code = made.code if code is None else code
    return operations.open_link(viewer=make.system(), token=made.token, code=code, browser=browser, at=at)


def written(link, act=drafts.write, at=make.NOON, **given):
    guest = as_guest(link, make.TODAY, at)
    return operations.write(viewer=guest, link=link, act=act, at=at, **given)


def sent(link, at=make.NOON):
    guest = as_guest(link, make.TODAY, at)
    return operations.send(viewer=guest, link=link, revision=Referral.objects.get(guestlink=link).revision, at=at)


def wrong(code):
    return "".join(LETTERS[(LETTERS.index(each) + 1) % len(LETTERS)] for each in code)


def test_the_mail_names_nobody_has_no_code_and_is_sealed_until_it_leaves(made, area):
    row = Outgoing.objects.get()

    assert (row.address, row.user, row.kind, row.state) == ("ines@example.org", None, "guest", "queued")
    assert made.token not in row.letter
    letter = unsealed(row.letter, row.sealed_for())
    text = f"{letter.subject} {letter.body}"
    assert made.token in text
    for word in (made.code, "MARAC", "Norbrook", "Mill Lane", "ines", "referral"):
        assert word not in text.replace(made.token, "")


def test_it_leaves_with_the_mail_round_and_not_once_it_is_withdrawn(made, viewer):
    row = Outgoing.objects.get()
    assert mail.no_longer_theirs([row], make.TODAY) == set()

    operations.withdraw(viewer=viewer, link=made.link, at=make.NOON)

    row.refresh_from_db()
    assert (row.state, row.letter) == ("stopped", "")


def test_neither_link_nor_code_is_kept_readable(made):
    for row in (GuestLink.objects.values().get(), *AuditEvent.objects.values()):
        assert made.token not in str(row)
        assert made.code not in str(row)


@pytest.mark.parametrize(("address", "domains"), [("ines@elsewhere.example.com", "example.org"), ("i@example.org", "")])
def test_without_the_agencys_own_domain_somebody_says_how_it_was_verified(viewer, area, surgery, address, domains):
    surgery.mail_domains = domains

    with pytest.raises(Refusal, match="Say how you verified it"):
        make_link(viewer, area, surgery, address)

    assert make_link(viewer, area, surgery, address, checked="Rang the switchboard").link.checked


def test_only_the_office_of_that_area_makes_sees_and_withdraws_links(made, viewer, area, office, surgery):
    others = [
        make.viewer(role, maracs=[area], agency=office) for role in (Role.REPRESENTATIVE, Role.REFERRER, Role.CHAIR)
    ]
    elsewhere = make.viewer(maracs=[make.marac("Westerby")], agency=office)

    for other in (*others, elsewhere):
        assert not GuestLink.objects.visible_to(other).exists()
        with pytest.raises((Unseen, Refusal)):
            make_link(other, area, surgery)
        with pytest.raises((Unseen, Refusal)):
            operations.withdraw(viewer=other, link=made.link, at=make.NOON)


def test_the_right_code_opens_it_and_makes_a_draft_of_the_agency(made, surgery):
    link = opened(made, code=f" {made.code[:4].upper()} {made.code[4:]} ")

    assert link.referral.agency == surgery
    assert (link.referral.state, link.referral.return_group) == ("draft", "primary_care")
    assert link.referral.content["referrer"] == {"agency": "Mill Lane Surgery", "email": "ines@example.org"}


def test_the_link_alone_opens_nothing(made):
    assert opened(made, code="") is None
    assert not Referral.objects.exists()


def test_a_second_browser_is_refused_with_link_and_code(made):
    opened(made, browser="one")

    assert opened(made, browser="two") is None
    assert opened(made, browser="one") is not None
    assert guest_of(made.link.pk, "two", make.NOON, make.TODAY) is None
    assert guest_of(made.link.pk, "one", make.NOON, make.TODAY) is not None


def test_ten_wrong_codes_close_it_for_good_also_for_the_right_one(made):
    for _each in range(MOST_TRIES):
        assert opened(made, code=wrong(made.code)) is None

    assert opened(made) is None
    assert GuestLink.objects.get().tries == MOST_TRIES


def test_it_does_not_last_longer_than_the_area_says(made):
    late = make.NOON + timedelta(days=7, seconds=1)

    assert opened(made, at=late - timedelta(seconds=1)) is not None
    assert opened(made, at=late) is None
    assert guest_of(made.link.pk, "one", late, make.TODAY) is None
    with pytest.raises(Refusal, match="does not work any more"):
        written(GuestLink.objects.get(), at=late, changes={"views.wants": "x"})


def test_once_withdrawn_nothing_more_is_written(made, viewer):
    link = opened(made)
    operations.withdraw(viewer=viewer, link=link, at=make.NOON)

    with pytest.raises((Unseen, Refusal)):
        written(link, changes={"views.wants": "x"})
    assert opened(made) is None


def test_it_writes_on_its_own_referral_and_no_other(made, viewer, area, surgery):
    other = make_link(viewer, area, surgery, address="bo@example.org")
    link, others = opened(made), opened(other, browser="two")

    written(link, changes={"views.wants": "To stay"})

    assert Referral.objects.get(guestlink=link).content["views"] == {"wants": "To stay"}
    assert "views" not in Referral.objects.get(guestlink=others).content


def test_it_is_used_once_and_its_receipt_says_nothing(made):
    link = opened(made)
    receipt = sent(link)

    referral = Referral.objects.get()
    assert (referral.state, len(receipt), str(referral.pk) in receipt) == ("submitted", 8, False)
    assert opened(made) is None
    with pytest.raises((Unseen, Refusal)):
        sent(link)
    with pytest.raises((Unseen, Refusal)):
        written(link, changes={"views.wants": "x"})


def test_the_same_code_has_another_mark_for_each_link():
    assert code_mark("abcdefgh", "1") != code_mark("abcdefgh", "2")
    assert len({new_letters(8) for _each in range(200)}) == 200


def test_each_step_is_in_the_trail(made, viewer):
    opened(made, code=wrong(made.code))
    link = opened(made)
    written(link, changes={"views.wants": "To stay"})
    sent(link)

    names = set(AuditEvent.objects.filter(name__startswith="Guest").values_list("name", flat=True))
    assert names == {"GuestLetterQueued", "GuestLinkMade", "GuestLinkTried", "GuestWrote", "GuestLinkUsed"}
