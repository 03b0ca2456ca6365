"""Passkeys: setting one up, signing in by one, showing one again, and taking one away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import ask_again, fresh_factor
from marac.access.requires import open_to_anyone, requires
from marac.access.roles import Permission
from marac.audit.reading import record_sign_in
from marac.kernel.refusal import Refusal
from marac.signin import session
from marac.signin.forms import NewPasskeyForm, PasskeyForm, RemovePasskeyForm
from marac.signin.models import Passkey
from marac.signin.operations import factors as operations
from marac.signin.passkeys import ask_for_new, ask_for_one, made, shown
from marac.signin.queries import passkeys_of
from marac.signin.rules import can_have_passkeys
from marac.signin.views.factors import needs_again, set_up
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form


@open_to_anyone
def enter(request: HttpRequest) -> HttpResponse:
    """A passkey alone signs in: its device asked for a finger, a face or a PIN. Or it is the second factor."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    form = PasskeyForm(request.POST or None, initial={"next": wanted})
    passkey = _shown(request, form) if form.is_valid() else None
    if passkey:
        return session.let_in(request, passkey.user, "passkey")
    page = FormPage(
        heading=_("Sign in with a passkey"),
        intro=_("Your browser asks for your finger, your face or the PIN of this device or key."),
        button=_("Use my passkey"),
        back=reverse("signin:sign-in"),
    )
    return _page(request, form, page)


@requires(Permission.SEE_OWN_WORK)
def again(request: HttpRequest) -> HttpResponse:
    """One's own passkey once more, before a page that asks for a factor of the last ten minutes."""
    wanted = session.inside(request, request.POST.get("next") or request.GET.get("next", "")) or "/"
    form = PasskeyForm(request.POST or None, initial={"next": wanted})
    passkey = _shown(request, form) if form.is_valid() else None
    if passkey and passkey.user_id == request.user.pk:
        return session.show_again(request, wanted)
    if passkey:
        form.add_error(None, _("This is the passkey of another account. Choose one of yours."))
    page = FormPage(
        heading=_("Show your passkey once more"),
        intro=_("This page can give a lot away, so it asks again."),
        button=_("Use my passkey"),
        back=f"{reverse('signin:again')}?next={wanted}",
    )
    return _page(request, form, page)


@open_to_anyone
def add(request: HttpRequest) -> HttpResponse:
    user = session.enrolling(request)
    if user is None:
        return redirect("signin:sign-in")
    if needs_again(request, user):
        return ask_again(request.path)
    form, viewer = NewPasskeyForm(request.POST or None), session.viewer_for(request, user)
    if form.is_valid() and _made(request, form, viewer):
        return set_up(request, user, viewer, "passkey")
    page = FormPage(
        heading=_("Set up a passkey"),
        intro=_("This device, your telephone or a key that you plug in keeps it. It cannot be guessed."),
        button=_("Set up the passkey"),
        back=reverse("signin:own" if request.user.is_authenticated else "signin:first"),
    )
    asked = ask_for_new(request, user) if can_have_passkeys(request.get_host()) else ""
    return render(request, "signin/passkey.html", {"form": form, "page": page, "asked": asked, "way": "make"})


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def remove(request: HttpRequest) -> HttpResponse:
    form = RemovePasskeyForm(request.POST or None, passkeys=passkeys_of(request.user.pk))
    if form.is_valid() and done(form, operations.remove_passkey, viewer=request.viewer):
        return redirect("signin:own")
    page = FormPage(
        heading=_("Take a passkey away"),
        intro=_("It no longer opens this account. Delete it on your device too."),
        button=_("Take it away"),
        back=reverse("signin:own"),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _page(request: HttpRequest, form: Form, page: FormPage) -> HttpResponse:
    asked = ask_for_one(request) if can_have_passkeys(request.get_host()) else ""
    return render(request, "signin/passkey.html", {"form": form, "page": page, "asked": asked, "way": "show"})


def _shown(request: HttpRequest, form: Form) -> Passkey | None:
    """The passkey that answers, noted as used; None with the reason in the form."""
    try:
        passkey, uses = shown(request, form.cleaned_data["answer"])
        viewer = session.viewer_of(passkey.user, request.today)
        if viewer is None:
            raise Refusal(_("You have no role here today. Ask your coordinator."))
        operations.use_passkey(viewer=viewer, passkey=passkey, uses=uses)
    except Refusal as refusal:
        record_sign_in(None, "refused", by="passkey")
        form.refuse(refusal)
        return None
    return passkey


def _made(request: HttpRequest, form: Form, viewer: Any) -> Any:
    try:
        new = made(request, form.cleaned_data["answer"])
        return operations.add_passkey(viewer=viewer, name=form.cleaned_data["name"], **vars(new))
    except Refusal as refusal:
        form.refuse(refusal)
    return None
