"""Ends sessions that are over: unused, too old, ended from elsewhere, or without a factor where one is needed."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from marac.access.fresh import WITHOUT_FACTOR
from marac.audit.reading import record_sign_in
from marac.sessions.places import SEEN_AT, end, session_over, stamp

STAMPED_EVERY = timedelta(minutes=1)  # a session is written once a minute, and not for every page


class SessionMiddleware:
    """After the viewer is known, before a page is looked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _look(request)
        return self.get_response(request)


def _look(request: HttpRequest) -> None:
    over = session_over(request.session, request.user, request.now)
    if over or (settings.PRODUCTION and request.session.get(WITHOUT_FACTOR)):
        record_sign_in(request.viewer, "session over", of_user_id=request.user.pk)
        end(request)
    elif request.now - stamp(request.session, SEEN_AT) > STAMPED_EVERY:
        request.session[SEEN_AT] = request.now.isoformat()
