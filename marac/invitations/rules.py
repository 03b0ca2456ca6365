"""How long a link and a reset hold, and that a reset takes two people."""

import hashlib
from datetime import datetime, timedelta

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

INVITATION_HOLDS, RESET_HOLDS = timedelta(days=7), timedelta(days=7)


def token_mark(token: str) -> str:
    """What is kept of the secret in a link: 256 random bits need no key."""
    return hashlib.sha256(token.encode()).hexdigest()


def about_invitation(user_id: int) -> str:
    """Under which a letter with a link is found again."""
    return f"invitation {user_id}"


def is_open(*, made_at: datetime, ended_at: datetime | None, at: datetime, holds: timedelta) -> bool:
    """An invitation or a reset that nobody has used or taken back, and that is not a week old."""
    return ended_at is None and at - made_at <= holds


def check_another(*, asked_by: int | None, viewer_id: int | None, user_id: int) -> None:
    """A reset takes two people, and neither is the one whose factor it is."""
    if viewer_id == user_id:
        raise Refusal(_("Nobody resets their own second factor. Ask two other coordinators."))
    if asked_by is not None and asked_by == viewer_id:
        raise Refusal(_("You asked for this reset. Another coordinator has to confirm it."))
