"""Pages about the trail. Each is itself in the trail, like everything else that is looked at."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.accounts.models import User
from marac.audit.reading import record_reading
from marac.cases.models import Case
from marac.kernel.refusal import Refusal
from marac.records import operations, queries
from marac.records.forms import CloseForm, PersonForm, TrailForm
from marac.records.models import Alert
from marac.records.words import KIND_NAMES
from marac.ui.pages import page_of

# Each place of oversight: what it is called, its address, who may open it, and what is there.
PLACES = [
    (
        gettext_lazy("Alerts of unusual reading"),
        "records:alerts",
        Permission.SEE_ALERTS,
        gettext_lazy("Own name or address, many cases in an hour, at night, what is shut to them."),
    ),
    (
        gettext_lazy("Conflicts of interest"),
        "conflicts:suggestions",
        Permission.DECIDE_CONFLICTS,
        gettext_lazy("Who on the staff may know somebody in a case, and what was decided."),
    ),
    (
        gettext_lazy("Opened in an emergency"),
        "emergency:reviews",
        Permission.REVIEW_EMERGENCIES,
        gettext_lazy("Who opened a case without a seat on it, why, and who is to say whether that was right."),
    ),
    (
        gettext_lazy("The trail"),
        "records:trail",
        Permission.MANAGE_USERS,
        gettext_lazy("What everybody with a role in your area did and looked at."),
    ),
]


@requires(Permission.OVERSEE)
def oversight(request: HttpRequest) -> HttpResponse:
    places = [(text, reverse(name), what) for text, name, needs, what in PLACES if request.viewer.may(needs)]
    return render(request, "records/oversight.html", {"places": places})


@requires(Permission.SEE_WHO_LOOKED)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Case, request.viewer, pk=pk)
    record_reading(request.viewer, "who has looked", case_id=found.pk)
    person = request.GET.get("person", "")
    page = page_of(request, queries.looks_at(found, person))
    shown = {"case": found, "page": page, "lookers": queries.lookers_at(found), "person": person}
    return render(request, "records/case.html", shown | {"lines": queries.lines_of_case(found, page.rows)})


@requires(Permission.MANAGE_USERS)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(User, request.viewer, pk=pk)
    record_reading(request.viewer, "what somebody did", of_user_id=found.pk)
    form = PersonForm(request.GET)
    filters = queries.Filters(**form.cleaned_data) if form.is_valid() else queries.Filters()
    shown = _entries(request, replace(filters, person=str(found.pk)))
    return render(request, "records/person.html", shown | {"person": found, "form": form})


@requires(Permission.MANAGE_USERS)
def trail(request: HttpRequest) -> HttpResponse:
    """Without a filter: the entries of today."""
    record_reading(request.viewer, "the trail")
    today = request.viewer.today
    first = {"since": f"{today:%d/%m/%Y}", "until": f"{today:%d/%m/%Y}"}
    form = TrailForm(first | request.GET.dict(), people=queries.people_here(request.viewer))
    filters = queries.Filters(**form.cleaned_data) if form.is_valid() else queries.Filters(since=today)
    return render(request, "records/trail.html", _entries(request, filters) | {"form": form})


@requires(Permission.SEE_ALERTS)
def alerts(request: HttpRequest) -> HttpResponse:
    record_reading(request.viewer, "alerts")
    return render(request, "records/alerts.html", {"page": page_of(request, queries.alerts_found(request.viewer))})


@requires(Permission.SEE_ALERTS)
def alert(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Alert, request.viewer, "user", "marac", pk=pk)
    form = CloseForm(request.POST or None)
    if form.is_valid():
        try:
            operations.close(viewer=request.viewer, alert=found, reason=form.cleaned_data["reason"])
            return redirect("records:alerts")
        except Refusal as refusal:
            form.refuse(refusal)
    record_reading(request.viewer, "alert", alert_id=found.pk)
    entries = queries.entries_of(found)
    seen = queries.seen_part(request.viewer, entries)
    lines = queries.lines_of(request.viewer, seen)
    shown = {"alert": found, "lines": lines, "hidden": len(found.entries) - len(lines), "form": form}
    return render(request, "records/alert.html", shown)


def _entries(request: HttpRequest, filters: queries.Filters) -> dict[str, Any]:
    """What fits the filters: entries that the viewer may see, by kind and one by one, and how many others there are."""
    every = queries.trail(request.viewer, filters)
    counted, hidden = queries.tally(request.viewer, every)
    page = page_of(request, queries.seen_part(request.viewer, every))
    return {
        "page": page,
        "lines": queries.lines_of(request.viewer, page.rows),
        "tally": [(name, counted[kind]) for kind, name in KIND_NAMES.items() if counted.get(kind)],
        "hidden": hidden,
    }
