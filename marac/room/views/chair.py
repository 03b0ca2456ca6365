"""The chair's screen of one case, and the screen that everybody in the call may see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.attendance.queries import agencies_of, here_at, table_of
from marac.cases.door import record_look
from marac.meetings.models import AgendaItem, Meeting
from marac.room.queries import chair as queries
from marac.room.queries.live import course_of, mark_of, stands, texts_of


@requires(Permission.RUN_MEETINGS)
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The script of one case, with what has to be said in it."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", "discussion", pk=pk)
    record_look(request, "working minutes", case_id=item.case_id, restricted=item.case.restricted, item_id=item.pk)
    return render(request, "room/chair.html", _shown(request, item))


@requires(Permission.RUN_MEETINGS)
def since(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing while the page is not old; then what has changed on it. Whom the case was shut to finds no page."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", "discussion", pk=pk)
    if request.GET.get("seen") == _mark(request, item.meeting):
        return HttpResponse(status=204)
    record_look(request, "working minutes", case_id=item.case_id, restricted=item.case.restricted, item_id=item.pk)
    return render(request, "room/_chair.html", _shown(request, item))


@requires(Permission.RUN_MEETINGS)
def now(request: HttpRequest, pk: int) -> HttpResponse:
    """From a meeting to the case that is being heard, or else the next that waits."""
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    course = course_of(request.viewer, meeting)
    at = course.running or next(iter([*course.to_come, *course.items]), None)
    screen = "room:live" if request.GET.get("screen") == "live" else "room:chair"
    return redirect(screen, at.pk) if at else redirect("meetings:board", meeting.pk)


@requires(Permission.SEE_MEETINGS)
def shared(request: HttpRequest, pk: int) -> HttpResponse:
    """Safe to share: no name, and of a case its number at most."""
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    return render(
        request, "room/shared.html", {"meeting": meeting, "shared": queries.shared_of(request.viewer, meeting)}
    )


@requires(Permission.SEE_MEETINGS)
def shared_since(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing while the screen is not old: everybody in the call asks this every few seconds."""
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    if request.GET.get("seen") == str(queries.shared_mark(request.viewer, meeting)):
        return HttpResponse(status=204)
    shown = {"meeting": meeting, "shared": queries.shared_of(request.viewer, meeting)}
    return render(request, "room/_shared.html", shown)


def _mark(request: HttpRequest, meeting: Meeting) -> str:
    """Who is there is no change of a case, so it is asked for beside the trail."""
    return " ".join(map(str, [mark_of(request.viewer, meeting.pk), len(here_at(meeting))]))


def _shown(request: HttpRequest, item: AgendaItem) -> dict[str, object]:
    viewer, mark = request.viewer, _mark(request, item.meeting)
    course = course_of(viewer, item.meeting)
    needed = queries.needed_at(item.meeting, viewer)
    table = table_of(viewer, item)
    here = agencies_of(table)
    return {
        "table": table,
        "item": item,
        "course": course,
        "around": course.around(item),
        "script": queries.script_of(viewer, item),
        "texts": texts_of(item),
        "unanswered": stands(viewer, item).unanswered,
        "waited": queries.waits_for(course, needed, here),
        "missed": [name for name in needed.get(item.pk, []) if name not in here],
        "here": here,
        "mark": mark,
        "anew": False,
        "screen": "chair",
        "now": viewer.at,
    }
