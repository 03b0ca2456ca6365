"""Every series, publishing one, and laying one out anew: what it would come to is shown before anything is saved."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.directory.queries import maracs_of
from marac.kernel.refusal import Refusal
from marac.series import operations
from marac.series.forms import PlanForm
from marac.series.models import Series
from marac.series.queries import chairs_of, outlook, series_found, to_feed
from marac.series.rules import DEADLINE_NAMES, Kind
from marac.ui.pages import page_of


@requires(Permission.SEE_MEETINGS)
def all_series(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    shown = {
        "page": page_of(request, series_found(viewer)),
        "maracs": list(maracs_of(viewer)),
        "may_plan": viewer.may(Permission.PLAN_MEETINGS),
    }
    return render(request, "series/all.html", shown)


@requires(Permission.PLAN_MEETINGS)
def publish(request: HttpRequest) -> HttpResponse:
    form = PlanForm(request.POST or None, **_choices(request.viewer, maracs_of(request.viewer)))

    def save(marac: Marac) -> Series:
        return operations.publish(viewer=request.viewer, marac=marac, plan=form.plan)

    return _asked(request, form, None, save)


@requires(Permission.PLAN_MEETINGS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    series = visible_or_404(Series, request.viewer, "marac", pk=pk)
    now = {name: getattr(series, name) for name in ("kind", "pattern", "weeks", "first_on", "until_on", "starts_at")}
    now |= {"ends_at": series.ends_at, "venue": series.venue, "link": series.link, "feeds": series.feeds_id}
    form = PlanForm(request.POST or None, initial=now, **_choices(request.viewer, [series.marac]))

    def save(_marac: Marac) -> Series:
        return operations.change(viewer=request.viewer, series=series, plan=form.plan)

    return _asked(request, form, series, save)


def _choices(viewer: Viewer, maracs: Any) -> dict[str, Any]:
    maracs = list(maracs)
    chairs = {chair.user_id: chair for marac in maracs for chair in chairs_of(marac.pk, viewer.today)}
    return {"maracs": maracs, "feeding": to_feed(viewer), "chairs": chairs.values()}


def _asked(
    request: HttpRequest, form: PlanForm, series: Series | None, save: Callable[[Marac], Series]
) -> HttpResponse:
    """The answers are asked for, what they come to is shown, and then confirmed."""
    if form.is_valid() and "change" not in request.POST:
        marac = form.cleaned_data["marac"]
        try:
            if "confirm" in request.POST:
                return redirect("series:one", save(marac).pk)
            found = outlook(request.viewer, marac, form.plan, series)
            shown = {"form": form, "found": found, "series": series, "marac": marac, "names": DEADLINE_NAMES}
            return render(request, "series/preview.html", shown | {"sits": form.plan.kind is Kind.MEETING})
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "series/plan.html", {"form": form, "series": series})
