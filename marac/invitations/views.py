"""Inviting people, choosing one's own password by the link, and what the office does for an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import Unseen, open_to_anyone, requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import the_system
from marac.accounts.forms import ColleagueForm, NewPasswordForm
from marac.accounts.models import User
from marac.byagency import answers
from marac.connections.queries import links_of
from marac.directory.queries import agencies_by_name, maracs_of
from marac.invitations import letters, operations
from marac.invitations.acts import ACTS
from marac.invitations.queries import (
    invitation_of,
    named,
    open_invitation,
    open_reset,
    person_to_reset,
    two_for,
    waiting_invitations,
)
from marac.invitations.rules import about_invitation
from marac.mail.queries import letter_about
from marac.mail.transport import leaves_the_machine
from marac.sessions.places import end
from marac.signin import session
from marac.signin.queries import factors_of
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form
from marac.ui.pages import page_of

RESETS = {"ask": operations.ask_reset, "confirm": operations.confirm_reset, "keep": operations.withdraw_reset}
TOKEN = "invitation"  # in the session: the secret of the link, so that it leaves the address bar


@requires(Permission.MANAGE_USERS)
@fresh_factor
def invite(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    choices = {"maracs": maracs_of(viewer), "agencies": agencies_by_name(), "initial": {"from_on": viewer.today}}
    form = ColleagueForm(request.POST or None, **choices)
    made = done(form, operations.invite, viewer=viewer, at=request.now) if form.is_valid() else None
    if made:
        return _sent(request, made) if made.token else redirect("accounts:person", made.user.pk)
    page = FormPage(
        heading=_("Invite a person"),
        intro=_("They get a link by mail, by which they choose their own password and set up their second factor."),
        button=_("Invite"),
        back=reverse("accounts:people"),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.MANAGE_USERS)
def invitations(request: HttpRequest) -> HttpResponse:
    page = page_of(request, waiting_invitations(request.viewer, request.now))
    return render(request, "invitations/all.html", {"page": page})


@requires(Permission.MANAGE_USERS)
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """How a person signs in: invited, set up, stopped; and what the office can do about it."""
    person = visible_or_404(User, request.viewer, pk=pk)
    given = {
        "person": person,
        "factors": factors_of(pk),
        "invitation": invitation_of(pk),
        "reset": open_reset(pk, request.now),
        "has_password": person.has_usable_password(),
        "letter": letter_about(about_invitation(pk)),
    }
    return render(request, "invitations/account.html", given)


@requires(Permission.MANAGE_USERS)
@fresh_factor
def change(request: HttpRequest, pk: int, way: str) -> HttpResponse:
    person = visible_or_404(User, request.viewer, pk=pk)
    act = ACTS.get(way)
    if act is None:
        raise Unseen
    form = Form(request.POST if request.method == "POST" else None)
    made = done(form, act.operation, viewer=request.viewer, user=person, at=request.now) if form.is_valid() else None
    back = reverse("invitations:account", args=[pk])
    if isinstance(made, operations.Invited):
        return _sent(request, made)
    if made:
        return redirect(back)
    page = FormPage(act.heading, act.heading, back, caption=person.name, intro=act.intro, warning=act.warning)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def lost_factor(request: HttpRequest, number: int) -> HttpResponse:
    """By two of those who answer for an agency's people, or by coordinators: the page says which, and why. For all
    others the day's list."""
    viewer, person = request.viewer, person_to_reset(request.viewer, number)
    if person is None:
        return redirect("office:today")
    two = two_for(person, viewer.today)
    office = reverse("invitations:account", args=[number]) if viewer.may(Permission.MANAGE_USERS) else ""
    form = Form(request.POST if request.method == "POST" else None)
    act = RESETS.get(request.POST.get("way", ""))
    if act and form.is_valid() and done(form, act, viewer=viewer, user=person, at=request.now):
        return redirect("invitations:lost-factor", number)
    given = {
        "form": form,
        "person": person,
        "two": two,
        "answering": named(two),
        "reset": open_reset(number, request.now),
        "factors": factors_of(number),
        "back": office or reverse("staff:confirm"),
    }
    return render(request, "invitations/lost_factor.html", given)


@open_to_anyone
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the mail. Its secret goes into the session, so that it is not read over a shoulder or sent on."""
    request.session[TOKEN] = token
    return redirect("invitations:join")


@open_to_anyone
def join(request: HttpRequest) -> HttpResponse:
    """Choosing one's own password; then the second factor."""
    token = request.session.get(TOKEN, "")
    invited = open_invitation(token, request.now)
    if invited is None:
        return render(request, "invitations/no_invitation.html")
    form = NewPasswordForm(request.POST or None, user=invited.user)
    given = {"viewer": the_system(request.today), "token": token, "at": request.now}
    user = done(form, operations.accept, **given) if form.is_valid() else None
    if user:
        end(request)
        session.begin_half(request, user, "")
        return session.on_from_first(request, user, "password")
    page = FormPage(
        heading=_("Choose your password"),
        intro=_("After this you set up a second factor, and are in."),
        button=_("Continue"),
        back=reverse("signin:sign-in"),
    )
    given = {"form": form, "page": page, "links": links_of(invited.user, request.today)}
    return render(request, "invitations/join.html", given)


@open_to_anyone
def join_agency(request: HttpRequest) -> HttpResponse:
    """Instead of a password: the account that they have at their agency, which they have just shown."""
    shown, token = answers.kept_shown(request, answers.JOIN), request.session.get(TOKEN, "")
    if shown is None or open_invitation(token, request.now) is None:
        return redirect("invitations:join")
    form = Form(request.POST if request.method == "POST" else None)
    given = {"viewer": the_system(request.today), "token": token, "at": request.now}
    about = {"connection": shown.connection, "known_as": shown.known_as}
    user = done(form, operations.accept_by_agency, **given, **about) if form.is_valid() else None
    if user:
        end(request)
        return answers.let_in(request, user, shown)
    page = FormPage(
        heading=_("Sign in with your agency's account from now on"),
        caption=shown.connection.agency.name,
        intro=_("No password is chosen here. If your agency's sign-in is away, ask your coordinator for a link."),
        button=_("Use this account"),
        back=reverse("invitations:join"),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _sent(request: HttpRequest, made: operations.Invited) -> HttpResponse:
    """Where no mail leaves this machine, the link is shown once to be handed over."""
    shown = "" if leaves_the_machine() else letters.address_of(made.token)
    return render(request, "invitations/invited.html", {"person": made.user, "link": shown})
