"""The chair reads and approves; the office sees who will get it, and issues."""

from collections.abc import Collection, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.circulation import operations
from marac.circulation.forms import ShownForm, in_one
from marac.circulation.queries import recipients
from marac.circulation.rules import ChangedMeanwhile
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting
from marac.minutes.changes import marks, new_since
from marac.minutes.letters import minutes_letter
from marac.minutes.queries import cut_for, whole_minutes


@requires(Permission.APPROVE_MINUTES)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as they would go out; the button approves these and no others."""
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    form = ShownForm(request.POST or None)
    known: frozenset[str] | None = None
    if form.is_valid():
        try:
            operations.approve(viewer=request.viewer, meeting=found, shown=form.marks)
            return _done(found, "approved")
        except ChangedMeanwhile as refusal:
            known = form.marks
            form.refuse(refusal)
        except Refusal as refusal:
            form.refuse(refusal)
    return _to_approve(request, found, form, known)


@requires(Permission.ISSUE_MINUTES)
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Who will get the minutes and from whom what is kept; the button sends them to these and no others."""
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    form = ShownForm(request.POST or None)
    known: frozenset[str] | None = None
    if form.is_valid():
        try:
            operations.issue(viewer=request.viewer, meeting=found, to=form.marks)
            return _done(found, "issued")
        except ChangedMeanwhile as refusal:
            known = form.marks
            form.refuse(refusal)
        except Refusal as refusal:
            form.refuse(refusal)
    to = recipients(request.viewer, found)
    now = [each.mark for each in to]
    new = set(now) - known if known is not None else set()
    return _shown(request, "circulation/issue.html", found, form, now, {"recipients": to, "new": new})


def _to_approve(request: HttpRequest, found: Meeting, form: ShownForm, known: frozenset[str] | None) -> HttpResponse:
    own = cut_for(request.viewer, whole_minutes(request.viewer, found))
    case_ids = [each["case_id"] for each in own["cases"]]
    record_reading(request.viewer, "minutes to approve", meeting_id=found.pk, case_ids=case_ids)
    new = new_since(known, own) if known is not None else []
    more = {"letter": minutes_letter(own, 0, ""), "new": new}
    return _shown(request, "circulation/approve.html", found, form, marks(own), more)


def _shown(
    request: HttpRequest,
    template: str,
    found: Meeting,
    form: ShownForm,
    now: Collection[str],
    more: Mapping[str, Any],
) -> HttpResponse:
    if form.is_bound:
        form.open_again(now)
    else:
        form.initial["shown"] = in_one(now)
    return render(request, template, {"meeting": found, "form": form, **more})


def _done(found: Meeting, what: str) -> HttpResponse:
    return redirect(f"{reverse('minutes:meeting', args=[found.pk])}?saved={what}#{what}")
