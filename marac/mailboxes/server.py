"""The only file that talks to a server of mailboxes (IMAP). Whatever goes wrong there is a sentence for the office."""

import re
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError, LoginError

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mailboxes.models import Mailbox
from marac.mailboxes.rules import Security, Way, may_hold_new_mail
from marac.mailboxes.tokens import token_for, unsealed

SECONDS = 20.0
WHOLE, HEAD, SIZE, ARRIVED = b"BODY[]", b"BODY[HEADER]<0>", b"RFC822.SIZE", b"INTERNALDATE"
MESSAGE_ID = b"BODY[HEADER.FIELDS (MESSAGE-ID)]"
NUMBER = re.compile(rb"<[^<>\s]{3,250}>")
LARGEST_HEAD = 64 * 1024
CANNOT_MOVE = _("The mail server cannot move messages (it has no MOVE), so nothing is taken from it.")


class MailboxAway(Refusal):
    """The mailbox could not be read; the sentence says why."""


class Box:
    """A mailbox that is open. Numbers are the server's own, good for the folder that is chosen and for no longer.
    `left` is why whoever fetches had to leave a message where it is."""

    def __init__(self, client: IMAPClient, mailbox: Mailbox) -> None:
        self.client, self.mailbox = client, mailbox
        self.left: Refusal | None = None

    def folders(self) -> list[str]:
        """Every folder in which a new message may stand, the inbox first."""
        found = [
            name
            for flags, _between, name in self.client.list_folders()
            if may_hold_new_mail(name, [flag.decode() for flag in flags], self.mailbox.taken_folder)
        ]
        return sorted(found, key=lambda name: (name.upper() != "INBOX", name))

    def choose(self, folder: str) -> list[int]:
        """Open a folder; the numbers in it that arrived since the mailbox was set up, oldest first. A folder that was
        taken away meanwhile is empty."""
        try:
            self.client.select_folder(folder)
        except IMAPClientError as error:
            if isinstance(error, IMAPClient.AbortError):
                raise
            return []
        return sorted(self.client.search(["SINCE", self.mailbox.since_on]))

    def size(self, number: int) -> int | None:
        """None where somebody has moved the message away meanwhile."""
        found = self.client.fetch([number], [SIZE]).get(number, {})
        return found.get(SIZE)

    def whole(self, number: int) -> tuple[bytes, datetime | None] | None:
        """The bytes as they came, and when they arrived. Reading them does not mark the message as read."""
        return self._read(number, "BODY.PEEK[]", WHOLE)

    def head(self, number: int) -> tuple[bytes, datetime | None] | None:
        return self._read(number, f"BODY.PEEK[HEADER]<0.{LARGEST_HEAD}>", HEAD)

    def _read(self, number: int, wanted: str, given: bytes) -> tuple[bytes, datetime | None] | None:
        found = self.client.fetch([number], [wanted, "INTERNALDATE"]).get(number, {})
        return (found[given], found.get(ARRIVED)) if found.get(given) is not None else None

    def take_away(self, number: int) -> None:
        """Move it to the folder of taken messages. One that has gone meanwhile is none to move."""
        self.client.move([number], self.mailbox.taken_folder)

    def new_among_taken(self) -> tuple[int, int, list[int]]:
        """The server's mark of the folder of taken messages, its highest number, and the numbers not seen there yet."""
        mark = self.client.select_folder(self.mailbox.taken_folder)[b"UIDVALIDITY"]
        known = self.mailbox.taken_number if mark == self.mailbox.taken_mark else 0
        numbers = [n for n in self.client.search(["SINCE", self.mailbox.since_on]) if n > known]
        return mark, max([known, *numbers]), sorted(numbers)

    def message_numbers(self, numbers: list[int]) -> dict[int, str]:
        """The Message-ID of each, empty where there is none."""
        if not numbers:
            return {}
        found = self.client.fetch(numbers, ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"])
        named = {number: NUMBER.search(parts.get(MESSAGE_ID) or b"") for number, parts in found.items()}
        return {number: match[0].decode("latin-1") if match else "" for number, match in named.items()}

    def make_folder(self) -> None:
        if not self.client.folder_exists(self.mailbox.taken_folder):
            self.client.create_folder(self.mailbox.taken_folder)
            with suppress(IMAPClientError):
                self.client.subscribe_folder(self.mailbox.taken_folder)


@contextmanager
def opened(mailbox: Mailbox, renewed: Callable[[str], None]) -> Iterator[Box]:
    """The mailbox, open. Raises MailboxAway for whatever goes wrong, also in the middle."""
    client = None
    try:
        client = _client(mailbox)
        _sign_in(client, mailbox, renewed)
        if not client.has_capability("MOVE"):
            raise MailboxAway(CANNOT_MOVE)
        box = Box(client, mailbox)
        box.make_folder()
        yield box
    except (OSError, IMAPClientError) as error:
        raise _why(error, mailbox) from error
    finally:
        if client is not None:
            with suppress(OSError, IMAPClientError):
                client.logout()


def try_out(mailbox: Mailbox, renewed: Callable[[str], None]) -> int:
    """How many messages wait in its inbox. Raises a Refusal that says what is wrong."""
    with opened(mailbox, renewed) as box:
        return len(box.choose("INBOX"))


def _client(mailbox: Mailbox) -> IMAPClient:
    safe = ssl.create_default_context()
    at_once = mailbox.security == Security.TLS
    client = IMAPClient(mailbox.host, port=mailbox.port, ssl=at_once, ssl_context=safe, timeout=SECONDS)
    client.normalise_times = False
    if not at_once:
        client.starttls(safe)
    return client


def _sign_in(client: IMAPClient, mailbox: Mailbox, renewed: Callable[[str], None]) -> None:
    if mailbox.way == Way.PASSWORD:
        client.login(mailbox.account, unsealed(mailbox, mailbox.secret))
    else:
        client.oauth2_login(mailbox.account, token_for(mailbox, renewed))


def _why(error: Exception, mailbox: Mailbox) -> MailboxAway:
    values = {"host": mailbox.host, "port": mailbox.port}
    if isinstance(error, LoginError):
        if mailbox.way == Way.PASSWORD:
            return MailboxAway(_("The mail server refuses the account name or the password."))
        return MailboxAway(_("The mail server refuses the token: the application may not open this mailbox."))
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailboxAway(_("The certificate of {host} is not one that this machine trusts."), host=mailbox.host)
    if isinstance(error, ssl.SSLError):
        return MailboxAway(_("{host} does not speak TLS on port {port}. Try STARTTLS, or another port."), **values)
    if isinstance(error, socket.gaierror):
        return MailboxAway(_("There is no mail server called {host}. Check the name."), host=mailbox.host)
    if isinstance(error, OSError):
        return MailboxAway(_("{host} does not answer on port {port}."), **values)
    said = " ".join(str(error).split())[:120]
    return MailboxAway(_("The mail server broke off: {said}"), said=said)
