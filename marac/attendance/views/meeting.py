"""Who is at a meeting, and at the table for one case: recording each, the statement read out, and a missing quorum."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.attendance.forms import AttendanceForm, QuorumForm
from marac.attendance.models import QuorumDecision
from marac.attendance.operations import cases
from marac.attendance.operations import meeting as operations
from marac.attendance.queries import agencies_at, roll_of, table_of
from marac.cases.door import record_look
from marac.directory.queries import profile_on
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem, Meeting
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form


@requires(Permission.RUN_MEETINGS)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Meeting, request.viewer, pk=pk)
    form = AttendanceForm(request.POST or None, agencies=agencies_at(found))
    if form.is_valid():
        try:
            operations.record_attendance(viewer=request.viewer, meeting=found, **form.cleaned_data)
            return redirect("attendance:meeting", found.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    return _page(request, found, form)


@requires(Permission.RUN_MEETINGS)
@require_POST
def read_out(request: HttpRequest, pk: int) -> HttpResponse:
    """One press for everybody: the chair has read the statement to those who are there."""
    found = visible_or_404(Meeting, request.viewer, pk=pk)
    form = AttendanceForm(None, agencies=agencies_at(found))
    try:
        operations.read_out(viewer=request.viewer, meeting=found)
        return redirect("attendance:meeting", found.pk)
    except Refusal as refusal:
        return _page(request, found, form, refusal)


@requires(Permission.RUN_MEETINGS)
@require_POST
def take_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody recorded by mistake; whom, is said by the button that was pressed."""
    found = visible_or_404(Meeting, request.viewer, pk=pk)
    form = AttendanceForm(None, agencies=agencies_at(found))
    row = request.POST.get("row", "")
    try:
        operations.take_off(viewer=request.viewer, meeting=found, attendance_id=int(row) if row.isdecimal() else 0)
        return redirect("attendance:meeting", found.pk)
    except Refusal as refusal:
        return _page(request, found, form, refusal)


@requires(Permission.SEE_MEETINGS)
def own(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who is there reads the statement and accepts it themselves."""
    found = visible_or_404(Meeting, request.viewer, pk=pk)
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, operations.accept, viewer=request.viewer, meeting=found):
        return redirect("meetings:board", pk)
    page = FormPage(
        heading=_("Confidentiality statement"),
        caption=_("You say that you are at the meeting, and accept this."),
        intro=_(profile_on(found.marac_id, found.held_on).confidentiality),
        button=_("I am here and accept it"),
        back=reverse("meetings:board", args=[pk]),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.RUN_MEETINGS)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is at the table for one case; without a quorum, what the chair decides of it."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", pk=pk)
    form = QuorumForm(request.POST or None)
    if form.is_valid() and done(form, cases.decide_without_quorum, viewer=request.viewer, item=item):
        if form.cleaned_data["decision"] == QuorumDecision.Decision.DEFER:
            return redirect("meetings:take-off", pk=pk, way="defer")
        return redirect("attendance:case", pk)
    return _table(request, item, form)


@requires(Permission.RUN_MEETINGS)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody comes to the table or leaves it; who and which, is said by the button that was pressed."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", pk=pk)
    comes = "comes" in request.POST
    row = request.POST.get("comes" if comes else "leaves", "")
    act = cases.join_case if comes else cases.leave_case
    try:
        act(viewer=request.viewer, item=item, attendance_id=int(row) if row.isdecimal() else 0)
        return redirect("attendance:case", pk)
    except Refusal as refusal:
        return _table(request, item, QuorumForm(None), refusal)


def _table(request: HttpRequest, item: AgendaItem, form: QuorumForm, refusal: Refusal | None = None) -> HttpResponse:
    record_look(request, "working minutes", case_id=item.case_id, restricted=item.case.restricted, item_id=item.pk)
    shown = {"item": item, "form": form, "table": table_of(request.viewer, item), "refusal": refusal}
    return render(request, "attendance/case.html", shown, status=409 if refusal else 200)


def _page(request: HttpRequest, found: Meeting, form: AttendanceForm, refusal: Refusal | None = None) -> HttpResponse:
    statement = profile_on(found.marac_id, found.held_on).confidentiality
    shown = {"form": form, "roll": roll_of(found), "statement": statement, "refusal": refusal}
    return render(request, "attendance/meeting.html", shown, status=409 if refusal else 200)
