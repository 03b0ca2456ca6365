"""Inviting people, choosing one's own password, lost factors, and accounts that are stopped."""

import re
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from marac.access.fresh import FACTOR_AT
from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.accounts.models import Membership, User
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.invitations import operations
from marac.invitations.models import Invitation
from marac.kernel.refusal import Refusal
from marac.mail.letters import unsealed
from marac.mail.models import Outgoing
from marac.mail.post import send_due
from marac.signin.queries import factors_of
from tests import make
from tests.signin.test_entering import WRONG, is_in, password, second

pytestmark = pytest.mark.django_db
NEW = "four words unlike each other"
ADD = "/account/people/add/"
FRESH = ["people/add/", "people/{pk}/account/stop/", "people/{pk}/roles/add/", "factors/codes/"]


@pytest.fixture
def coordinator(client, area, police):
    return make.signed_in(client, marac=area, agency=police)


@pytest.fixture
def given(area, police):
    return {
        "email": "Kim@Police.example.org",
        "name": "Kim Lark",
        "marac": str(area.pk),
        "agency": str(police.pk),
        "role": "chair",
        "from_on": "1/1/2026",
    }


@pytest.fixture
def two(area, police):
    """Two coordinators, each at their own client."""
    clients = [Client(), Client()]
    for each in clients:
        make.enter(each, make.member(Role.COORDINATOR, marac=area, agency=police))
    return clients


def link_in(page):
    return re.search(r'id="link">http://[^/]+(/[^<]+)<', page)[1]


def leave(at=None):
    """The mail round."""
    send_due(make.system(), lambda: at or timezone.now())


def change(client, person, way):
    return client.post(f"/account/people/{person.pk}/account/{way}/")


def reset(client, person, way):
    return client.post(f"/account/people/factor/{person.pk}/", {"way": way}, follow=True)


def as_viewer(area, user=None, role=Role.COORDINATOR):
    return make.viewer(role, maracs=[area], user=user)


def test_who_is_invited_chooses_a_password_sets_up_a_factor_and_is_in(client, coordinator, given, text):
    page = text(client.post(ADD, given))
    kim = User.objects.get(email="kim@police.example.org")
    assert not kim.has_usable_password()
    theirs = Client()

    first = theirs.get(link_in(page))
    weak = text(theirs.post(first.url, {"password": "short"}))
    answer = theirs.post(first.url, {"password": NEW})

    assert (first.url, answer.url) == ("/account/join/", "/account/factors/first/")
    assert "at least 15 characters" in weak
    assert not is_in(theirs)
    assert User.objects.get(pk=kim.pk).check_password(NEW)
    assert "does not work any more" in text(Client().get(link_in(page), follow=True))
    assert [event.name for event in AuditEvent.objects.filter(name__startswith="Invitation")] == [
        "InvitationMade",
        "InvitationUsed",
    ]


def test_the_mail_names_nobody_and_says_not_what_this_is(client, coordinator, given, mailoutbox):
    client.post(ADD, given)
    at_once = list(mailoutbox)
    leave()

    (sent,) = mailoutbox
    mail = sent.subject + sent.body

    assert (at_once, sent.to, sent.subject) == ([], ["kim@police.example.org"], "Your account")
    assert [word for word in ("Kim Lark", "Northmoor", "MARAC meeting", "abuse") if word in mail] == []
    assert "/account/invitations/" in mail


def test_where_mail_leaves_the_office_does_not_see_the_link(client, coordinator, given, settings, text):
    settings.EMAIL_HOST = "mail.example.org"

    page = text(client.post(ADD, given))

    assert ("The link is on its way" in page, "/account/invitations/" in page) == (True, False)


def test_the_secret_of_a_link_is_kept_nowhere_readable(client, coordinator, given, text):
    token = link_in(text(client.post(ADD, given))).rstrip("/").rpartition("/")[2]

    kept = str(list(Invitation.objects.values())) + str(list(AuditEvent.objects.values()))
    letter = Outgoing.objects.get()
    leave()

    assert token not in kept + str(vars(letter))
    assert letter.letter not in kept
    assert token in unsealed(letter.letter, letter.sealed_for()).body
    assert [row.letter for row in Outgoing.objects.all()] == [""]


