"""Who asks to observe a meeting, what the chair says to that, and closing a case to all who observe."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission, Role
from marac.attendance.forms import CloseForm, ObserverDecisionForm, ObserverForm
from marac.attendance.models import Observer
from marac.attendance.operations import observers as operations
from marac.attendance.queries import agencies_at, observers_of
from marac.cases.door import record_look
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem, Meeting
from marac.ui.formpage import FormPage, done


@requires(Permission.RUN_MEETINGS)
def asked(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who asked, and the form for one more."""
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    form = ObserverForm(request.POST or None, agencies=agencies_at(found))
    if form.is_valid() and done(form, operations.ask_to_observe, viewer=request.viewer, meeting=found):
        return redirect("attendance:observers", pk)
    return _page(request, found, form)


@requires(Permission.RUN_MEETINGS)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Observer, request.viewer, "meeting", "agency", pk=pk)
    form = ObserverDecisionForm(request.POST or None, is_chair=request.viewer.role is Role.CHAIR)
    if form.is_valid() and done(form, operations.decide_observer, viewer=request.viewer, observer=found):
        return redirect("attendance:observers", found.meeting_id)
    page = FormPage(
        heading=_("May they observe?"),
        caption=_("{name}, guest of {agency}").format(name=found.name, agency=found.agency.name),
        intro=_(
            "Why they ask: {why} An observer accepts confidentiality like everybody, reads no papers, and waits "
            "outside for a case that is closed to observers."
        ).format(why=found.why if found.why.endswith(".") else f"{found.why}."),
        button=_("Record the decision"),
        back=reverse("attendance:observers", args=[found.meeting_id]),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.RUN_MEETINGS)
@require_POST
def here(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who was agreed has come."""
    found = visible_or_404(Observer, request.viewer, "meeting", "agency", pk=pk)
    try:
        operations.observer_came(viewer=request.viewer, observer=found)
        return redirect("attendance:observers", found.meeting_id)
    except Refusal as refusal:
        return _page(request, found.meeting, ObserverForm(None, agencies=agencies_at(found.meeting)), refusal)


@requires(Permission.RUN_MEETINGS)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, "case", pk=pk)
    form = CloseForm(request.POST or None)
    if form.is_valid() and done(form, operations.close_to_observers, viewer=request.viewer, item=item):
        return redirect("attendance:case", pk)
    record_look(request, "place on the list", case_id=item.case_id, restricted=item.case.restricted, item_id=item.pk)
    page = FormPage(
        heading=_("Close the case to observers"),
        caption=item.case.reference,
        intro=_("Whoever observes the meeting waits outside while this case is heard."),
        button=_("Close the case to observers"),
        back=reverse("attendance:case", args=[pk]),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.RUN_MEETINGS)
@require_POST
def open_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Pressed once more, it is open already, and nothing is wrong with that."""
    item = visible_or_404(AgendaItem, request.viewer, "case", pk=pk)
    try:
        operations.open_to_observers(viewer=request.viewer, item=item)
    except Refusal:
        return redirect("attendance:case", pk)
    return redirect("attendance:case", pk)


def _page(request: HttpRequest, found: Meeting, form: ObserverForm, refusal: Refusal | None = None) -> HttpResponse:
    shown = {"meeting": found, "form": form, "observers": observers_of(request.viewer, found), "refusal": refusal}
    return render(request, "attendance/observers.html", shown, status=409 if refusal else 200)
