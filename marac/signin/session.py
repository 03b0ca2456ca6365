"""What the session says: half signed in after the password, when it began, and when a factor was last shown."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from marac.access.fresh import FACTOR_AT, WITHOUT_FACTOR
from marac.access.viewer import Viewer
from marac.accounts.kept import KEPT, has_kept
from marac.accounts.middleware import viewer_now, viewer_of
from marac.accounts.models import User
from marac.accounts.queries import active_account
from marac.accounts.sealing import closed, opened
from marac.audit.fingerprint import fingerprint
from marac.audit.reading import record_sign_in
from marac.kernel.sealed import Broken
from marac.sessions.places import BEGAN_AT, SEEN_AT, network_of, note_where
from marac.signin.demonstration import demonstration_here
from marac.signin.queries import has_factor
from marac.signin.rules import HALF_WAY, is_factor_needed

HALF = "half_signed_in"  # whose password was right, since when, and where they wanted to go
PENDING = "pending_secret"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def begin_half(request: HttpRequest, user: User, wanted: str) -> None:
    """The first factor was right. Nobody is signed in yet: to every page this is still a stranger."""
    kept = request.session.get(KEPT)
    request.session.flush()
    if kept:
        request.session[KEPT] = kept
    request.session[HALF] = {"user": user.pk, "at": request.now.isoformat(), "next": inside(request, wanted)}


def half_user(request: HttpRequest) -> User | None:
    """Who is between password and second factor, for ten minutes."""
    kept = request.session.get(HALF)
    if not kept or request.user.is_authenticated:
        return None
    if request.now - datetime.fromisoformat(kept["at"]) > HALF_WAY:
        return None
    user = active_account(kept["user"])
    return user if user and viewer_of(user, request.today) else None


def enrolling(request: HttpRequest) -> User | None:
    """Who may set up a factor: who is signed in, or who is half so and has none. Half is not enough to add a second."""
    if request.user.is_authenticated:
        return request.user if request.viewer else None
    user = half_user(request)
    return None if user is None or has_factor(user.pk) else user


def asks_for_factor(user: User) -> bool:
    return is_factor_needed(
        enrolled=has_factor(user.pk), demonstration=demonstration_here() is not None, production=settings.PRODUCTION
    )


def on_from_first(request: HttpRequest, user: User, by: str) -> HttpResponse:
    """The password was right or was just chosen, or the agency says who it is: to the second factor, to setting one up,
    or in."""
    if has_factor(user.pk):
        return redirect("signin:second")
    return redirect("signin:first") if asks_for_factor(user) else let_in(request, user, by)


def let_in(request: HttpRequest, user: User, by: str) -> HttpResponse:
    """Sign in for good, under a new session number; gives the way on. `by` is what was shown: "authenticator", …"""
    wanted = request.session.get(HALF, {}).get("next") or inside(request, request.POST.get("next", ""))
    login(request, user, backend=BACKEND)
    request.session.pop(HALF, None)
    begin(request.session, request.now, by)
    note_where(request)
    record_sign_in(viewer_now(request), "signed in", of_user_id=user.pk, by=by)
    return on_to(request, user, wanted or settings.LOGIN_REDIRECT_URL)


def show_again(request: HttpRequest, wanted: str) -> HttpResponse:
    """A factor was shown again, within a session: on to the page that asked for it, under a new session number."""
    request.session.cycle_key()
    request.session[FACTOR_AT] = request.now.isoformat()
    if getattr(resolve(urlsplit(wanted).path).func, "gives_file", False):
        back = inside(request, request.GET.get("back", ""))
        wanted = f"{reverse('signin:file')}?{urlencode({'next': wanted, 'back': back})}"
    return on_to(request, request.user, wanted)


def on_to(request: HttpRequest, user: User, wanted: str) -> HttpResponse:
    """To the page that was wanted; first to what this person typed and could not save, if there is any."""
    return redirect("accounts:kept" if has_kept(request, user.pk, request.now) else wanted)


def begin(session: Any, now: datetime, by: str) -> None:
    """Its first stamps. Without them a session is taken to be over (marac/signin/middleware.py). What an agency's
    service saw may be hours old, so that it is no factor of now."""
    session[BEGAN_AT] = session[SEEN_AT] = now.isoformat()
    if by == "password":
        session[WITHOUT_FACTOR] = True
    elif by != "agency":
        session[FACTOR_AT] = now.isoformat()


def viewer_for(request: HttpRequest, user: User) -> Viewer | None:
    """Who they act as; for who is half signed in, what they would act as."""
    return request.viewer or viewer_of(user, request.today)


def keep_pending(request: HttpRequest, user: User, secret: bytes) -> None:
    """Sealed, for sessions are rows of the database too."""
    request.session[PENDING] = closed(secret, _pending_of(user))


def pending(request: HttpRequest, user: User) -> bytes | None:
    """The secret that was shown and not yet confirmed."""
    try:
        return opened(request.session.get(PENDING, ""), _pending_of(user))
    except Broken:
        return None


def address_mark(request: HttpRequest) -> str:
    """A mark of where it came from; "" where the proxy of a public installation does not say."""
    given = network_of(request)
    return f"address {fingerprint(given)}" if given else ""


def inside(request: HttpRequest, asked: str) -> str:
    """Where to go next, if it is on this site; else nothing."""
    known = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if known else ""


def _pending_of(user: User) -> bytes:
    return f"pending {user.pk}".encode()
