"""Whom a link may be sent to, how long it holds, and what closes it."""

import hashlib
import secrets
from datetime import datetime

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

MOST_TRIES = 10  # wrong codes in all: then the link is dead, whoever tried
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none is taken for another when it is read out
CODE_LETTERS, RECEIPT_LETTERS = 8, 8
# One sentence for a wrong code, a second browser, a link that is used, old or withdrawn, and one that never was.
NOT_OPENED = _("The link and the code do not open a form here. Check the code; else telephone whoever sent the link.")
GONE = _("This link does not work any more. Telephone whoever sent it to you.")


def token_mark(token: str) -> str:
    """What is kept of the secret in a link, and of a browser: 256 random bits need no key."""
    return hashlib.sha256(token.encode()).hexdigest()


def code_mark(code: str, mark: str) -> str:
    """Slow to guess from a stolen table: eight letters alone would not be enough for a plain hash."""
    typed = "".join(each for each in code.lower() if each in LETTERS)
    return hashlib.scrypt(typed.encode(), salt=mark.encode(), n=2**14, r=8, p=1, dklen=32).hex()


def new_letters(number: int) -> str:
    return "".join(secrets.choice(LETTERS) for _each in range(number))


def about_guest(link_id: int) -> str:
    """Under which the letter with the link is found again."""
    return f"guest link {link_id}"


def check_agency(*, at_its_domain: bool, checked: str) -> None:
    """Without the agency's own domain, somebody has to say how the agency and the address were verified."""
    if not at_its_domain and not checked.strip():
        raise Refusal(
            _("This is not an address of the agency. Say how you verified it, such as by ringing its switchboard."),
            field="checked",
        )


def is_open(
    *, until_at: datetime, used_at: datetime | None, withdrawn_at: datetime | None, tries: int, at: datetime
) -> bool:
    return used_at is None and withdrawn_at is None and tries < MOST_TRIES and at <= until_at
