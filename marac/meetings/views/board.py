"""One meeting: its dates, its list, and who opened the list."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.cases.door import record_look
from marac.kernel.refusal import Refusal
from marac.meetings import operations
from marac.meetings.forms import ListCaseForm, ReasonForm
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.queries import meeting_board, referrals_to_list, times_deferred


@requires(Permission.SEE_MEETINGS)
def board(request: HttpRequest, pk: int) -> HttpResponse:
    return _board(request, visible_or_404(Meeting, request.viewer, "marac", pk=pk))


def _board(request: HttpRequest, meeting: Meeting, refusal: Refusal | None = None) -> HttpResponse:
    """The board; with a refusal, as it stands and why the last button did nothing."""
    viewer = request.viewer
    context = {
        "board": meeting_board(viewer, meeting),
        "may_plan": viewer.may(Permission.PLAN_MEETINGS),
        "may_run": viewer.may(Permission.RUN_MEETINGS),
        "may_hear": viewer.may(Permission.RUN_MEETINGS) and meeting.held_on <= viewer.today,
        "refusal": refusal,
    }
    return render(request, "meetings/board.html", context, status=409 if refusal else 200)


@requires(Permission.PLAN_MEETINGS)
def list_case(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = request.viewer
    meeting = visible_or_404(Meeting, viewer, pk=pk)
    late = viewer.today > meeting.cut_off_on
    waiting = list(referrals_to_list(viewer, meeting))
    form = ListCaseForm(request.POST or None, referrals=waiting, late=late)
    if form.is_valid():
        referral, reason = form.cleaned_data["case"], form.cleaned_data.get("reason", "")
        try:
            operations.list_case(viewer=viewer, meeting=meeting, case=referral.case, referral=referral, reason=reason)
            return redirect("meetings:board", meeting.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    context = {"form": form, "meeting": meeting, "late": late, "waiting": waiting}
    return render(request, "meetings/list_case.html", context)


@requires(Permission.RUN_MEETINGS)
@require_POST
def heard(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, pk=pk)
    return _pressed(request, item.meeting, lambda: operations.mark_heard(viewer=request.viewer, item=item))


def _pressed(request: HttpRequest, meeting: Meeting, act: Callable[[], object]) -> HttpResponse:
    """A button of the board was pressed: back to the board, with the sentence if it was refused."""
    try:
        act()
    except Refusal as refusal:
        return _board(request, visible_or_404(Meeting, request.viewer, pk=meeting.pk), refusal)
    return redirect("meetings:board", meeting.pk)


@requires(Permission.RUN_MEETINGS)
def take_off(request: HttpRequest, pk: int, way: str) -> HttpResponse:
    """Defer or withdraw a case, with the reason."""
    item = visible_or_404(AgendaItem, request.viewer, pk=pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        act = operations.defer_item if way == "defer" else operations.withdraw_item
        try:
            act(viewer=request.viewer, item=item, reason=form.cleaned_data["reason"])
            return redirect("meetings:board", item.meeting_id)
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "place on the list", case_id=item.case_id, item_id=item.pk)
    context = {"form": form, "item": item, "way": way, "deferred": times_deferred(request.viewer, item)}
    return render(request, "meetings/take_off.html", context)


@requires(Permission.PLAN_MEETINGS)
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            operations.cancel_meeting(viewer=request.viewer, meeting=meeting, reason=form.cleaned_data["reason"])
            return redirect("meetings:board", meeting.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "meetings/cancel.html", {"form": form, "meeting": meeting})
