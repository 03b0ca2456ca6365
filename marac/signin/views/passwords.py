"""Changing one's own password."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires
from marac.access.roles import Permission
from marac.accounts.forms import OwnPasswordForm
from marac.signin.operations import passwords as operations
from marac.ui.formpage import FormPage


@requires(Permission.SEE_OWN_WORK)
def own_password(request: HttpRequest) -> HttpResponse:
    form = OwnPasswordForm(request.POST or None, user=request.user)
    if form.is_valid():
        password = form.cleaned_data["password"]
        user = operations.change_own_password(viewer=request.viewer, password=password)
        update_session_auth_hash(request, user)
        return redirect("accounts:own")
    page = FormPage(
        heading=_("Change your password"),
        intro=_("You stay signed in here and are signed out everywhere else."),
        button=_("Change the password"),
        back=reverse("accounts:own"),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})
