"""One's own account, and the people of the viewer's MARACs with their roles."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import requires, visible_or_404
from marac.access.roles import ROLE_NAMES, Permission, Role
from marac.accounts import operations, queries
from marac.accounts.forms import (
    ActAsForm,
    EndRoleForm,
    RoleForm,
)
from marac.accounts.kept import forget, kept_forms
from marac.accounts.middleware import ACTS_AS, WITHIN, viewer_now
from marac.accounts.models import Membership, User
from marac.audit.reading import record_sign_in
from marac.directory.queries import agencies_by_name, maracs_of
from marac.ui.formpage import FormPage, done
from marac.ui.pages import keep_words, kept_words, page_of


@requires(Permission.SEE_OWN_WORK)
def own(request: HttpRequest) -> HttpResponse:
    """One's own account: what one acts as, and the choice of another role."""
    viewer = request.viewer
    roles = queries.own_roles(viewer.user_id, viewer.today, request.session.get(WITHIN))
    form = ActAsForm(request.POST or None, roles=roles, initial={"acts_as": f"{viewer.agency_id}:{viewer.role}"})
    if form.is_valid():
        chosen = form.cleaned_data["acts_as"]
        request.session[ACTS_AS] = [chosen.agency_id, chosen.role]
        was = {"was_role": viewer.role.value, "was_agency_id": viewer.agency_id}
        record_sign_in(viewer_now(request), "acts in another role", **was)
        return redirect("office:today")
    shown = {"form": form, "roles": roles, "user": request.user, "answers": queries.answers_for(viewer).exists()}
    return render(request, "accounts/own.html", shown)


@requires(Permission.SEE_OWN_WORK)
def kept(request: HttpRequest) -> HttpResponse:
    """One's own forms that could not be saved when they came, each to be sent now or thrown away."""
    if request.method == "POST":
        forget(request, request.POST.get("key", ""))
        return redirect("accounts:kept")
    return render(request, "accounts/kept.html", {"forms": kept_forms(request, request.user.pk, request.now)})


@requires(Permission.MANAGE_USERS)
def people(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return keep_words(request)
    page = page_of(request, queries.people_found(request.viewer, kept_words(request)))
    return render(request, "accounts/people.html", {"page": page, "names": _role_names()})


@requires(Permission.MANAGE_USERS)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    user = visible_or_404(User, request.viewer, pk=pk)
    roles = queries.roles_of(request.viewer, user)
    return render(request, "accounts/person.html", {"person": user, "roles": roles, "names": _role_names()})


@requires(Permission.MANAGE_USERS)
@fresh_factor
def give_role(request: HttpRequest, pk: int) -> HttpResponse:
    user = visible_or_404(User, request.viewer, pk=pk)
    form = RoleForm(request.POST or None, **_choices(request))
    back = reverse("accounts:person", args=[pk])
    if form.is_valid() and done(form, operations.give_role, viewer=request.viewer, user=user):
        return redirect(back)
    page = FormPage(heading=_("Give a role"), caption=user.name, button=_("Save"), back=back)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.MANAGE_USERS)
@fresh_factor
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    held = visible_or_404(Membership, request.viewer, pk=pk)
    form = EndRoleForm(request.POST or None, initial={"until_on": request.viewer.today})
    back = reverse("accounts:person", args=[held.user_id])
    if form.is_valid() and done(form, operations.end_role, viewer=request.viewer, membership=held):
        return redirect(back)
    page = FormPage(
        heading=_("End a role"),
        caption=f"{held.user.name}: {_(ROLE_NAMES[Role(held.role)])}, {held.agency.name}, {held.marac.name}",
        intro=_("After that day they can open nothing by this role, even where they are still signed in."),
        button=_("End the role"),
        back=back,
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _choices(request: HttpRequest) -> dict[str, Any]:
    viewer = request.viewer
    return {
        "maracs": maracs_of(viewer),
        "agencies": agencies_by_name(),
        "initial": {"from_on": viewer.today},
    }


def _role_names() -> dict[str, str]:
    return {role.value: _(name) for role, name in ROLE_NAMES.items()}
