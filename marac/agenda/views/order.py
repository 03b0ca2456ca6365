"""The agenda of one meeting: its order, what it saves, who sits when, and every way to change the order."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.agenda import operations, pressing
from marac.agenda.forms import PlaceForm
from marac.agenda.queries import Sitting, seen_by
from marac.agenda.rules.hand import MOVABLE
from marac.agenda.rules.picture import draw
from marac.audit.reading import record_reading
from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence
from marac.meetings.models import AgendaItem, Meeting


@requires(Permission.RUN_MEETINGS)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    return _shown(request, visible_or_404(Meeting, request.viewer, "marac", pk=pk))


def _shown(
    request: HttpRequest, meeting: Meeting, refusal: Refusal | None = None, conflict: Sequence[Sentence] = ()
) -> HttpResponse:
    """The agenda as it stands; with why the last press changed nothing."""
    found = seen_by(request.viewer, meeting)
    cases = sorted(each.item.case_id for each in found.cases)
    record_reading(request.viewer, "agenda", meeting_id=meeting.pk, case_ids=cases)
    context = {
        "sitting": found,
        "refusal": refusal,
        "conflict": conflict,
        "picture": _picture(found),
        "may_change": meeting.state in MOVABLE,
        "why_apart": request.viewer.may(Permission.DECIDE_REFERRALS),
        "moved": request.GET.get("moved", ""),
        "moved_way": request.GET.get("way", ""),
    }
    return render(request, "agenda/one.html", context, status=409 if refusal or conflict else 200)


def _picture(found: Sitting) -> object:
    return draw(found.problem, found.problem.cases, found.day.first_case) if found.cases else None


@requires(Permission.RUN_MEETINGS)
@require_POST
def work_out(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    try:
        conflict = pressing.work_out(request.viewer, meeting, _revision(request))
    except Refusal as refusal:
        return _shown(request, meeting, refusal)
    return _shown(request, meeting, conflict=conflict) if conflict else redirect("agenda:one", pk)


@requires(Permission.RUN_MEETINGS)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    return _pressed(
        request,
        meeting,
        lambda: operations.take_back(viewer=request.viewer, meeting=meeting, revision=_revision(request)),
    )


@requires(Permission.RUN_MEETINGS)
@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, "meeting__marac", pk=pk)
    form = PlaceForm(request.POST)
    number = form.cleaned_data["place"] if form.is_valid() else 0
    return _pressed(
        request,
        item.meeting,
        lambda: operations.place_case(viewer=request.viewer, item=item, place=number, revision=_revision(request)),
        item.pk,
    )


@requires(Permission.RUN_MEETINGS)
@require_POST
def free(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, "meeting__marac", pk=pk)
    return _pressed(
        request,
        item.meeting,
        lambda: operations.let_go(viewer=request.viewer, item=item, revision=_revision(request)),
        item.pk,
    )


def _pressed(
    request: HttpRequest, meeting: Meeting, act: Callable[[], object], item: int | None = None
) -> HttpResponse:
    """Back to the agenda, at the case that was moved; with the sentence if it was refused."""
    try:
        act()
    except Refusal as refusal:
        return _shown(request, visible_or_404(Meeting, request.viewer, "marac", pk=meeting.pk), refusal)
    way = request.POST.get("way", "")
    where = f"?{urlencode({'moved': item, 'way': way})}" if item else ""  # with a part named, no button is chosen
    return redirect(f"{reverse('agenda:one', args=[meeting.pk])}{where}")


def _revision(request: HttpRequest) -> int | None:
    """At which the page was opened; nonsense is none that there ever was."""
    told = request.POST.get("revision", "")
    return int(told) if told.isdecimal() and len(told) < 10 else -1
