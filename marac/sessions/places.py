"""Where somebody is signed in: each open session, with the browser and the network that it was begun from."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.utils.translation import gettext as _

from marac.accounts.models import User
from marac.audit.fingerprint import fingerprint
from marac.sessions.models import OpenSession
from marac.sessions.rules import Limits, browser_of, is_over

BEGAN_AT, SEEN_AT = "began_at", "seen_at"  # in the session: when it began, and when it was last used
BEGUN_FROM = "begun_from"  # in the session: the browser, the machine, and the address of the network


@dataclass(frozen=True)
class Place:
    """`key` is the session's own, which leaves the server in no page; `mark` names it there. `here` is the session that
    asks. `program` (Firefox), `machine` (Windows) and `network` are "" where they are not known."""

    key: str
    program: str
    machine: str
    network: str
    began_at: datetime
    seen_at: datetime
    here: bool

    @property
    def mark(self) -> str:
        return fingerprint(self.key)

    @property
    def browser(self) -> str:
        if self.program and self.machine:
            return _("%(browser)s on %(machine)s") % {"browser": self.program, "machine": self.machine}
        return self.program or self.machine or _("A browser that is not known")


def note_where(request: HttpRequest) -> None:
    """In the session that begins: whence."""
    request.session[BEGUN_FROM] = [*browser_of(request.headers.get("User-Agent", "")), network_of(request)]


def network_of(request: HttpRequest) -> str:
    """The address that a request came from; "" where the proxy of a public installation does not say."""
    given = request.META.get("HTTP_X_REAL_IP", "") if settings.PRODUCTION else request.META.get("REMOTE_ADDR", "")
    return str(given)


def begin_anew(request: HttpRequest) -> None:
    """This one session goes on after all others were ended."""
    request.session.cycle_key()
    request.session[BEGAN_AT] = (request.now + timedelta(microseconds=1)).isoformat()


def end(request: HttpRequest) -> None:
    logout(request)
    request.viewer = None


def places_of(request: HttpRequest) -> list[Place]:
    """Every session by which whoever asks is signed in, the last used first."""
    user, at = request.user, request.now
    rows = OpenSession.objects.filter(user=user.pk, expire_date__gt=at)
    found = [(row.session_key, row.get_decoded()) for row in rows]
    here = request.session.session_key
    places = [_place(key, kept, key == here) for key, kept in found if not session_over(kept, user, at)]
    return sorted(places, key=lambda place: (place.here, place.seen_at), reverse=True)


def session_over(kept: Any, user: User, at: datetime) -> bool:
    limits = Limits(timedelta(minutes=settings.IDLE_MINUTES), timedelta(hours=settings.SESSION_HOURS))
    began, seen = stamp(kept, BEGAN_AT), stamp(kept, SEEN_AT)
    return is_over(limits, began_at=began, seen_at=seen, ended_at=user.sessions_ended_at, at=at)


def stamp(kept: Any, name: str) -> datetime | None:
    said = kept.get(name)
    return datetime.fromisoformat(said) if said else None


def _place(key: str, kept: dict[str, Any], here: bool) -> Place:
    program, machine, network = kept.get(BEGUN_FROM, ("", "", ""))
    began, seen = datetime.fromisoformat(kept[BEGAN_AT]), datetime.fromisoformat(kept[SEEN_AT])
    return Place(key, program, machine, network, began, seen, here)
