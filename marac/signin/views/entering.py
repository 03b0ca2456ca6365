"""Signing in by password and second factor, showing a factor again, and signing out."""

from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import open_to_anyone, requires
from marac.access.roles import Permission
from marac.access.viewer import the_system
from marac.accounts.kept import mark_of
from marac.accounts.middleware import WITHIN
from marac.accounts.models import User
from marac.accounts.queries import account_of
from marac.audit.fingerprint import fingerprint
from marac.audit.reading import record_sign_in
from marac.connections.queries import connection_for, open_connections
from marac.kernel.refusal import Refusal
from marac.signin import session
from marac.signin.forms import CodeForm, SignInForm
from marac.signin.operations.factors import use_code
from marac.signin.operations.tries import count_try, forgive
from marac.signin.queries import factors_of
from marac.ui.forms import Form


@open_to_anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    user = _with_password(request, form) if form.is_valid() else None
    if user is None:
        wanted = request.POST.get("next") or request.GET.get("next", "")
        given = {"form": form, "next": wanted, "agencies": open_connections().exists()}
        return render(request, "signin/sign_in.html", given)
    session.begin_half(request, user, request.POST.get("next", ""))
    return session.on_from_first(request, user, "password")


@open_to_anyone
def second(request: HttpRequest) -> HttpResponse:
    """The second factor of somebody whose password was right."""
    user = session.half_user(request)
    if user is None:
        return redirect("signin:sign-in")
    form = CodeForm(request.POST or None)
    used = _with_code(request, form, user) if form.is_valid() else None
    if used:
        return session.let_in(request, user, used)
    return render(request, "signin/second.html", {"form": form, "factors": factors_of(user.pk)})


@requires(Permission.SEE_OWN_WORK)
def again(request: HttpRequest) -> HttpResponse:
    """The second factor once more, before a page that asks for one of the last ten minutes."""
    wanted = session.inside(request, request.GET.get("next", "")) or "/"
    form = CodeForm(request.POST or None)
    if form.is_valid() and _with_code(request, form, request.user):
        return session.show_again(request, wanted)
    given = {
        "form": form,
        "factors": factors_of(request.user.pk),
        "wanted": wanted,
        "back": request.GET.get("back", ""),
        "agency": connection_for(request.session.get(WITHIN)),
    }
    return render(request, "signin/again.html", given)


@requires(Permission.SEE_OWN_WORK)
def file(request: HttpRequest) -> HttpResponse:
    """After the factor was shown again for a file: it comes by itself, and this page leads back."""
    wanted, back = (session.inside(request, request.GET.get(name, "")) or "/" for name in ("next", "back"))
    return render(request, "signin/file.html", {"wanted": wanted, "back": back})


@requires(Permission.SEE_OWN_WORK)
def still(request: HttpRequest) -> HttpResponse:
    """Who is signed in, as a page's forms say whose they are: a covered page asks before it is shown again."""
    return HttpResponse(mark_of(request.user.pk), content_type="text/plain; charset=utf-8")


@open_to_anyone
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        record_sign_in(request.viewer, "signed out", of_user_id=request.user.pk)
    logout(request)
    answer = redirect("signin:sign-in")
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _with_password(request: HttpRequest, form: Form) -> User | None:
    """Unknown account, wrong password and ended account give the same sentence after the same work."""
    email = form.cleaned_data["email"]
    if not _counted(request, form, "password", email):
        return None
    user = authenticate(request, username=email, password=form.cleaned_data["password"])
    if user is None:
        record_sign_in(None, "refused", of_user_id=account_of(email), typed=fingerprint(email))
        form.add_error(None, _("The e-mail address or the password is wrong. Try again."))
        return None
    if session.viewer_for(request, user) is None:
        form.add_error(None, _("You have no role here today. Ask your coordinator."))
        return None
    _right(request, user, "password")
    return user


def _with_code(request: HttpRequest, form: Form, user: User) -> str | None:
    """What the code was; None with the reason in the form."""
    viewer = session.viewer_for(request, user)
    if viewer is None or not _counted(request, form, "code", user.email):
        return None
    try:
        used = use_code(viewer=viewer, code=form.cleaned_data["code"], at=request.now)
    except Refusal as refusal:
        record_sign_in(None, "refused", of_user_id=user.pk, by="second factor")
        form.refuse(refusal)
        return None
    _right(request, user, "code")
    return used


def _counted(request: HttpRequest, form: Form, what: str, email: str) -> bool:
    """Whether this try at a password or a code is allowed now."""
    account, address = f"{what} {fingerprint(email)}", session.address_mark(request)
    try:
        count_try(viewer=the_system(request.today), account=account, address=address, at=request.now)
    except Refusal as refusal:
        record_sign_in(None, "told to wait", of_user_id=account_of(email), typed=fingerprint(email))
        form.refuse(refusal)
        return False
    return True


def _right(request: HttpRequest, user: User, what: str) -> None:
    account, address = f"{what} {fingerprint(user.email)}", session.address_mark(request)
    forgive(viewer=the_system(request.today), user=user, account=account, address=address)
