"""Codes and when they hold, and how long to wait after wrong tries."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from ipaddress import ip_address
from math import ceil

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

STEP_SECONDS, DIGITS, SECRET_BYTES = 30, 6, 20  # what every authenticator app takes (RFC 6238)
STEPS_ASIDE = (0, -1, 1)  # a telephone's clock may be half a minute off

# Letters and figures that are not taken for one another: 31 of them, so twelve are worth 59 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODES, CODE_LETTERS, GROUP = 10, 12, 4

TRIES_OF_ACCOUNT, TRIES_OF_ADDRESS = 5, 30  # a whole agency may stand behind one address
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=24)

HALF_WAY = timedelta(minutes=10)  # from the password to the second factor


def is_factor_needed(*, enrolled: bool, demonstration: bool, production: bool) -> bool:
    """Always, but in a demonstration on one's own machine for those who have set none up."""
    return enrolled or production or not demonstration


def authenticator(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), STEP_SECONDS)


def step_of(secret: bytes, code: str, at: datetime, *, after: int) -> int | None:
    """The half minute that the code stands for, if it holds now and is later than `after`, the last one used."""
    now, made = int(at.timestamp()) // STEP_SECONDS, authenticator(secret)
    for aside in STEPS_ASIDE:
        right = made.generate((now + aside) * STEP_SECONDS).decode()
        if hmac.compare_digest(right, code) and now + aside > after:
            return now + aside
    return None


def typed_code(text: str) -> str:
    """What was typed, without the spaces and lines that people put between."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def is_recovery_code(code: str) -> bool:
    return len(code) == CODE_LETTERS


def new_codes() -> list[str]:
    """Ten recovery codes as they are shown: abcd-efgh-jkmn."""
    return [_grouped("".join(secrets.choice(LETTERS) for _each in range(CODE_LETTERS))) for _one in range(CODES)]


def code_mark(code: str, user_id: int) -> bytes:
    """What is sealed of a recovery code: it can be compared, and is another for each person."""
    return hashlib.sha256(f"recovery {user_id} {typed_code(code)}".encode()).digest()


def wait_after(failures: int, free: int) -> timedelta:
    """Nothing for the first few, then a minute, doubled each time up to a quarter of an hour: never for ever."""
    if failures < free:
        return timedelta()
    wait: timedelta = FIRST_WAIT * 2 ** min(failures - free, 10)
    return min(wait, LONGEST_WAIT)


def counted(failures: int, last_at: datetime | None, at: datetime) -> int:
    """How many still count: after a day without a try all are forgotten."""
    return 0 if last_at is None or at - last_at > FORGOTTEN_AFTER else failures


def check_wait(failures: int, last_at: datetime | None, at: datetime, *, free: int) -> None:
    if last_at is None:
        return
    left = last_at + wait_after(failures, free) - at
    if left > timedelta():
        raise Refusal(
            _("Too many tries. Wait {minutes} min, then try again. A passkey works meanwhile."),
            minutes=ceil(left / timedelta(minutes=1)),
        )


def can_have_passkeys(host: str) -> bool:
    """Browsers know passkeys by the name of a site; a number such as 127.0.0.1 is none."""
    try:
        ip_address(host.rpartition(":")[0].strip("[]") if ":" in host else host)
    except ValueError:
        return True
    return False


def check_not_a_copy(*, kept: int, shown: int) -> None:
    """A key that counts its uses counts up. One that shows an old number is a copy; one that counts nothing shows 0."""
    if (kept or shown) and shown <= kept:
        raise Refusal(_("This passkey may have been copied. Sign in another way, take it away, and set up a new one."))


def check_one_is_left(kinds: Iterable[str]) -> None:
    """`kinds` are the factors that would remain; recovery codes alone are not enough."""
    if not set(kinds) & {"authenticator", "passkey"}:
        raise Refusal(_("This is your only second factor. Set up another before you take it away."))


def _grouped(code: str) -> str:
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
