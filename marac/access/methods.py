"""What a browser does is GET, HEAD and POST; anything else is refused before a page hears of it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string

KNOWN = ("GET", "HEAD", "POST")


class MethodsMiddleware:
    """A view that asks only whether it is a POST would take TRACE, or a word made up, for a reading. Whoever types
    the address of a button is told where it stands."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in KNOWN:
            return HttpResponseNotAllowed(KNOWN)
        answer = self.get_response(request)
        if answer.status_code == HttpResponseNotAllowed.status_code:
            answer.content = render_to_string("ui/pressed.html", request=request)
        return answer
