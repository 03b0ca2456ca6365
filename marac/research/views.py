"""What an agency has to answer, one request with its answer, and the coordinator's grid of who has answered."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.door import record_look
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting
from marac.research import operations, queries
from marac.research.forms import answer_form, finding_forms, lines_of
from marac.research.models import Finding, Request
from marac.research.rules import Answer, Line
from marac.ui.pages import page_of
from marac.ui.refusals import said


@requires(Permission.ANSWER_RESEARCH)
def mine(request: HttpRequest) -> HttpResponse:
    meeting = request.GET.get("meeting", "")
    page = page_of(request, queries.my_requests(request.viewer, meeting=meeting))
    meetings = queries.meetings_researched(request.viewer)
    shown = {"page": page, "meeting": meeting, "meetings": meetings, "today": request.viewer.today}
    return render(request, "research/mine.html", shown)


@requires(Permission.ANSWER_RESEARCH)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    asked = visible_or_404(Request, request.viewer, pk=pk)
    form, lines = answer_form(request.POST, asked), finding_forms(request.POST)
    sent = request.method == "POST" and "more" not in request.POST
    if sent and all([form.is_valid(), *(line.is_valid() for line in lines)]):
        try:
            _answer(request.viewer, asked, form.cleaned_data, lines_of(lines))
            return redirect("research:mine")
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "research", case_id=asked.case_id, request_id=asked.pk)
    shown = _shown(request.viewer, asked) | {"form": form, "lines": lines}
    return render(request, "research/one.html", shown)


@requires(Permission.ANSWER_RESEARCH)
@require_POST
def nothing_held(request: HttpRequest, pk: int) -> HttpResponse:
    asked = visible_or_404(Request, request.viewer, pk=pk)
    try:
        operations.nothing_held(viewer=request.viewer, request=asked)
    except Refusal as refusal:
        shown = {"asked": asked, "sentence": said(refusal)}
        return render(request, "research/refused.html", shown, status=409)
    return redirect("research:mine")


@requires(Permission.SEE_RESEARCH)
def grid(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    shown = {"meeting": meeting, "grid": queries.grid(request.viewer, meeting), "today": request.viewer.today}
    return render(request, "research/grid.html", shown | {"may_ask": request.viewer.may(Permission.PLAN_MEETINGS)})


@requires(Permission.PLAN_MEETINGS)
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    operations.ask_for_meeting(viewer=request.viewer, meeting=meeting)
    return redirect("research:grid", pk=meeting.pk)


@requires(Permission.REVEAL)
@require_POST
def reveal_informant(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Finding, request.viewer, pk=pk)
    told_by = operations.reveal_informant(viewer=request.viewer, finding=found)
    return render(request, "research/informant.html", {"asked": found.request, "told_by": told_by})


def _answer(viewer: Viewer, asked: Request, answers: dict[str, Any], lines: list[Line]) -> None:
    """The operation for the answer that was chosen; words under another answer make it *known*."""
    chosen = Answer(answers["answer"])
    if chosen is Answer.KNOWN or lines or answers["withheld"]:
        kept = {"withheld": answers["withheld"], "flag_in_place": answers["flag_in_place"]}
        operations.answer(viewer=viewer, request=asked, lines=lines, **kept)
    elif chosen is Answer.NOT_KNOWN:
        operations.nothing_held(viewer=viewer, request=asked)
    else:
        operations.not_searched(viewer=viewer, request=asked, why_not_searched=answers["why_not_searched"])


def _shown(viewer: Viewer, asked: Request) -> dict[str, Any]:
    return {
        "asked": asked,
        "sought": queries.people_sought(viewer, asked.case),
        "findings": queries.findings_for(viewer, asked),
        "withheld": queries.withheld_for(viewer, asked),
        "may_reveal": viewer.may(Permission.REVEAL),
        "may_answer": queries.may_answer(viewer, asked),
        "today": viewer.today,
    }
