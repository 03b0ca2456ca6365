"""Saying who is needed, who comes and when; and each agency's own slot."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.agenda import operations
from marac.agenda.forms import ComingForm, NeedForm
from marac.agenda.queries import agencies_to_choose, own_slot, seen_by
from marac.audit.reading import record_reading
from marac.cases.door import record_look
from marac.kernel.dates import format_date
from marac.meetings.models import AgendaItem, Meeting
from marac.ui.formpage import FormPage, done
from marac.ui.refusals import said


@requires(Permission.RUN_MEETINGS)
def need(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, "meeting", pk=pk)
    found = seen_by(request.viewer, item.meeting)
    form = NeedForm(request.POST or None, agencies=agencies_to_choose(found))
    if form.is_valid() and done(form, operations.say_need, viewer=request.viewer, item=item):
        return redirect(_back(item))
    record_look(request, "place on the list", case_id=item.case_id, item_id=item.pk)
    listed = next((each for each in found.cases if each.item.pk == item.pk), None)
    page = FormPage(_("Who is needed for this case"), _("Save"), _back(item), item.case.reference)
    return render(request, "agenda/need.html", {"form": form, "page": page, "listed": listed})


@requires(Permission.RUN_MEETINGS)
def coming(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    form = ComingForm(request.POST or None, agencies=agencies_to_choose(seen_by(request.viewer, meeting)))
    if form.is_valid() and done(form, operations.say_coming, viewer=request.viewer, meeting=meeting):
        return redirect("agenda:one", pk)
    intro = _("The order keeps to these times, and counts the time of everybody who comes.")
    heading, back = _("When an agency can be there"), reverse("agenda:one", args=[pk])
    page = FormPage(heading, _("Save"), back, said(format_date(meeting.held_on)), intro)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SEE_MEETINGS)
def slot(request: HttpRequest, pk: int) -> HttpResponse:
    """When the viewer's own agency is needed, and for which cases that they may see."""
    meeting = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    found = own_slot(request.viewer, meeting)
    cases = sorted(item.case_id for _at, item in found.cases) if found else []
    record_reading(request.viewer, "agenda", meeting_id=pk, case_ids=cases)
    return render(request, "agenda/slot.html", {"meeting": meeting, "slot": found})


def _back(item: AgendaItem) -> str:
    return f"{reverse('agenda:one', args=[item.meeting_id])}?moved={item.pk}#case-{item.pk}"
