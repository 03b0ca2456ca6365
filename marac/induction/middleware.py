"""Sends whoever has not signed the words in force to do so, before any page that may show a case."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from marac.access.viewer import Viewer
from marac.induction.queries import has_signed_before, unsigned_maracs
from marac.induction.rules import waits

# In the session: the day, how often the settings of the MARACs had been changed, and those MARACs, for which all was
# signed: so it is looked up once a day, and once more after a change.
SIGNED = "signed"


class SignedMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """What was typed under earlier words is still taken; the next page asks for the new ones."""
        viewer = request.viewer
        if viewer is None or not waits(getattr(view, "opens_to", "")) or all_signed(request.session, viewer):
            return None
        if request.method == "POST" and has_signed_before(viewer.user_id, viewer.marac_ids):
            return None
        wanted = request.get_full_path() if request.method == "GET" else "/"
        return redirect(f"{reverse('induction:sign')}?{urlencode({'next': wanted})}")


def all_signed(session: Any, viewer: Viewer) -> bool:
    held = [viewer.today.isoformat(), viewer.rule_changes, *sorted(viewer.marac_ids)]
    if session.get(SIGNED) == held:
        return True
    if unsigned_maracs(viewer.user_id, viewer.marac_ids, viewer.today):
        return False
    session[SIGNED] = held
    return True
