"""How long a link and a reset hold, and which two people a reset takes."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

INVITATION_HOLDS, RESET_HOLDS = timedelta(days=7), timedelta(days=7)
TWO = 2


def token_mark(token: str) -> str:
    """What is kept of the secret in a link: 256 random bits need no key."""
    return hashlib.sha256(token.encode()).hexdigest()


def about_invitation(user_id: int) -> str:
    """Under which a letter with a link is found again."""
    return f"invitation {user_id}"


def is_open(*, made_at: datetime, ended_at: datetime | None, at: datetime, holds: timedelta) -> bool:
    """An invitation or a reset that nobody has used or taken back, and that is not a week old."""
    return ended_at is None and at - made_at <= holds


@dataclass(frozen=True)
class Two:
    """Who takes away somebody's lost factor: the people who answer for their agency, or the office, and why."""

    administrators: frozenset[int]
    why: str

    @property
    def are_of_the_agency(self) -> bool:
        return len(self.administrators) >= TWO


def the_two(*, agencies: set[int], administrators: set[int], user_id: int, manages_people: bool) -> Two:
    """`administrators` are those of the one agency; where there are more, none decides for the others."""
    if manages_people:
        return Two(
            frozenset(), _("This account manages people and opens cases of every agency: two coordinators do it.")
        )
    if len(agencies) != 1:
        return Two(
            frozenset(), _("This person acts for more than one agency, or for none now: two coordinators do it.")
        )
    theirs = frozenset(administrators - {user_id})
    if len(theirs) >= TWO:
        return Two(theirs, _("Two of those who answer for the agency's people do it."))
    if theirs:
        return Two(theirs, _("Only one other person answers for the agency's people: they and a coordinator do it."))
    return Two(theirs, _("Nobody else answers for the agency's people: two coordinators do it."))


def check_may_reset(*, two: Two, asked_by: int | None, viewer_id: int | None, user_id: int, is_office: bool) -> None:
    """A reset takes two people, neither of them the one whose factor it is, and both of the agency where it has two."""
    if viewer_id == user_id:
        raise Refusal(_("Nobody resets their own second factor. Ask those who answer for your agency's people."))
    if asked_by is not None and asked_by == viewer_id:
        raise Refusal(_("You asked for this reset. Somebody else has to confirm it."))
    if viewer_id in two.administrators:
        return
    if not is_office or two.are_of_the_agency:
        raise Refusal(_("This is done by those who answer for the agency's people. Ask them."))
    if two.administrators and asked_by is not None and asked_by not in two.administrators:
        raise Refusal(_("A coordinator asked for this. Whoever answers for the agency's people has to confirm it."))
