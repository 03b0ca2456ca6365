"""Signing in with the account that one has at one's agency, and linking it to one's own account here."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import open_to_anyone, requires
from marac.access.roles import Permission
from marac.access.viewer import the_system
from marac.accounts.middleware import WITHIN
from marac.audit.reading import record_sign_in
from marac.byagency import answers
from marac.byagency.answers import Shown
from marac.connections import operations
from marac.connections.queries import linked_account, open_connection, open_connections
from marac.kernel.refusal import Refusal
from marac.signin import session
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form
from marac.ui.refusals import said


@open_to_anyone
def agencies(request: HttpRequest) -> HttpResponse:
    """Which agency somebody is of."""
    given = {"connections": open_connections(), "next": request.GET.get("next", "")}
    return render(request, "byagency/agencies.html", given)


@open_to_anyone
def enter(request: HttpRequest, connection: int) -> HttpResponse:
    """To the agency's own sign-in page: of who is a stranger, or opens the link of an invitation."""
    return _go(request, connection, answers.JOIN if "join" in request.GET else answers.SIGN_IN)


@requires(Permission.SEE_OWN_WORK)
def again(request: HttpRequest, connection: int) -> HttpResponse:
    """For who was let in on their agency's word: once more, before a page that asks for a factor of now."""
    return _go(request, connection, answers.AGAIN)


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def begin_link(request: HttpRequest, connection: int) -> HttpResponse:
    return _go(request, connection, answers.LINK)


@open_to_anyone
def answer(request: HttpRequest) -> HttpResponse:
    """Where every service sends people back to."""
    try:
        shown = answers.answered(request)
        return NEXT[shown.way](request, shown)
    except Refusal as refusal:
        record_sign_in(None, "refused", by="agency")
        return _another_way(request, refusal)


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def link(request: HttpRequest) -> HttpResponse:
    """Asked once more with a button, so that nobody is linked by a page that they only came across."""
    shown = answers.kept_shown(request, answers.LINK)
    if shown is None:
        return redirect("signin:own")
    form, given = (
        Form(request.POST if request.method == "POST" else None),
        {"user": request.user, "known_as": shown.known_as},
    )
    system = the_system(request.today)
    if form.is_valid() and done(form, operations.link, viewer=system, connection=shown.connection, **given):
        request.session.pop(answers.SHOWN)
        return redirect("signin:own")
    page = FormPage(
        heading=_("Link your agency's account"),
        caption=shown.connection.agency.name,
        intro=_(
            "From now on you can sign in here by it. Whoever runs your agency's sign-in can let somebody in as you."
        ),
        button=_("Link it"),
        back=reverse("signin:own"),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def unlink(request: HttpRequest, connection: int) -> HttpResponse:
    found = open_connection(connection)
    if found is None:
        return redirect("signin:own")
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, operations.unlink, viewer=request.viewer, connection=found):
        return redirect("signin:own")
    page = FormPage(
        heading=_("Take the link away"),
        caption=found.agency.name,
        intro=_("Your agency's account no longer signs you in here. See that you have another way to sign in."),
        button=_("Take the link away"),
        back=reverse("signin:own"),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _go(request: HttpRequest, connection: int, way: str) -> HttpResponse:
    try:
        return answers.go(request, connection, way)
    except Refusal as refusal:
        return _another_way(request, refusal)


def _another_way(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return render(request, "byagency/another_way.html", {"reason": said(refusal)}, status=200)


def _sign_in(request: HttpRequest, shown: Shown) -> HttpResponse:
    """Only whose account was linked, whatever e-mail address the service gives."""
    user = linked_account(shown.connection, shown.known_as, request.today)
    if user is None:
        raise Refusal(_("No account here is linked to it, or its role for this agency has ended."))
    return answers.let_in(request, user, shown)


def _again(request: HttpRequest, shown: Shown) -> HttpResponse:
    user = linked_account(shown.connection, shown.known_as, request.today)
    signed_in = request.user.is_authenticated and user == request.user
    if not signed_in or request.session.get(WITHIN) != shown.connection.agency_id:
        raise Refusal(_("This is another account than the one that is signed in here."))
    if not (shown.factor and shown.fresh):
        raise Refusal(_("Your agency's service does not say that you showed two factors just now."))
    return session.show_again(request, shown.wanted or "/")


def _link(request: HttpRequest, shown: Shown) -> HttpResponse:
    answers.keep_shown(request, shown)
    return redirect("byagency:link")


def _join(request: HttpRequest, shown: Shown) -> HttpResponse:
    answers.keep_shown(request, shown)
    return redirect("invitations:join-agency")


NEXT: dict[str, Callable[[HttpRequest, Shown], HttpResponse]] = {
    answers.SIGN_IN: _sign_in,
    answers.AGAIN: _again,
    answers.LINK: _link,
    answers.JOIN: _join,
}
