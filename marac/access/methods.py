"""What a browser does is GET, HEAD and POST; anything else is refused before a page hears of it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

KNOWN = ("GET", "HEAD", "POST")


class MethodsMiddleware:
    """A view that asks only whether it is a POST would take TRACE, or a word made up, for a reading."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in KNOWN:
            return HttpResponseNotAllowed(KNOWN)
        return self.get_response(request)
