"""Who was invited and has not come yet, whose link holds, and whose lost factor waits to be taken away."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from marac.access.roles import Permission, roles_with
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.accounts.queries import administrators_of
from marac.invitations.models import FactorReset, Invitation
from marac.invitations.rules import INVITATION_HOLDS, RESET_HOLDS, Two, is_open, the_two, token_mark


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


def two_for(user: User, on: date) -> Two:
    """Who may take away this person's factors today, and why they."""
    held = list(Membership.objects.not_ended(on).filter(user=user).values_list("agency_id", "marac_id", "role"))
    agencies = {agency for agency, _marac, _role in held}
    found = (
        administrators_of(min(agencies), {marac for _agency, marac, _role in held}, on) if len(agencies) == 1 else []
    )
    return the_two(
        agencies=agencies,
        administrators={each.pk for each in found},
        user_id=user.pk,
        manages_people=any(role in roles_with(Permission.MANAGE_USERS) for _agency, _marac, role in held),
    )


def person_to_reset(viewer: Viewer, user_id: int) -> User | None:
    """If the viewer is one of those who take this person's factors away, or of the office."""
    user = User.objects.visible_to(viewer).filter(pk=user_id).first()
    if user is None or viewer.may(Permission.MANAGE_USERS):
        return user
    return user if viewer.user_id in two_for(user, viewer.today).administrators else None


def named(two: Two) -> list[str]:
    return list(User.objects.filter(pk__in=two.administrators).order_by("name").values_list("name", flat=True))


def waiting_invitations(viewer: Viewer, at: datetime) -> list[Waiting]:
    """Who was invited by the viewer's MARACs and has not come yet, the oldest first."""
    people = User.objects.visible_to(viewer).filter(is_active=True)
    rows = Invitation.objects.filter(ended_at=None, user__in=people).select_related("user").order_by("made_at")
    return [Waiting(each, each.made_at + INVITATION_HOLDS, _holds(each, at, INVITATION_HOLDS)) for each in rows]


def _holds(row: Invitation | FactorReset, at: datetime, holds: timedelta) -> bool:
    return is_open(made_at=row.made_at, ended_at=row.ended_at, at=at, holds=holds)
