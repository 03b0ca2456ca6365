"""Opens what came: what it says of itself, and whether it reads as a referral. Each in a child process with limits."""

import hashlib
from dataclasses import dataclass
from typing import Any

from marac.incoming.look import Look
from marac.kernel.refusal import Refusal
from marac.opening.apart import ask_apart
from marac.reading import read_safely

MAIL_NAME = "message.eml"
FORMS = (".docx", ".pdf")
ROLES = ("victims", "perpetrators")
LEAST_ANSWERS = 5  # ticks of a checklist that make a form of a page on which only one person is named
LEAST_LABELS = 4  # lines with a colon from which on it is worth to see whether a letter is a form


@dataclass(frozen=True)
class Opened:
    """`reads_as` is "form", "letter" or "file" where it reads as a referral; `not_read` why it could not be read."""

    look: dict[str, Any]
    reads_as: str = ""
    not_read: str = ""


def open_head(content: bytes) -> Opened:
    """The headers alone, of a message that is too large or harmful."""
    head = content.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    try:
        return Opened(ask_apart("marac.incoming.worker", head + b"\n\n", MAIL_NAME))
    except Refusal as refusal:
        return Opened(_unknown(content), not_read=refusal.sentence)


def open_mail(content: bytes, name: str = MAIL_NAME) -> Opened:
    """A message that no child could open is still one: it is known by its bytes. `name` says by its ending whether a
    server or Outlook kept it."""
    try:
        look = ask_apart("marac.incoming.worker", content, name)
    except Refusal as refusal:
        return Opened(_unknown(content), not_read=refusal.sentence)
    form = any(file["name"].lower().endswith(FORMS) for file in look["files"])
    letter = sum(":" in line for line in look["lines"]) >= LEAST_LABELS
    if not (form or letter):
        return Opened(look)
    reads, not_read = _reads(content, name)
    return Opened(look, ("form" if form else "letter") if reads else "", not_read)


def open_file(content: bytes, name: str) -> Opened:
    """A document that was uploaded by itself: its words are shown on the page of the referral that is made of it."""
    reads, not_read = _reads(content, name) if name.lower().endswith(FORMS) else (False, "")
    return Opened(_unknown(content) | {"subject": name[:300]}, "file" if reads else "", not_read)


def _reads(content: bytes, name: str) -> tuple[bool, str]:
    try:
        said = read_safely(content, name).content
    except Refusal as refusal:
        return False, refusal.sentence
    named = {role: sum(bool(each.get("surname") or each.get("forenames")) for each in said[role]) for role in ROLES}
    answers = len((said.get("checklist") or {}).get("answers") or {})
    return reads_as_referral(victims=named["victims"], perpetrators=named["perpetrators"], answers=answers), ""


def reads_as_referral(*, victims: int, perpetrators: int, answers: int) -> bool:
    """Somebody is named as victim, and beside them a perpetrator or a checklist that was filled in."""
    return victims > 0 and (perpetrators > 0 or answers >= LEAST_ANSWERS)


def _unknown(content: bytes) -> dict[str, Any]:
    return Look(fingerprint=hashlib.sha256(content).hexdigest()).as_plain()
