"""What is said to somebody whose form came too late to be saved: what they typed is given back to be copied."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

NOT_TYPED = ("csrfmiddlewaretoken", "revision", "before", "next", "path", "seen")
SECRET = ("password", "code", "secret")
PARTS = {"HX-Retarget": "main", "HX-Reswap": "afterbegin", "HX-Reselect": "#unsaved"}


class SignedInMiddleware(LoginRequiredMiddleware):
    """Django's own, except that a form sent after the session has ended is not thrown away without a word."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:
        if request.method == "POST":
            return unsaved(request)
        return super().handle_no_permission(request, view_func)


def unsaved(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Nothing was saved: signed out meanwhile, or signed in again since in another window (`reason` is Django's).

    A page that has scripts stays as it is, and this is put at its head.
    """
    signed_in = bool(getattr(request, "user", None) and request.user.is_authenticated)
    shown = {"typed": _typed(request), "signed_in": signed_in, "back": _page_of_the_form(request)}
    answer = render(request, "accounts/unsaved.html", shown, status=403 if signed_in else 401)
    if request.headers.get("HX-Request"):
        for name, value in PARTS.items():
            answer[name] = value
    return answer


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Each text with the name of its box; nothing of a form from another site, of a password or of a code."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return []
    return [
        (name.replace("_", " ").capitalize(), text)
        for name, texts in request.POST.lists()
        if name not in NOT_TYPED and not any(secret in name for secret in SECRET)
        for text in texts
        if text.strip()
    ]


def _page_of_the_form(request: HttpRequest) -> str:
    """The path of the page that was filled in, which its browser tells us; nothing of another site."""
    said = urlsplit(request.headers.get("Referer", ""))
    return said.path if said.netloc == request.get_host() else ""
