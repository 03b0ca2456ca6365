"""What tests of mailboxes and of the inbox share: a real mail server, and a mailbox on it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from marac.mailboxes import operations
from marac.mailboxes.models import Mailbox
from tests.mailboxes import server as servers

ANSWERS = {
    "host": "localhost",
    "security": "tls",
    "account": servers.ACCOUNT,
    "way": "password",
    "token_address": "",
    "client_id": "",
    "scope": "",
    "secret": servers.PASSWORD,
    "refresh": "",
    "taken_folder": "OpenMARAC",
    "results_of": "mx.northmoor.example.org",
    "since_on": None,
}


@pytest.fixture(scope="module")
def mail_server() -> Iterator[servers.Server]:
    """In a folder with a short name: a socket's path may have no more than some hundred letters."""
    with tempfile.TemporaryDirectory(prefix="mail") as folder:
        made = servers.start(Path(folder))
        yield made
        made.stop()


@pytest.fixture
def set_up(area, coordinator, mail_server, monkeypatch) -> Callable[..., Mailbox]:
    """Sets the area's mailbox up, as the coordinator does, and opens it."""
    monkeypatch.setenv("SSL_CERT_FILE", str(mail_server.home / "cert.pem"))

    def made(**given) -> Mailbox:
        asked = ANSWERS | {"port": mail_server.tls} | given
        found = operations.set_up(viewer=coordinator, marac=area, **asked)
        operations.open_mailbox(viewer=coordinator, mailbox=found)
        found.refresh_from_db()
        return found

    return made


@pytest.fixture
def mailbox(set_up) -> Mailbox:
    return set_up()
