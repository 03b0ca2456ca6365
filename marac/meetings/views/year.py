"""The year's meetings, and planning a year of them."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from marac.access.requires import requires
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.directory.queries import holidays_of, profile_on
from marac.kernel.refusal import Refusal
from marac.meetings.forms import PlanForm
from marac.meetings.operations import plan_meetings
from marac.meetings.queries import maracs_of, meetings_found, planned_days
from marac.meetings.rules import PlannedDay, check_can_plan, year_of_meetings
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
        "year": year,
        "maracs": list(maracs_of(viewer)),
        "chosen": chosen,
        "may_plan": viewer.may(Permission.PLAN_MEETINGS),
    }
    return render(request, "meetings/all.html", context)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


@requires(Permission.PLAN_MEETINGS)
def plan(request: HttpRequest) -> HttpResponse:
    """The pattern is asked for, the days it gives are shown with what moved, and then confirmed."""
    viewer = request.viewer
    form = PlanForm(request.POST or None, maracs=maracs_of(viewer))
    if form.is_valid() and "change" not in request.POST:
        try:
            days, taken = _days_of(viewer, form.cleaned_data, form.asked_pattern)
            free = [day.on for day in days if day.on not in taken]
            if "confirm" in request.POST:
                return _planned(request, form, free)
            return render(request, "meetings/preview.html", {"form": form, "days": days, "taken": taken, "free": free})
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "meetings/plan.html", {"form": form})


def _days_of(viewer: Viewer, asked: dict[str, Any], pattern: dict[str, Any]) -> tuple[list[PlannedDay], set[date]]:
    """The days that the pattern gives, and those of them that already have a meeting."""
    marac = asked["marac"]
    holidays = holidays_of(profile_on(marac.pk, viewer.today))
    days = year_of_meetings(asked["first_on"], asked["until"], holidays, **pattern)
    taken = planned_days(viewer, marac, [day.on for day in days])
    for on in (day.on for day in days if day.on not in taken):
        check_can_plan(on, today=viewer.today, holidays=holidays, taken=())
    return days, taken


def _planned(request: HttpRequest, form: PlanForm, days: list[date]) -> HttpResponse:
    asked = form.cleaned_data
    details = {name: asked[name] for name in ("starts_at", "venue", "chair")}
    made = plan_meetings(viewer=request.viewer, marac=asked["marac"], days=days, **details)
    return redirect(f"{reverse('meetings:all')}?year={made[0].held_on.year}")
