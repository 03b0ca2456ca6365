"""Signing in and out."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from marac.access.requires import open_to_anyone
from marac.accounts.forms import SignInForm


@open_to_anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None)
    if form.is_valid():
        login(request, form.user)
        return redirect(_next(request))
    return render(request, "accounts/sign_in.html", {"form": form, "next": request.GET.get("next", "")})


@open_to_anyone
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    answer = redirect("accounts:sign-in")
    answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _next(request: HttpRequest) -> str:
    asked = request.POST.get("next", "")
    inside = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if inside and asked else settings.LOGIN_REDIRECT_URL
