"""Setting up the second factors of one's own account, and taking them away."""

import base64
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import FACTOR_AT, WITHOUT_FACTOR, ask_again, fresh_factor, has_fresh_factor
from marac.access.requires import open_to_anyone, requires
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.middleware import WITHIN
from marac.accounts.models import User
from marac.connections.queries import links_of
from marac.sessions.places import places_of
from marac.signin import session
from marac.signin.forms import AppCodeForm
from marac.signin.operations import factors as operations
from marac.signin.pictures import picture_of
from marac.signin.queries import factors_of, has_factor
from marac.signin.rules import SECRET_BYTES, can_have_passkeys
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form


@open_to_anyone
def first(request: HttpRequest) -> HttpResponse:
    """Which second factor to set up first: nothing else opens before one is."""
    if session.enrolling(request) is None:
        return redirect("signin:sign-in")
    return render(request, "signin/first.html", {"passkeys": can_have_passkeys(request.get_host())})


@open_to_anyone
def add_authenticator(request: HttpRequest) -> HttpResponse:
    user = session.enrolling(request)
    if user is None:
        return redirect("signin:sign-in")
    if needs_again(request, user):
        return ask_again(request.path)
    secret = session.pending(request, user)
    if secret is None:
        secret = secrets.token_bytes(SECRET_BYTES)
        session.keep_pending(request, user, secret)
    form, viewer = AppCodeForm(request.POST or None), session.viewer_for(request, user)
    given = {"viewer": viewer, "secret": secret, "at": request.now}
    if form.is_valid() and done(form, operations.add_authenticator, **given):
        request.session.pop(session.PENDING)
        return set_up(request, user, viewer, "authenticator")
    return render(request, "signin/authenticator.html", {"form": form, "secret": _readable(secret)})


@open_to_anyone
def authenticator_picture(request: HttpRequest) -> HttpResponse:
    """The secret as a picture for the telephone's camera."""
    user = session.enrolling(request)
    secret = session.pending(request, user) if user else None
    if secret is None:
        return redirect("signin:add-authenticator")
    return HttpResponse(picture_of(secret, user.email), content_type="image/svg+xml")


@requires(Permission.SEE_OWN_WORK)
def own(request: HttpRequest) -> HttpResponse:
    """How one signs in: the factors that are set up, and one's sessions."""
    given = {
        "factors": factors_of(request.user.pk),
        "passkeys": can_have_passkeys(request.get_host()),
        "links": links_of(request.user, request.today),
        "places": places_of(request),
    }
    return render(request, "signin/own.html", given)


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def new_codes(request: HttpRequest) -> HttpResponse:
    page = FormPage(
        heading=_("Make new recovery codes"),
        intro=_("You get ten codes, each for one sign-in. Those that you have now stop working."),
        button=_("Make new codes"),
        back=reverse("signin:own"),
    )
    if request.method == "POST" and has_factor(request.user.pk):
        codes = operations.make_recovery_codes(viewer=request.viewer)
        return render(request, "signin/codes.html", {"codes": codes, "on": page.back})
    return render(request, "ui/form.html", {"form": Form(), "page": page})


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def remove_authenticator(request: HttpRequest) -> HttpResponse:
    page = FormPage(
        heading=_("Take the authenticator app away"),
        intro=_("Its codes stop working for this account."),
        button=_("Take it away"),
        back=reverse("signin:own"),
        warning=True,
    )
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, operations.remove_authenticator, viewer=request.viewer):
        return redirect("signin:own")
    return render(request, "ui/form.html", {"form": form, "page": page})


def needs_again(request: HttpRequest, user: User) -> bool:
    """Whoever is signed in and has a factor shows it before they set up another; so does who came by their agency."""
    shows_one = WITHIN in request.session or has_factor(user.pk)
    return request.user.is_authenticated and shows_one and not has_fresh_factor(request)


def set_up(request: HttpRequest, user: User, viewer: Viewer, factor: str) -> HttpResponse:
    """A factor was set up: whoever was half signed in is signed in, and the first time codes are shown."""
    on = reverse("signin:own")
    if not request.user.is_authenticated:
        on = session.let_in(request, user, factor).url
    request.session[FACTOR_AT] = request.now.isoformat()
    request.session.pop(WITHOUT_FACTOR, None)
    if factors_of(user.pk).codes_left:
        return redirect(on)
    codes = operations.make_recovery_codes(viewer=viewer)
    return render(request, "signin/codes.html", {"codes": codes, "on": on})


def _readable(secret: bytes) -> str:
    """In groups of four, for those who type it."""
    text = base64.b32encode(secret).decode()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
