"""The year's meetings, and the last and the next of each MARAC."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.requires import requires
from marac.access.roles import Permission
from marac.meetings.queries import last_and_next, maracs_of, meetings_found
from marac.ui.pages import page_of

FIRST_YEAR, LAST_YEAR = 2000, 2100


@requires(Permission.SEE_MEETINGS)
def all_meetings(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    year = _number(request.GET.get("year"), viewer.today.year)
    year = year if FIRST_YEAR <= year <= LAST_YEAR else viewer.today.year
    chosen = _number(request.GET.get("marac"), 0)
    context = {
        "page": page_of(request, meetings_found(viewer, year=year, marac_id=chosen or None)),
        "near": [] if request.GET else last_and_next(viewer),
        "year": year,
        "maracs": list(maracs_of(viewer)),
        "chosen": chosen,
        "may_plan": viewer.may(Permission.PLAN_MEETINGS),
    }
    return render(request, "meetings/all.html", context)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise
