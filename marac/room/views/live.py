"""The live screen of one case: what is typed is kept as it is typed, and what a colleague typed comes by itself."""

from secrets import token_hex
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions import operations as actions
from marac.actions.forms import AgreeForm
from marac.actions.models import Action
from marac.audit.operation import Stale
from marac.cases.door import record_look
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem
from marac.minutes import operations as minutes
from marac.minutes.models import Discussion, Entry
from marac.minutes.queries import (
    TEXTS,
    LastTime,
    agencies_at,
    agreed_at_and_before,
    discussion_of,
    last_time,
)
from marac.room.forms import LineForm, SummaryForm, TextForm
from marac.room.operations import clock, lines
from marac.room.queries import live as queries
from marac.undertakings.queries import to_answer

BY_SCRIPT = "X-Live"  # sent by the page itself, which wants no page back


@requires(Permission.RUN_MEETINGS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one case; sent back, it saves the summary."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", "discussion", pk=pk)
    if request.method != "POST":
        return _page(request, item)
    form = SummaryForm(request.POST)
    if not form.is_valid():
        return _page(request, item, summary=form)
    try:
        discussion = discussion_of(request.viewer, item) or minutes.open_discussion(viewer=request.viewer, item=item)
        texts = {name: form.cleaned_data[name] for name in TEXTS}
        minutes.save_discussion(viewer=request.viewer, discussion=discussion, revision=form.opened_at, texts=texts)
    except Stale as stale:
        newer = discussion_of(request.viewer, item)
        form.open_again_at(newer.revision if newer else 0)
        form.refuse(stale)
        return _page(request, item, summary=form, theirs=newer)
    except Refusal as refusal:
        form.refuse(refusal)
        return _page(request, item, summary=form)
    return _saved(item, "summary")


@requires(Permission.RUN_MEETINGS)
def since(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing while the page is not old; then what has changed on it. Whom the case was shut to finds no page."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", "discussion", pk=pk)
    if request.GET.get("seen") == str(queries.mark_of(request.viewer, item.meeting_id)):
        return HttpResponse(status=204)
    record_look(request, "working minutes", case_id=item.case_id, restricted=item.case.restricted, item_id=item.pk)
    agreed, _before = agreed_at_and_before(request.viewer, item)
    stands = queries.stands(request.viewer, item)
    shown = _changing(request.viewer, item, agreed, stands) | {"texts": queries.texts_of(item), "anew": True}
    return render(request, "room/since.html", shown)


@requires(Permission.RUN_MEETINGS)
@require_POST
def line(request: HttpRequest, pk: int) -> HttpResponse:
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", pk=pk)
    form = LineForm(request.POST, agencies=list(agencies_at(request.viewer, item)))
    if form.is_valid():
        key, turn = form.cleaned_data["key"] or token_hex(16), form.cleaned_data["turn"]
        try:
            lines.keep_line(viewer=request.viewer, item=item, key=key[:36], turn=turn, line=form.line)
            return JsonResponse({"saved": True}) if BY_SCRIPT in request.headers else _saved(item, "line")
        except Refusal as refusal:
            form.refuse(refusal)
    if BY_SCRIPT in request.headers:
        return JsonResponse({"refused": [each["text"] for each in form.error_list]}, status=422)
    return _page(request, item, line=form)


@requires(Permission.RUN_MEETINGS)
@require_POST
def text(request: HttpRequest, pk: int) -> HttpResponse:
    """One box of the summary, sent by the page as it is typed."""
    item = visible_or_404(AgendaItem, request.viewer, pk=pk)
    form = TextForm(request.POST)
    if form.is_valid():
        try:
            return JsonResponse({"text": lines.keep_text(viewer=request.viewer, item=item, **form.cleaned_data)})
        except Refusal as refusal:
            form.refuse(refusal)
    return JsonResponse({"refused": [each["text"] for each in form.error_list]}, status=422)


