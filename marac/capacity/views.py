"""How full a meeting is, and the pages on which room is made."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.capacity import operations
from marac.capacity.forms import ListedOnlyForm, LongerForm, MinutesForm, SecondForm
from marac.capacity.queries import forecast
from marac.cases.door import record_look
from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem, Meeting
from marac.ui.formpage import FormPage, done
from marac.ui.refusals import said


@requires(Permission.RUN_MEETINGS)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    return _shown(request, visible_or_404(Meeting, request.viewer, "marac", pk=pk))


def _shown(request: HttpRequest, meeting: Meeting, refusal: Refusal | None = None) -> HttpResponse:
    found = forecast(request.viewer, meeting)
    cases = {each.item.case_id for each in found.sitting.cases} | {each.case_id for each in found.alerts}
    record_reading(request.viewer, "agenda", meeting_id=meeting.pk, case_ids=sorted(cases))
    may_plan = request.viewer.may(Permission.PLAN_MEETINGS)
    shown = {"forecast": found, "meeting": meeting, "may_plan": may_plan, "refusal": refusal}
    return render(request, "capacity/one.html", shown, status=409 if refusal else 200)


@requires(Permission.PLAN_MEETINGS)
def longer(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    form = LongerForm(request.POST or None, initial={"minutes": forecast(request.viewer, meeting).room.longer})
    if form.is_valid() and done(form, operations.lengthen, viewer=request.viewer, meeting=meeting):
        return redirect("capacity:one", pk)
    return _asked(request, form, _("A longer meeting"), meeting)


@requires(Permission.PLAN_MEETINGS)
def second(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    form = SecondForm(request.POST or None)
    if form.is_valid():
        planned = done(form, operations.split, viewer=request.viewer, meeting=meeting)
        if planned is not None:
            return redirect("meetings:board", planned.pk)
    return _asked(request, form, _("A second meeting for what does not fit"), meeting)


def _asked(request: HttpRequest, form: object, heading: str, meeting: Meeting) -> HttpResponse:
    back = reverse("capacity:one", args=[meeting.pk])
    page = FormPage(heading, _("Save"), back, said(format_date(meeting.held_on)))
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.RUN_MEETINGS)
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, "case", pk=pk)
    form = MinutesForm(request.POST or None, initial={"minutes": item.minutes})
    back = f"{reverse('agenda:one', args=[item.meeting_id])}#case-{item.pk}"
    if form.is_valid() and done(form, operations.set_minutes, viewer=request.viewer, item=item):
        return redirect(back)
    record_look(request, "place on the list", case_id=item.case_id, item_id=item.pk)
    page = FormPage(_("How long this case is heard"), _("Save"), back, item.case.reference)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.PLAN_MEETINGS)
def listed_only(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, "case", pk=pk)
    form = ListedOnlyForm(request.POST or None)
    back = reverse("capacity:one", args=[item.meeting_id])
    if form.is_valid() and done(form, operations.list_only, viewer=request.viewer, item=item):
        return redirect(back)
    record_look(request, "place on the list", case_id=item.case_id, item_id=item.pk)
    intro = _("Agencies research it and flag it. It is not discussed, and no figure counts it as discussed.")
    page = FormPage(_("List this case without discussion"), _("List it only"), back, item.case.reference, intro)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.PLAN_MEETINGS)
@require_POST
def discuss(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, "meeting__marac", pk=pk)
    try:
        operations.discuss(viewer=request.viewer, item=item)
    except Refusal as refusal:
        return _shown(request, item.meeting, refusal)
    return redirect("capacity:one", item.meeting_id)
