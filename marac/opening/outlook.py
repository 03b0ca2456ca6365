"""Turns a mail that Outlook saved (.msg) into the same form as any other mail; nothing in it is run or fetched."""

import email
import email.policy
import io
import struct
from datetime import UTC, date, datetime, timedelta

import olefile

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening.mail import Mail, arranged, sent_on

# Numbers of the properties (Microsoft, MS-OXPROPS); a stream's name is the number and then its type.
SUBJECT, BODY, HTML, HEADERS, SENDER, TO = "0037", "1000", "1013", "007D", "0C1A", "0E04"
ADDRESSES = ("5D01", "5D0A", "0C1F")
DATA, LONG_NAME, SHORT_NAME = "3701", "3707", "3704"
SUBMITTED = 0x00390040
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
MOST_FILES = 200
# What the library is known to raise over a damaged file: found by python -m bench.fuzz.
DAMAGED = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    struct.error,
)


def open_msg(content: bytes) -> Mail:
    """Read a saved Outlook mail. Refuses one that holds no text and no attachment."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as opened:
            mail = _mail(opened)
    except DAMAGED as error:
        raise Refusal(_("This mail is damaged and was not read. Upload its attachment by itself.")) from error
    if not mail.body and not mail.files and not mail.earlier:
        raise Refusal(_("This mail is empty. Ask the sender for it again."))
    return mail


def headers_of(content: bytes) -> str:
    """The headers with which the message travelled, as its first server wrote them; empty where Outlook kept none."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as opened:
            return _words(opened, "", HEADERS)
    except DAMAGED:
        return ""


def _mail(opened: olefile.OleFileIO) -> Mail:
    headers = email.message_from_string(_words(opened, "", HEADERS), policy=email.policy.compat32)
    address = next(filter(None, (_words(opened, "", number) for number in ADDRESSES)), "")
    body, earlier = arranged(_words(opened, "", BODY), _html(opened))
    return Mail(
        sender_name=_words(opened, "", SENDER),
        sender_address=address if "@" in address else "",
        to=str(headers.get("To", "")) or _words(opened, "", TO),
        subject=_words(opened, "", SUBJECT),
        sent_on=sent_on(str(headers.get("Date", ""))) or _submitted(opened),
        body=body,
        files=_files(opened),
        earlier=earlier,
    )


def _words(opened: olefile.OleFileIO, folder: str, number: str) -> str:
    """A property that is text, in either of the two ways of writing it."""
    for kind, encoding in (("001F", "utf-16-le"), ("001E", "cp1252")):
        raw = _raw(opened, folder, number + kind)
        if raw:
            return raw.decode(encoding, "replace").strip("\0")
    return ""


def _html(opened: olefile.OleFileIO) -> str:
    raw = _raw(opened, "", f"{HTML}0102")
    if not raw:
        return _words(opened, "", HTML)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _raw(opened: olefile.OleFileIO, folder: str, name: str) -> bytes:
    path = f"{folder}/__substg1.0_{name}".lstrip("/")
    if opened.get_type(path) != olefile.STGTY_STREAM:
        return b""
    return bytes(opened.openstream(path).read())


def _files(opened: olefile.OleFileIO) -> list[tuple[str, bytes]]:
    folders = sorted({path[0] for path in opened.listdir() if path[0].startswith("__attach_version1.0_")})
    files = []
    for folder in folders[:MOST_FILES]:
        name = _words(opened, folder, LONG_NAME) or _words(opened, folder, SHORT_NAME)
        content = _raw(opened, folder, f"{DATA}0102")
        if name and content:
            files.append((name, content))
    return files


def _submitted(opened: olefile.OleFileIO) -> date | None:
    """The time of sending, from the list of the short properties: 16 bytes each after a head of 32."""
    name = "__properties_version1.0"
    held = bytes(opened.openstream(name).read()) if opened.exists(name) else b""
    for at in range(32, len(held) - 15, 16):
        tag, _flags, value = struct.unpack_from("<IIQ", held, at)
        if tag == SUBMITTED:
            return (EPOCH + timedelta(microseconds=value // 10)).date()
    return None
