"""Correcting a line, approving and issuing the minutes of a meeting, and reading what went out."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.actions.queries import may_report
from marac.audit.operation import Stale
from marac.audit.reading import record_reading
from marac.cases.door import record_look
from marac.directory.queries import profile_on
from marac.documents.queries import content_of
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting
from marac.meetings.queries import agenda as agenda_of
from marac.minutes import operations, queries
from marac.minutes.forms import CorrectForm, StrikeForm
from marac.minutes.letters import agenda_file, agenda_file_name, file_name, minutes_letter, word_file
from marac.minutes.models import Entry, Issue
from marac.minutes.rules import Standing, cases_told_of
from marac.papers.fields import Paper
from marac.papers.queries import copy_for, office_copy, sheet_for, sheet_of
from marac.ui.pages import download
from marac.ui.refusals import said

OF_A_LINE = ("kind", "text", "source", "dated_on", "may_be_minuted", "known", "about")
WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Permission.READ_MINUTES)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """For those who run meetings, the work on its minutes; for readers, the issues that went out."""
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    may = request.viewer.may
    opening = queries.opening_of(request.viewer, found)
    if opening.overdue:
        case_ids = sorted({each.case_id for each in opening.overdue})
        record_reading(request.viewer, "overdue actions", meeting_id=found.pk, case_ids=case_ids)
    shown: dict[str, Any] = {
        "meeting": found,
        "opening": opening,
        "saved": request.GET.get("saved", ""),
        "runs": may(Permission.RUN_MEETINGS),
        "sees_sent": may(Permission.SEE_WHAT_WAS_SENT),
        "to_report": {action.pk for action in opening.overdue if may_report(request.viewer, action)},
    }
    if shown["runs"]:
        standing = queries.standing(request.viewer, found)
        shown["standing"] = standing
        shown["items"] = queries.items_of(request.viewer, found)
        shown["may_approve"] = may(Permission.APPROVE_MINUTES) and standing in {Standing.DRAFT, Standing.CHANGED}
        shown["may_issue"] = may(Permission.ISSUE_MINUTES) and standing is Standing.APPROVED
    return render(request, "minutes/meeting.html", shown)


@requires(Permission.READ_MINUTES)
@fresh_factor
@gives_file
def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """The viewer's own cut of it, made as it is asked for: nothing of it is kept."""
    viewer = request.viewer
    found = visible_or_404(Meeting, viewer, pk=pk)
    made = agenda_of(viewer, found)
    overdue = list(queries.overdue_at(viewer, found))
    case_ids = sorted({slot.item.case_id for slot in made.slots} | {each.case_id for each in overdue})
    record_reading(viewer, "agenda", meeting_id=found.pk, case_ids=case_ids)
    sheet = sheet_for(viewer, found.marac_id, Paper.AGENDA)
    file = agenda_file(found, made, overdue, profile_on(found.marac_id, found.held_on), sheet)
    return download(file, agenda_file_name(found), WORD_FILE)


@requires(Permission.RUN_MEETINGS)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    entry = visible_or_404(Entry, request.viewer, pk=pk)
    item = entry.discussion.item
    first = {name: getattr(entry, name) for name in (*OF_A_LINE, "revision")}
    first["agency"] = entry.agency_id
    agencies = list(queries.agencies_at(request.viewer, item))
    form = CorrectForm(request.POST or None, agencies=agencies, initial=first)
    if form.is_valid():
        try:
            operations.correct_entry(viewer=request.viewer, entry=entry, revision=form.opened_at, **form.line)
            return _saved("room:live", item.pk, "line")
        except Stale as stale:
            form = CorrectForm(_over(request, entry.revision), agencies=agencies)
            form.refuse(stale)
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "line of minutes", case_id=entry.case_id, entry_id=entry.pk)
    return render(request, "minutes/correct.html", {"entry": entry, "item": item, "form": form})


@requires(Permission.RUN_MEETINGS)
def strike(request: HttpRequest, pk: int) -> HttpResponse:
    entry = visible_or_404(Entry, request.viewer, pk=pk)
    item = entry.discussion.item
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        try:
            operations.strike_entry(viewer=request.viewer, entry=entry, reason=form.cleaned_data["reason"])
            return _saved("room:live", item.pk, "struck")
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "line of minutes", case_id=entry.case_id, entry_id=entry.pk)
    return render(request, "minutes/strike.html", {"entry": entry, "item": item, "form": form})


@requires(Permission.READ_MINUTES)
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """The viewer's own cut; opening it is noted on their agency's copy. What was withdrawn only the office reads."""
    found = visible_or_404(Issue, request.viewer, pk=pk)
    reading = queries.reading_of(request.viewer, found)
    if _is_withdrawn(request, reading):
        return render(request, "minutes/withdrawn.html", {"issue": found, "newer": reading.newer})
    case_ids = cases_told_of(reading.content)
    record_reading(request.viewer, "minutes", issue_id=found.pk, case_ids=case_ids)
    if reading.unopened is not None:
        operations.open_copy(viewer=request.viewer, copy=reading.unopened)
    letter = minutes_letter(reading.content, found.number, found.trail, reading.since)
    return render(request, "minutes/read.html", {"issue": found, "newer": reading.newer, "letter": letter})


@requires(Permission.READ_MINUTES)
@fresh_factor
@gives_file
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The file that was kept, for the office where it sees every case; for others one made of their own cut."""
    found = visible_or_404(Issue, request.viewer, pk=pk)
    reading = queries.reading_of(request.viewer, found)
    if found.document is None or _is_withdrawn(request, reading):
        raise Unseen
    case_ids = cases_told_of(reading.content)
    record_reading(request.viewer, "minutes file", issue_id=found.pk, case_ids=case_ids)
    try:
        whole = reading.content == found.content and request.viewer.may(Permission.RUN_MEETINGS)
        file = content_of(found.document) if whole else _own_file(request, found, reading)
    except Refusal as refusal:
        return render(request, "minutes/changed.html", {"issue": found, "sentence": said(refusal)}, status=409)
    return download(file, file_name(found.content, found.number), WORD_FILE)


def _own_file(request: HttpRequest, issue: Issue, reading: queries.Reading) -> bytes:
    """On the template on which it went out."""
    office = request.viewer.may(Permission.RUN_MEETINGS)
    sheet = sheet_of(issue.template, Paper.MINUTES, office_copy() if office else copy_for(request.viewer))
    return word_file(reading.content, issue.number, issue.trail, sheet=sheet, since=reading.since)


def _is_withdrawn(request: HttpRequest, reading: queries.Reading) -> bool:
    return reading.newer is not None and not request.viewer.may(Permission.RUN_MEETINGS)


def _over(request: HttpRequest, revision: int) -> QueryDict:
    """What was typed, as if the page had been opened at this revision."""
    typed = request.POST.copy()
    typed["revision"] = str(revision)
    return typed


def _saved(name: str, pk: int, what: str) -> HttpResponse:
    """Back to the page, at the form that was sent, with a message."""
    return redirect(f"{reverse(name, args=[pk])}?saved={what}#{what}")
