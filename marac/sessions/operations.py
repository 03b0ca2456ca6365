"""Ending sessions: one of one's own, or all others."""

from dataclasses import dataclass
from datetime import datetime

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.operation import lock, operation, record
from marac.sessions.models import OpenSession
from marac.sessions.places import Place


@dataclass(frozen=True)
class SessionEnded:
    of_user_id: int


@dataclass(frozen=True)
class SessionsEnded:
    of_user_id: int


@dataclass(frozen=True)
class OldSessionsForgotten:
    rows: int


@operation(needs=Permission.SEE_OWN_WORK)
def end_session(*, viewer: Viewer, place: Place) -> None:
    """Whoever sits there is a stranger at their next page."""
    OpenSession.objects.filter(session_key=place.key, user=viewer.user_id).delete()
    record(SessionEnded(of_user_id=viewer.user_id or 0))


@operation(needs=Permission.SEE_OWN_WORK)
def end_other_sessions(*, viewer: Viewer, at: datetime) -> None:
    """Every session of the viewer's that began before; the page keeps its own by beginning it anew."""
    user = lock(User, viewer, viewer.user_id)
    user.sessions_ended_at = at
    user.save()
    record(SessionsEnded(of_user_id=user.pk))


@operation(needs=Permission.DO_DUE_WORK)
def forget_sessions(*, viewer: Viewer, at: datetime) -> int:
    """Nothing is kept of where somebody was signed in."""
    gone, _by_model = OpenSession.objects.filter(expire_date__lt=at).delete()
    record(OldSessionsForgotten(rows=gone))
    return gone
