"""The year on paper, one's own calendar, and what a calendar fetches by a private address."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from marac.access.requires import Unseen, open_to_anyone, requires
from marac.access.roles import Permission
from marac.accounts.middleware import WITHIN
from marac.diary import operations, queries
from marac.diary.entries import feed as fed
from marac.series.rules import DEADLINE_NAMES

FIRST_YEAR, LAST_YEAR = 2000, 2100


@requires(Permission.SEE_MEETINGS)
def year(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("year", "")
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else request.viewer.today.year
    wanted = min(max(wanted, FIRST_YEAR), LAST_YEAR)
    heads = [_(text) for text in DEADLINE_NAMES.values()]
    rows = [(each, queries.title_of(each)) for each in queries.year_of(request.viewer, wanted)]
    shown = {"year": wanted, "rows": rows, "names": list(DEADLINE_NAMES), "heads": heads}
    return render(request, "diary/year.html", shown)


@requires(Permission.SEE_MEETINGS)
def own(request: HttpRequest) -> HttpResponse:
    """A new private address is on the page that answers, and on none after it."""
    viewer, asked = request.viewer, request.POST.get("act", "")
    if asked == "new":
        token = operations.make_address(viewer=viewer, within=request.session.get(WITHIN))
        return _own(request, settings.SITE_ADDRESS.rstrip("/") + reverse("diary:feed", args=[token]))
    if asked == "withdraw":
        operations.withdraw_address(viewer=viewer)
    elif asked in ("invite", "leave-out"):
        operations.wish(viewer=viewer, invited=asked == "invite")
    return redirect("diary:own") if request.method == "POST" else _own(request)


@open_to_anyone
@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Whoever has the address reads times and numbers. A withdrawn one and one that never was are the same."""
    diary = queries.diary_at(token)
    if diary is None:
        raise Unseen
    answer = fed(queries.entries_of(diary, request.today), request.now)
    return HttpResponse(answer, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private"})


def _own(request: HttpRequest, address: str = "") -> HttpResponse:
    shown = {"diary": queries.diary_of(request.viewer), "address": address}
    return render(request, "diary/own.html", shown | {"comes": queries.may_be_invited(request.viewer)})
