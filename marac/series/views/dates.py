"""One series with its dates; one of them moved, or its chair, room and link arranged; a day without triage."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.directory.queries import profile_on
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting
from marac.series import operations, queries
from marac.series.forms import ArrangeForm, MoveForm, SkipForm, series_words
from marac.series.models import PlannedDate, Series
from marac.series.rules import DEADLINE_NAMES, Kind
from marac.ui.formpage import FormPage, done
from marac.ui.pages import page_of


@requires(Permission.SEE_MEETINGS)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = request.viewer
    series = visible_or_404(Series, viewer, "marac", "feeds__marac", pk=pk)
    shown = {"series": series, "words": series_words(series), "may_plan": viewer.may(Permission.PLAN_MEETINGS)}
    if series.kind == Kind.TRIAGE.value:
        holidays = queries.holidays_named(profile_on(series.marac_id, viewer.today))
        days = [day for day in queries.triage_days(series, holidays) if day >= viewer.today]
        shown |= {"days": page_of(request, days), "skipped": queries.skipped_of(viewer, series)}
        shown |= {"feeds": series_words(series.feeds), "next": queries.fed_next(viewer, series)}
        return render(request, "series/triage.html", shown)
    return render(request, "series/one.html", shown | {"page": page_of(request, queries.dates_of(viewer, series))})


@requires(Permission.PLAN_MEETINGS)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Which deadlines go with it is shown before it is saved."""
    meeting = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    form = MoveForm(request.POST or None, initial={"on": meeting.held_on, "starts_at": meeting.starts_at})
    shown = {"form": form, "meeting": meeting, "names": DEADLINE_NAMES}
    if form.is_valid() and "change" not in request.POST:
        try:
            if "confirm" in request.POST:
                operations.move(viewer=request.viewer, meeting=meeting, **form.cleaned_data)
                return redirect("meetings:board", meeting.pk)
            shifts = queries.shifts_of_move(request.viewer, meeting, **form.cleaned_data)
            return render(request, "series/moved.html", shown | {"shifts": shifts})
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "series/move.html", shown)


@requires(Permission.PLAN_MEETINGS)
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    planned = visible_or_404(PlannedDate, request.viewer, "meeting", "series__marac", pk=pk)
    now = {name: getattr(planned, name) for name in ("booking", "booking_note", "private", "reachable")}
    now |= {"chair": planned.chaired_by_id or "", "venue": planned.meeting.venue, "link": planned.meeting.link}
    chairs = queries.chairs_of(planned.series.marac_id, request.viewer.today)
    form = ArrangeForm(request.POST or None, initial=now, date=planned, chairs=chairs)
    if form.is_valid() and done(form, operations.arrange, viewer=request.viewer, date=planned):
        return redirect("series:one", planned.series_id)
    page = FormPage(
        heading=_("Who chairs, and where"),
        caption=f"{planned.meeting.held_on:%d/%m/%Y}",
        intro=_("Leave blank what is not known yet. Only who is free that day is offered as chair."),
        button=_("Save"),
        back=reverse("series:one", args=[planned.series_id]),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.PLAN_MEETINGS)
def skip(request: HttpRequest, pk: int) -> HttpResponse:
    series = visible_or_404(Series, request.viewer, "marac", pk=pk)
    form = SkipForm(request.POST or None)
    if form.is_valid() and done(form, operations.skip, viewer=request.viewer, series=series):
        return redirect("series:one", series.pk)
    page = FormPage(
        heading=_("A day without triage"),
        caption=series_words(series),
        button=_("Take the day out"),
        back=reverse("series:one", args=[series.pk]),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})
