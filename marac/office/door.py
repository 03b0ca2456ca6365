"""Leads whoever opens a page of a restricted case to its door, and on from there."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from marac.cases.door import AskWhy


class DoorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, AskWhy):
            return None
        asked = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('office:case', args=[exception.case_id])}?{asked}")


def way_in(request: HttpRequest, case_id: int) -> str:
    """The page that was wanted. From a file, which leaves the browser where it was, to the case."""
    wanted = request.GET.get("next", "")
    inside = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    if inside and not getattr(resolve(urlsplit(wanted).path).func, "gives_file", False):
        return wanted
    return reverse("office:case", args=[case_id])