def test_a_link_does_not_last_for_ever(client, coordinator, given, text):
    link = link_in(text(client.post(ADD, given)))
    then = timezone.now() - timedelta(days=8)
    operations.renew(viewer=make.system(), user=User.objects.get(name="Kim Lark"), at=then)

    page = text(Client().get(link, follow=True))
    listed = text(client.get("/account/invitations/"))

    assert "does not work any more" in page
    assert ("Kim Lark" in listed, "ended on" in listed) == (True, True)


def test_an_invitation_is_listed_sent_again_and_withdrawn(client, coordinator, given, text):
    first = link_in(text(client.post(ADD, given)))
    kim = User.objects.get(name="Kim Lark")
    assert "Kim Lark" in text(client.get("/account/invitations/"))

    renewed = link_in(text(change(client, kim, "renew")))
    pages = [text(Client().get(link, follow=True)) for link in (first, renewed)]
    change(client, kim, "withdraw")
    after = text(Client().get(renewed, follow=True))

    assert ["does not work any more" in page for page in [*pages, after]] == [True, False, True]
    assert "Everybody who was invited has an account." in text(client.get("/account/invitations/"))
    assert not User.objects.get(pk=kim.pk).is_active


def test_an_account_comes_by_invitation_only(client, text):
    page = text(Client().get("/account/invitations/made-up/", follow=True))

    assert "does not work any more" in page
    assert "does not work any more" in text(client.post("/account/join/", {"password": NEW}))


def test_who_has_an_account_keeps_it_and_gets_the_role(client, coordinator, given, person):
    answer = client.post(ADD, given | {"email": person.email, "role": "representative", "name": "Other"})

    assert answer.url == f"/account/people/{person.pk}/"
    assert Membership.objects.filter(user=person, role="representative").exists()
    assert User.objects.get(pk=person.pk).check_password(make.PASSWORD)
    assert not Invitation.objects.exists()


def test_an_address_outside_the_agencys_domains_is_not_invited(client, coordinator, given, text):
    page = text(client.post(ADD, given | {"email": "kim@elsewhere.example.net"}))

    assert "This is not an address of the agency." in page
    assert not User.objects.filter(name="Kim Lark").exists()


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"email": "kim"}, "Enter an e-mail address, such as"),
        ({"name": ""}, "Enter the name"),
        ({"agency": ""}, "Choose the agency"),
        ({"marac": "999999"}, "Choose one of the answers shown"),
        ({"role": "system"}, "Choose one of the answers shown"),
        ({"from_on": ""}, "Enter the day from which the role is held"),
    ],
)
def test_a_person_who_cannot_be_invited_says_why(client, coordinator, given, other, sentence, text):
    page = text(client.post(ADD, given | other))

    assert (sentence in page, User.objects.count()) == (True, 1)


def test_a_forgotten_password_is_chosen_anew_and_the_factor_is_still_asked_for(client, coordinator, person, text):
    make.factor(person)
    link = link_in(text(change(client, person, "renew")))
    theirs = Client()
    theirs.get(link)

    answer = theirs.post("/account/join/", {"password": NEW})

    assert answer.url == "/account/sign-in/second/"
    assert not is_in(theirs)


def test_a_lost_factor_is_taken_away_by_two_and_the_person_is_told(person, two, mailoutbox, text):
    secret = make.factor(person)
    theirs = Client()
    make.enter(theirs, person)
    first, other = two

    reset(first, person, "ask")
    kept = factors_of(person.pk).kinds
    alone = text(reset(first, person, "confirm"))
    reset(other, person, "confirm")

    assert kept == ["authenticator"]
    assert "You asked for this reset. Somebody else has to confirm it." in alone
    assert factors_of(person.pk).kinds == []
    assert not is_in(theirs)
    assert password(Client(), person.email).url == "/account/factors/first/"
    assert second(Client(), make.code_of(secret)).url == "/account/sign-in/"
    leave()
    told = [(mail.to, "telephone your coordinator" in mail.body) for mail in mailoutbox]
    assert told == [([person.email], True)] * 3  # the first when the app was set up


def test_a_reset_that_was_withdrawn_cannot_be_confirmed(person, two, text):
    make.factor(person)
    first, other = two
    reset(first, person, "ask")
    reset(other, person, "keep")

    page = text(reset(other, person, "confirm"))

    assert "No reset was asked for" in page
    assert factors_of(person.pk).kinds == ["authenticator"]


