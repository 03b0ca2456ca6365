"""Turns a saved mail into its sender, date, body lines and attachments; nothing is ever fetched."""

import email
import email.policy
import re
from dataclasses import dataclass, field, replace
from datetime import date
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening.html import blocks_of
from marac.written.blocks import Block
from marac.written.text import Text

MOST_PARTS = 200
RULE = re.compile(r"[-=~*_]{4,}")  # beneath a heading
WRAPPED = 65  # characters: a line as long as this was broken by a program and not by its writer
# "Ann Lee, 3/4/2015 - ...": a line for each of several people, however long it is.
LISTED = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}[,\s]+\(?(?:(?:boy|girl|son|daughter|child|baby|male|female|[MF]),? )?"
    r"(?i:born |b\. ?|aged? |d\.?o\.?b\.?:? ?)?\d{1,2}(?:[/.-]\d|\b)"
)
FEWEST_LISTED = 2
BROKEN = re.compile(r"[a-z,]$")
GOES_ON = re.compile(r"[a-z&(]|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
OWN_LINE = re.compile(
    r"[-*•>–]|\(?\w{1,2}[.)]\s|[A-Z][\w /'’()&-]{1,40}(?::| [-–]| ?\.\.+)(?:\s|$)|[^a-z]{4,}$|\S+@|https?:|_{3}|={3}"
    r"|[A-Z].{1,40}?\S\s{3,}\S|[A-Z].{1,60}?\S\s{2,}\S.{1,60}?\S\s{2,}\S"
)
COLUMNS = re.compile(r"\S\s{3,}\S")
LONGEST_HEADING = 90  # characters; a rule beneath a longer line sets a passage apart
STARRED = re.compile(r"\*{1,2}(?P<words>[^*:\n]{2,60}):?\*{1,2}:?")
BODY, QUOTED = "mail body", "earlier mail"
SHAPED = re.compile(r"<(?:th|td)\b.*?</(?:th|td)>\s*<(?:th|td)\b|<(?:s|strike|del)\b", re.I | re.S)
EARLIER = re.compile(
    r"-{2,}\s*(?:original|forwarded) (?:message|appointment)|on .{6,80}\bwrote:$|>|_{10,}$|begin forwarded message|"
    r"from:\s.*(?:@|\bsent:)",
    re.I,
)


@dataclass(frozen=True)
class Mail:
    """`files` holds the name and bytes of every attachment; `earlier` is the mail that is quoted beneath this one."""

    sender_name: str
    sender_address: str
    to: str
    subject: str
    sent_on: date | None
    body: list[Block]
    files: list[tuple[str, bytes]]
    earlier: list[Block] = field(default_factory=list)


def open_mail(content: bytes) -> Mail:
    """Read a mail with the standard library. Refuses one that holds no text and no attachment."""
    try:
        mail = email.message_from_bytes(content, policy=email.policy.default)
        parts = list(mail.walk())[:MOST_PARTS]
        (body, earlier), files = _body(parts), _files(parts)
        name, address = parseaddr(_header(mail, "From"))
        opened = Mail(
            name,
            address,
            _header(mail, "To"),
            _header(mail, "Subject"),
            sent_on(_header(mail, "Date")),
            body,
            files,
            earlier,
        )
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Refusal(_("This mail is damaged and was not read. Upload its attachment by itself.")) from error
    if not body and not files and not earlier:
        raise Refusal(_("This mail is empty. Ask the sender for it again."))
    return opened


def _header(mail: EmailMessage, name: str) -> str:
    """A header, or nothing where it is written so that no one can read it."""
    try:
        return str(mail.get(name, ""))
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return ""


def sent_on(written: str) -> date | None:
    """The day that a Date header gives."""
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, OverflowError):
        return None


def _body(parts: list[EmailMessage]) -> tuple[list[Block], list[Block]]:
    texts = [part for part in parts if part.get_content_maintype() == "text" and not part.get_filename()]
    flat = "\n".join(_words(part) for part in texts if part.get_content_subtype() == "plain").strip()
    html = "\n".join(_words(part) for part in texts if part.get_content_subtype() == "html")
    return arranged(flat, html)


def arranged(flat: str, html: str) -> tuple[list[Block], list[Block]]:
    """The plain words, or the HTML where there are none or where it has tables or words struck out.

    Gives what this sender wrote, and the earlier mail that is quoted beneath it.
    """
    if html.strip() and (not flat.strip() or SHAPED.search(html)):
        return _without_earlier(blocks_of(html, BODY))
    lines = [(number, line) for number, line in _unwrapped(flat) if line]
    rules = {at for at, (_, line) in enumerate(lines) if RULE.fullmatch(line)}
    ruled = {at - 1 for at in rules if _may_head(lines[at - 1][1])}
    return _without_earlier(
        [_line(number, line, titled=at in ruled) for at, (number, line) in enumerate(lines) if at not in rules]
    )


def _may_head(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and not COLUMNS.search(line)


def _line(number: int, line: str, *, titled: bool) -> Block:
    """A line; one all in stars was bold before a program made plain words of it, and is a heading."""
    starred = STARRED.fullmatch(line)
    words = starred["words"].strip() if starred else line
    return Block("heading" if titled or starred else "line", BODY, f"{BODY}, line {number}", Text(words))


def _unwrapped(flat: str) -> list[tuple[int, str]]:
    """Each line with its number; what a program broke for want of room is one line again."""
    lines: list[tuple[int, str]] = []
    wrapped = False
    stripped = [line.strip() for line in flat.splitlines()]
    flowing = _flowing(stripped)
    for number, line in enumerate(stripped, 1):
        broken = (
            wrapped
            and line
            and (
                GOES_ON.match(line)
                or (BROKEN.search(lines[-1][1]) and not (OWN_LINE.match(line) or LISTED.match(line)))
            )
        )
        if number in flowing or broken:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line}")
        else:
            lines.append((number, line))
        wrapped = len(line) >= WRAPPED and not line.startswith(">")
    return lines


def _flowing(lines: list[str]) -> set[int]:
    """The numbers of lines that go on with the one above, in paragraphs that are full to their last line."""
    found: set[int] = set()
    start = 0
    for at, line in enumerate([*lines, ""]):
        if line:
            continue
        whole = lines[start:at]
        full = len(whole) > 1 and all(len(each) >= WRAPPED for each in whole[:-1])
        full = full and sum(LISTED.match(each) is not None for each in whole) < FEWEST_LISTED
        if full and not any(each.startswith(">") or OWN_LINE.match(each) for each in whole):
            found |= set(range(start + 2, at + 1))
        start = at + 1
    return found


def _without_earlier(body: list[Block]) -> tuple[list[Block], list[Block]]:
    for number, block in enumerate(body):
        if EARLIER.match(block.text.words) and (number or block.text.words.startswith(">")):
            quoted = [replace(each, part=QUOTED) for each in body[number:]]
            return body[:number], quoted
    return body, []


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
