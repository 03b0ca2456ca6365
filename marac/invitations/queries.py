"""Who was invited and has not come yet, whose link holds, and whose lost factor waits to be taken away."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.invitations.models import FactorReset, Invitation
from marac.invitations.rules import INVITATION_HOLDS, RESET_HOLDS, is_open, token_mark


@dataclass(frozen=True)
class Waiting:
    """An invitation, until when its link works, and whether it still does."""

    invitation: Invitation
    until: datetime
    holds: bool


def open_invitation(token: str, at: datetime) -> Invitation | None:
    """The one that a link belongs to, while it holds."""
    found = Invitation.objects.filter(mark=token_mark(token)).select_related("user").first()
    return found if found and _holds(found, at, INVITATION_HOLDS) else None


def invitation_of(user_id: int) -> Invitation | None:
    """The one that was neither used nor withdrawn; it may be too old."""
    return Invitation.objects.filter(user=user_id, ended_at=None).select_related("made_by").first()


def open_reset(user_id: int, at: datetime) -> FactorReset | None:
    found = FactorReset.objects.filter(user=user_id, ended_at=None).select_related("asked_by").first()
    return found if found and _holds(found, at, RESET_HOLDS) else None


def waiting_invitations(viewer: Viewer, at: datetime) -> list[Waiting]:
    """Who was invited by the viewer's MARACs and has not come yet, the oldest first."""
    people = User.objects.visible_to(viewer).filter(is_active=True)
    rows = Invitation.objects.filter(ended_at=None, user__in=people).select_related("user").order_by("made_at")
    return [Waiting(each, each.made_at + INVITATION_HOLDS, _holds(each, at, INVITATION_HOLDS)) for each in rows]


def _holds(row: Invitation | FactorReset, at: datetime, holds: timedelta) -> bool:
    return is_open(made_at=row.made_at, ended_at=row.ended_at, at=at, holds=holds)