@requires(Permission.RUN_MEETINGS)
@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """An action agreed at the table."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", pk=pk)
    form = _action_form(queries.stands(request.viewer, item), request.POST)
    if form.is_valid():
        try:
            actions.agree(viewer=request.viewer, item=item, **form.agreed)
            return _saved(item, "action")
        except Refusal as refusal:
            form.refuse(refusal)
    return _page(request, item, action=form)


@requires(Permission.RUN_MEETINGS)
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    return _clock(request, pk, clock.begin_case)


@requires(Permission.RUN_MEETINGS)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    return _clock(request, pk, clock.end_case)


def _clock(request: HttpRequest, pk: int, press: Any) -> HttpResponse:
    """Back to the screen on which it was pressed."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", pk=pk)
    try:
        press(viewer=request.viewer, item=item)
    except Refusal as refusal:
        return _page(request, item, refusal=refusal)
    return redirect("room:chair" if request.POST.get("screen") == "chair" else "room:live", item.pk)


def _page(
    request: HttpRequest,
    item: AgendaItem,
    *,
    summary: SummaryForm | None = None,
    line: LineForm | None = None,
    action: AgreeForm | None = None,
    theirs: Discussion | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """`theirs` shows a colleague's newer text above what was typed here."""
    agreed, before = agreed_at_and_before(request.viewer, item)
    stands = queries.stands(request.viewer, item)
    shown = _changing(request.viewer, item, agreed, stands) | {
        "summary": summary or SummaryForm(initial=_as_saved(getattr(item, "discussion", None))),
        "action": action or _action_form(stands),
        "theirs": theirs,
        "agencies": stands.agencies,
        "refusal": refusal,
        "earlier": _last_time(request, item, before),
        "may_ask_for_flags": request.viewer.may(Permission.MANAGE_FLAGS),
        "saved": request.GET.get("saved", ""),
    }
    shown["line"] = line or LineForm(agencies=stands.agencies, initial=_next_line(stands.lines))
    return render(request, "room/live.html", shown, status=409 if refusal else 200)


def _changing(viewer: Viewer, item: AgendaItem, agreed: list[Action], stands: queries.Stands) -> dict[str, Any]:
    """What may change on the page while it is open."""
    mark = queries.mark_of(viewer, item.meeting_id)  # first, so that what is done meanwhile is asked for once more
    course = queries.course_of(viewer, item.meeting)
    return {
        "mark": mark,
        "item": item,
        "course": course,
        "around": course.around(item),
        "lines": stands.lines,
        "actions": agreed,
        "to_answer": len(to_answer(agreed)),
        "unanswered": stands.unanswered,
        "now": viewer.at,
        "anew": False,
        "screen": "live",
    }


def _action_form(stands: queries.Stands, data: Any = None) -> AgreeForm:
    agencies = [(each.pk, each.name) for each in stands.panel]
    form = AgreeForm(data, agencies=agencies, risks=stands.risks, prefix="action")
    form.fields["task"].help_text = ""  # standard actions are offered on a page of their own
    return form


def _next_line(before: list[Entry]) -> dict[str, Any]:
    """An agency seldom says one thing only, so the next line begins as its."""
    return {"key": token_hex(16), "turn": "1", "agency": before[-1].agency.name if before else ""}


def _as_saved(discussion: Discussion | None) -> dict[str, Any]:
    texts: dict[str, Any] = {name: getattr(discussion, name, "") for name in TEXTS}
    return texts | {"revision": discussion.revision if discussion else 0}


def _last_time(request: HttpRequest, item: AgendaItem, before: list[Action]) -> LastTime | None:
    """What the page shows beside the case; every case that it shows something of is noted as read."""
    earlier = last_time(request.viewer, item, before)
    others = sorted(earlier.case_ids - {item.case_id}) if earlier else []
    case = item.case
    details = {"case_ids": others, "item_id": item.pk}
    record_look(request, "working minutes", case_id=case.pk, restricted=case.restricted, **details)
    return earlier


def _saved(item: AgendaItem, what: str) -> HttpResponse:
    """Back to the page, at the form that was sent, with a message."""
    return redirect(f"{reverse('room:live', args=[item.pk])}?saved={what}#{what}")
