"""Who is at a meeting: recording each, taking off a mistake, and the confidentiality statement read out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.attendance import operations
from marac.attendance.forms import AttendanceForm
from marac.attendance.queries import agencies_at, roll_of
from marac.directory.queries import profile_on
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting


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


def _page(request: HttpRequest, found: Meeting, form: AttendanceForm, refusal: Refusal | None = None) -> HttpResponse:
    statement = profile_on(found.marac_id, found.held_on).confidentiality
    shown = {"form": form, "roll": roll_of(found), "statement": statement, "refusal": refusal}
    return render(request, "attendance/meeting.html", shown, status=409 if refusal else 200)
