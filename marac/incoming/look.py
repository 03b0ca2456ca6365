"""What a message says of itself, in plain Python: who sent it, what it answers, its words, and what is attached."""

import email
import email.policy
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, time
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, parseaddr, parsedate_to_datetime
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import clean, clean_line
from marac.opening.mail import Mail, open_mail
from marac.opening.outlook import headers_of, open_msg

MOST_LINES, MOST_LETTERS, MOST_FILES, MOST_PARTS = 600, 60_000, 50, 200
NUMBER = re.compile(r"<[^<>\s]{3,250}>")
DAMAGED = (ValueError, LookupError, TypeError, AttributeError, RecursionError, MessageError)


@dataclass
class Look:
    """Plain values, fit for JSON. `fingerprint` is of what the message says, and not of how a server wrapped it, so
    that a copy is known again; `results` are every Authentication-Results, topmost first, whoever wrote them."""

    fingerprint: str
    sender_name: str = ""
    sender_address: str = ""
    subject: str = ""
    sent_at: str = ""
    message_id: str = ""
    answers: list[str] = field(default_factory=list)
    results: list[str] = field(default_factory=list)
    automatic: str = ""
    lines: list[str] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)

    def as_plain(self) -> dict[str, Any]:
        return asdict(self)


def look_at(content: bytes, name: str) -> Look:
    """At a whole message, as a server or as Outlook (.msg) keeps it, or at its headers alone."""
    outlook = name.lower().endswith(".msg")
    opened = _opened(open_msg if outlook else open_mail, content)
    mail = _travelled(content, opened) if outlook else email.message_from_bytes(content, policy=email.policy.default)
    name, address = parseaddr(_header(mail, "From"))
    look = Look(
        fingerprint="",
        sender_name=clean_line(name)[:200],
        sender_address=clean_line(address).lower()[:254],
        subject=clean_line(_header(mail, "Subject"))[:300],
        sent_at=_sent(mail),
        message_id=next(iter(_numbers(_header(mail, "Message-ID"))), ""),
        answers=_numbers(f"{_header(mail, 'In-Reply-To')} {_header(mail, 'References')}")[:20],
        results=[clean_line(each)[:1000] for each in _all(mail, "Authentication-Results")][:5],
        automatic=_automatic(mail, address),
    )
    if opened is not None:
        look.lines = _bounded(block.text.words for block in opened.body)
        look.files = [
            {"name": clean_line(name)[:200], "size": len(kept), "sha256": hashlib.sha256(kept).hexdigest()}
            for name, kept in opened.files[:MOST_FILES]
        ]
    parts = [(file["name"], file["sha256"].encode()) for file in look.files] if outlook else _parts(mail)
    look.fingerprint = _fingerprint(look, [("words", "\n".join(look.lines).encode()), *parts] if outlook else parts)
    return look


def _opened(way: Callable[[bytes], Mail], content: bytes) -> Mail | None:
    try:
        return way(content)
    except Refusal:
        return None


def _travelled(content: bytes, opened: Mail | None) -> EmailMessage:
    """The headers of a mail that Outlook saved; what it kept none of, its own fields say."""
    mail = email.message_from_string(headers_of(content), policy=email.policy.default)
    if opened is not None:
        own = {"From": formataddr((opened.sender_name, opened.sender_address)), "Subject": opened.subject}
        own["Date"] = format_datetime(datetime.combine(opened.sent_on, time(), UTC)) if opened.sent_on else ""
        for name, value in own.items():
            if not _header(mail, name) and value:
                mail[name] = clean_line(value)
    return mail


def _header(mail: EmailMessage, name: str) -> str:
    """Empty where it is not there, or is not one that can be read."""
    try:
        return str(mail.get(name, "") or "")
    except DAMAGED:
        return ""


def _all(mail: EmailMessage, name: str) -> list[str]:
    try:
        return [str(each) for each in mail.get_all(name) or []]
    except DAMAGED:
        return []


def _sent(mail: EmailMessage) -> str:
    try:
        sent = parsedate_to_datetime(_header(mail, "Date"))
        return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return ""


def _numbers(text: str) -> list[str]:
    return NUMBER.findall(text)


def _automatic(mail: EmailMessage, sender: str) -> str:
    """ "undelivered", "reply" (somebody is away) or "bulk"; nothing where a person seems to have written."""
    kind = mail.get_content_type()
    if kind == "multipart/report" or sender.lower().startswith(("mailer-daemon@", "postmaster@")):
        return "undelivered"
    if _header(mail, "List-Unsubscribe") or _header(mail, "Precedence").strip().lower() in ("bulk", "list", "junk"):
        return "bulk"
    said = _header(mail, "Auto-Submitted").strip().lower()
    return "reply" if (said and said != "no") or _header(mail, "X-Autoreply") else ""


def _bounded(lines: Iterator[str]) -> list[str]:
    kept, letters = [], 0
    for line in lines:
        letters += len(line)
        if len(kept) == MOST_LINES or letters > MOST_LETTERS:
            break
        kept.append(clean(line))
    return kept


def _parts(mail: EmailMessage) -> list[tuple[str, bytes]]:
    parts = [part for part in list(mail.walk())[:MOST_PARTS] if not part.is_multipart()]
    return [(part.get_content_type(), hashlib.sha256(_payload(part)).digest()) for part in parts]


def _fingerprint(look: Look, parts: list[tuple[str, bytes]]) -> str:
    """Of the number, sender, subject, time and every part: how a part was encoded and what servers wrote above it are
    no part of what was said."""
    told = hashlib.sha256()
    for text in (look.message_id, look.sender_address, look.subject, look.sent_at):
        told.update(text.encode() + b"\0")
    for kind, content in parts:
        told.update(kind.encode() + b"\0" + content)
    return told.hexdigest()


def _payload(part: EmailMessage) -> bytes:
    try:
        kept = part.get_payload(decode=True)
    except DAMAGED:
        return b""
    raw = kept if isinstance(kept, bytes) else b""
    return raw.replace(b"\r\n", b"\n").rstrip() if part.get_content_maintype() == "text" else raw
