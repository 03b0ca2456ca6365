"""Ending one's own sessions elsewhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import requires
from marac.access.roles import Permission
from marac.sessions import operations
from marac.sessions.forms import EndSessionForm
from marac.sessions.places import begin_anew, places_of
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def end_one(request: HttpRequest) -> HttpResponse:
    others = [place for place in places_of(request) if not place.here]
    form = EndSessionForm(request.POST or None, places=others)
    if form.is_valid() and done(form, operations.end_session, viewer=request.viewer):
        return redirect("signin:own")
    page = FormPage(
        heading=_("Sign out somewhere else"),
        intro=_("Whoever sits there has to sign in again.") if others else _("You are signed in nowhere else."),
        button=_("Sign out there") if others else "",
        back=reverse("signin:own"),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def end_others(request: HttpRequest) -> HttpResponse:
    page = FormPage(
        heading=_("Sign out everywhere else"),
        intro=_("You stay signed in here. Everywhere else you have to sign in again."),
        button=_("Sign out everywhere else"),
        back=reverse("signin:own"),
    )
    if request.method == "POST":
        operations.end_other_sessions(viewer=request.viewer, at=request.now)
        begin_anew(request)
        return redirect(page.back)
    return render(request, "ui/form.html", {"form": Form(), "page": page})
