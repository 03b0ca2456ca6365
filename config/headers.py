"""What every answer tells the browser, errors and static files too: keep nothing, guess nothing, in no frame."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NOTHING = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{each}=()" for each in NOTHING),
    "Cache-Control": "no-store",  # but for styles and scripts, which say otherwise themselves
}


class HeadersMiddleware:
    """The outermost, so that it also sees what the others refuse."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response.setdefault(name, value)
        return response
