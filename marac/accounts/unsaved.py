"""What is said to somebody whose form came too late to be saved: it is kept for them, or given back to be copied."""

from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.functional import lazy
from django.utils.safestring import SafeString

from marac.access.fresh import AskAgain
from marac.accounts.kept import RESENT, forget, keep, mark_of, typed, writer_of
from marac.ui.pages import page_before

PARTS = {"HX-Retarget": "main", "HX-Reswap": "afterbegin", "HX-Reselect": "#unsaved"}


class SignedInMiddleware(LoginRequiredMiddleware):
    """Django's own, except that a form sent after the session has ended is not thrown away without a word, nor one
    sent to a page that first asks for the second factor again."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:
        if request.method == "POST":
            return unsaved(request)
        return super().handle_no_permission(request, view_func)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.method != "POST":
            return response
        if RESENT in request.POST and (response.status_code < 400 or response.status_code == 409):
            forget(request, request.POST[RESENT])  # saved, or shown again in its own page with what is wrong
        if isinstance(response, AskAgain):
            keep(request, request.user.pk, request.now)
        return response


def unsaved(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Nothing was saved: signed out meanwhile, or signed in again since in another window (`reason` is Django's).

    Kept for whoever's page it was, to be sent once they are signed in; where that is not known, given back at once.
    """
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    writer = writer_of(request)
    kept = writer is not None and keep(request, writer, request.now)
    theirs = signed_in and writer == user.pk
    shown = {
        "typed": typed(request) if theirs or not kept else [],
        "kept": kept,
        "signed_in": signed_in,
        "theirs": theirs,
        "back": page_before(request),
    }
    return at_its_head(request, render(request, "accounts/unsaved.html", shown, status=403 if signed_in else 401))


def at_its_head(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """A page that has scripts stays as it is, and the part of this one called `unsaved` is put at its head."""
    if request.headers.get("HX-Request"):
        for name, value in PARTS.items():
            answer[name] = value
    return answer


def form_token(request: HttpRequest) -> dict[str, Any]:
    """For every template: {{ csrf_input }} is Django's token, and whose page it is."""
    return {"csrf_input": lazy(_token, SafeString, str)(request)}


def _token(request: HttpRequest) -> SafeString:
    user = getattr(request, "user", None)
    writer = mark_of(user.pk) if user and user.is_authenticated else ""
    return SafeString(render_to_string("ui/token.html", {"token": get_token(request), "writer": writer}))
