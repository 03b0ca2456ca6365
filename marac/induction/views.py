"""Signing what is asked before the first case, and who has signed it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from marac.access.requires import requires
from marac.access.roles import Permission
from marac.induction.forms import SignForm
from marac.induction.operations import sign as sign_words
from marac.induction.queries import next_to_sign, who_signed
from marac.kernel.refusal import Refusal


@requires(Permission.SEE_OWN_WORK)
def sign(request: HttpRequest) -> HttpResponse:
    """One MARAC's words after the other, and then where one wanted to go."""
    asked, wanted = next_to_sign(request.viewer), request.GET.get("next", "")
    inside = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    if asked is None:
        return redirect(wanted if inside else "office:today")
    form = SignForm(request.POST or None, initial={"mark": asked.mark})
    if form.is_valid():
        try:
            sign_words(viewer=request.viewer, marac=asked.marac, mark=form.cleaned_data["mark"])
        except Refusal as refusal:
            form = SignForm(initial={"mark": asked.mark})
            return render(request, "induction/sign.html", {"form": form, "asked": asked, "refusal": refusal})
        return redirect(request.get_full_path())
    return render(request, "induction/sign.html", {"form": form, "asked": asked, "refusal": None})


@requires(Permission.MANAGE_USERS)
def signed(request: HttpRequest) -> HttpResponse:
    return render(request, "induction/signed.html", {"maracs": who_signed(request.viewer)})
