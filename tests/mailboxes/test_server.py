"""A real mail server is opened by password and by token, and what is wrong with it is said in a sentence."""

import ssl

import pytest

from marac.accounts.sealing import opened as unsealed
from marac.audit.models import AuditEvent
from marac.kernel.refusal import Refusal
from marac.mailboxes.operations import keeper_of
from marac.mailboxes.server import try_out
from tests import make
from tests.mailboxes import server as servers

pytestmark = pytest.mark.django_db
TOKEN = {"way": "application", "client_id": servers.CLIENT_ID, "secret": servers.SECRET}


def tried(mailbox):
    """How many wait, or why it does not open."""
    try:
        return try_out(mailbox, keeper_of(mailbox, make.TODAY))
    except Refusal as refusal:
        return refusal.sentence


def test_a_password_opens_the_mailbox_by_tls_and_by_starttls(set_up, mail_server):
    by_tls = tried(set_up())

    assert tried(set_up(security="starttls", port=mail_server.starttls)) == by_tls


def test_a_token_for_an_application_opens_the_mailbox(set_up, mail_server):
    assert isinstance(tried(set_up(**TOKEN, token_address=mail_server.token_address)), int)


def test_a_refresh_token_opens_the_mailbox_and_the_one_given_in_its_place_is_kept_sealed(set_up, mail_server):
    given = TOKEN | {"way": "refresh", "refresh": servers.REFRESH, "token_address": mail_server.token_address}
    mailbox = set_up(**given)

    first = tried(mailbox)
    mailbox.refresh_from_db()
    second = tried(mailbox)

    assert isinstance(first, int)
    assert isinstance(second, int)
    assert unsealed(mailbox.refresh, mailbox.sealed_for()).decode() != servers.REFRESH


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"secret": "another"}, "The mail server refuses the account name or the password."),
        ({"account": "nobody@example.org"}, "The mail server refuses the account name or the password."),
        ({"port": 9}, "localhost does not answer on port 9."),
        (
            TOKEN | {"secret": "another", "token_address": "tokens"},
            "The service that gives tokens refuses: invalid_client. Check the client ID, the secret and the scope.",
        ),
        (
            TOKEN | {"scope": "other", "token_address": "tokens"},
            "The mail server refuses the token: the application may not open this mailbox.",
        ),
        (
            TOKEN | {"token_address": "http://localhost:9/token"},
            "The service that gives tokens for the mailbox does not answer.",
        ),
    ],
)
def test_what_is_wrong_is_said_plainly(set_up, mail_server, given, said):
    if given.get("token_address") == "tokens":
        given = given | {"token_address": mail_server.token_address}

    assert tried(set_up(**given)) == said


def test_a_port_without_tls_and_a_certificate_of_a_stranger_are_told_apart(set_up, mail_server, monkeypatch):
    without = tried(set_up(port=mail_server.starttls))
    monkeypatch.setenv("SSL_CERT_FILE", ssl.get_default_verify_paths().openssl_cafile)

    assert without == (f"localhost does not speak TLS on port {mail_server.starttls}. Try STARTTLS, or another port.")
    assert tried(set_up()) == "The certificate of localhost is not one that this machine trusts."


def test_secrets_are_kept_sealed_and_never_stand_in_the_trail(set_up):
    mailbox = set_up()
    trail = str(list(AuditEvent.objects.values_list("details", "changes")))

    assert servers.PASSWORD not in mailbox.secret + trail