def test_a_reset_waits_a_week_and_no_longer(area, person, police):
    make.factor(person)
    asked, confirming = [make.member(Role.COORDINATOR, marac=area, agency=police) for _each in range(2)]
    now = timezone.now()
    operations.ask_reset(viewer=as_viewer(area, asked), user=person, at=now - timedelta(days=8))

    with pytest.raises(Refusal, match="more than a week old"):
        operations.confirm_reset(viewer=as_viewer(area, confirming), user=person, at=now)


def test_nobody_resets_their_own_factor(area, police):
    own = make.member(Role.COORDINATOR, marac=area, agency=police)
    make.factor(own)

    with pytest.raises(Refusal, match="Nobody resets their own"):
        operations.ask_reset(viewer=as_viewer(area, own), user=own, at=timezone.now())


@pytest.mark.parametrize("act", ["renew", "withdraw", "stop_account", "open_account"])
def test_nothing_is_done_to_people_who_act_elsewhere_or_by_those_who_may_not(area, police, person, act):
    do, now = getattr(operations, act), timezone.now()
    stranger = make.member(Role.CHAIR, marac=make.marac(), agency=police)

    with pytest.raises(NotAllowed):
        do(viewer=as_viewer(area, role=Role.ADMINISTRATOR), user=person, at=now)
    with pytest.raises(Unseen):
        do(viewer=as_viewer(area), user=stranger, at=now)
    make.accounts.give_role(
        viewer=make.clerk(), user=stranger, agency=police, marac=area, role="chair", from_on=make.TODAY
    )
    with pytest.raises(Refusal, match="also acts in another MARAC"):
        do(viewer=as_viewer(area), user=stranger, at=now)


def test_an_account_is_stopped_at_once_and_opened_again(client, coordinator, person):
    theirs = Client()
    make.enter(theirs, person)
    make.factor(person)

    change(client, person, "stop")
    stopped = (is_in(theirs), WRONG in password(Client(), person.email).content.decode())
    change(client, person, "open")

    assert stopped == (False, True)
    assert not is_in(theirs), "The session that was open stays over."
    assert password(Client(), person.email).url == "/account/sign-in/second/"


def test_an_act_that_there_is_not_is_not_there(client, coordinator, person):
    assert client.get(f"/account/people/{person.pk}/account/promote/").status_code == 404


@pytest.mark.parametrize(
    "end", ["people/add/", "people/{pk}/account/stop/", "people/{pk}/roles/add/", "factors/codes/"]
)
def test_what_gives_access_asks_for_a_factor_of_the_last_ten_minutes(client, coordinator, person, end):
    address = f"/account/{end.format(pk=person.pk)}"
    session = client.session
    session[FACTOR_AT] = (timezone.now() - timedelta(minutes=11)).isoformat()
    session.save()

    answers = [ask(address) for ask in (client.get, client.post)]

    assert {answer.url for answer in answers} == {f"/account/sign-in/again/?next={address.replace('/', '%2F')}"}


def test_a_factor_shown_again_opens_the_page_and_changes_the_number_of_the_session(client, coordinator, text):
    secret, number = make.factor(coordinator), client.session.session_key
    session = client.session
    session[FACTOR_AT] = (timezone.now() - timedelta(minutes=11)).isoformat()
    session.save()

    wrong = text(client.post(f"/account/sign-in/again/?next={ADD}", {"code": "000000"}))
    answer = client.post(f"/account/sign-in/again/?next={ADD}", {"code": make.code_of(secret)})

    assert "This code is not right" in wrong
    assert answer.url == ADD
    assert client.get(ADD).status_code == 200
    assert client.session.session_key != number


def test_whoever_keeps_the_server_takes_a_lost_factor_away(person, mailoutbox):
    make.factor(person)

    call_command("reset_factor", email=person.email)

    assert factors_of(person.pk).kinds == []
    leave()
    assert [(mail.to, "was taken away" in mail.body) for mail in mailoutbox] == [
        ([person.email], False),  # when it was set up
        ([person.email], True),
    ]
    assert AuditEvent.objects.filter(name="FactorsReset").count() == 1
    with pytest.raises(CommandError, match="no open account"):
        call_command("reset_factor", email="nobody@agency.example.org")
