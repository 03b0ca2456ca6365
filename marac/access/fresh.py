"""Some pages ask for a second factor again: exports, bulk prints, and who may do what."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from marac.ui.pages import page_before

FACTOR_AT = "factor_at"  # in the session: when a second factor was last shown
WITHOUT_FACTOR = "without_factor"  # in the session: signed in to a demonstration by password alone
MINUTES = 10

View = Callable[..., HttpResponse]


class AskAgain(HttpResponseRedirect):
    """To the page that asks for the factor. What was typed in a form is kept meanwhile (marac/accounts/unsaved.py)."""


def fresh_factor(view: View) -> View:
    """Below `@requires`: the page opens if a second factor was shown in the last ten minutes, and else asks for it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if has_fresh_factor(request):
            return view(request, *args, **kwargs)
        return ask_again(request.path, page_before(request))

    vars(guarded)["asks_again"] = True
    return guarded


def gives_file(view: View) -> View:
    """A browser that is sent to a file stays where it was, so it is led by way of a page."""
    vars(view)["gives_file"] = True
    return view


def ask_again(wanted: str, back: str = "") -> AskAgain:
    """`back` is the page from which it was asked for."""
    return AskAgain(f"{reverse('signin:again')}?{urlencode({'next': wanted} | ({'back': back} if back else {}))}")


def has_fresh_factor(request: HttpRequest, minutes: int = MINUTES) -> bool:
    """Who signed in to a demonstration without a factor has none to show."""
    if request.session.get(WITHOUT_FACTOR) and not settings.PRODUCTION:
        return True
    shown = request.session.get(FACTOR_AT)
    now: datetime = request.now  # type: ignore[attr-defined]
    return shown is not None and (now - datetime.fromisoformat(shown)).total_seconds() <= minutes * 60
