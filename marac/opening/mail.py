"""Turns a saved mail into its sender, date, body lines and attachments; nothing is ever fetched."""

import email
import email.policy
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening.blocks import Block
from marac.opening.text import Text

MOST_PARTS = 200
BREAKS = {"p", "br", "div", "tr", "li", "h1", "h2", "h3", "table"}
UNSEEN = {"script", "style", "head", "title"}


@dataclass(frozen=True)
class Mail:
    """`files` holds the name and bytes of every attachment; `body` one block a line."""

    sender_name: str
    sender_address: str
    to: str
    subject: str
    sent_on: date | None
    body: list[Block]
    files: list[tuple[str, bytes]]


def open_mail(content: bytes) -> Mail:
    """Read a mail with the standard library. Refuses one that holds no text and no attachment."""
    try:
        mail = email.message_from_bytes(content, policy=email.policy.default)
        parts = list(mail.walk())[:MOST_PARTS]
        body, files = _body(parts), _files(parts)
        name, address = parseaddr(str(mail.get("From", "")))
        opened = Mail(name, address, str(mail.get("To", "")), str(mail.get("Subject", "")), _sent(mail), body, files)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Refusal(_("This mail is damaged and was not read. Upload its attachment by itself.")) from error
    if not body and not files:
        raise Refusal(_("This mail is empty. Ask the sender for it again."))
    return opened


def _sent(mail: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(mail.get("Date", ""))).date()
    except (ValueError, TypeError):
        return None


def _body(parts: list[EmailMessage]) -> list[Block]:
    texts = [part for part in parts if part.get_content_maintype() == "text" and not part.get_filename()]
    flat = [part for part in texts if part.get_content_subtype() == "plain"]
    words = "\n".join(_words(part) for part in flat).strip() or "\n".join(_visible(_words(part)) for part in texts)
    lines = [line.strip() for line in words.splitlines()]
    return [
        Block("line", "mail body", f"mail body, line {number}", Text(line))
        for number, line in enumerate(lines, 1)
        if line
    ]


def _words(part: EmailMessage) -> str:
    raw = _raw(part)
    try:
        return raw.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return raw.decode("cp1252", "replace")


def _raw(part: EmailMessage) -> bytes:
    raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _files(parts: list[EmailMessage]) -> list[tuple[str, bytes]]:
    files = []
    for part in parts:
        name = part.get_filename()
        if name and not part.is_multipart():
            files.append((name, _raw(part)))
    return files


class _Visible(HTMLParser):
    """Keeps the words that a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in UNSEEN
        if tag in BREAKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in UNSEEN and self.hidden > 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(" ".join(data.split()) if not data.isspace() else " ")


def _visible(html: str) -> str:
    reader = _Visible()
    reader.feed(html)
    return "".join(reader.words)
