"""The chair reads and approves; the office sees who will get it, and issues."""

from collections.abc import Callable, Collection, Mapping
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
from marac.minutes.rules import cases_told_of


@requires(Permission.APPROVE_MINUTES)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as they would go out; the button approves these and no others."""
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    form = ShownForm(request.POST or None)
    done, known = _pressed(form, lambda: operations.approve(viewer=request.viewer, meeting=found, shown=form.marks))
    if done:
        return _done(found, "approved")
    return _to_approve(request, found, form, known)


@requires(Permission.ISSUE_MINUTES)
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Who will get the minutes and from whom what is kept; the button sends them to these and no others."""
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    form = ShownForm(request.POST or None)
    done, known = _pressed(form, lambda: operations.issue(viewer=request.viewer, meeting=found, to=form.marks))
    if done:
        return _done(found, "issued")
    to = recipients(request.viewer, found)
    now = [each.mark for each in to]
    new = set(now) - known if known is not None else set()
    return _shown(request, "circulation/issue.html", found, form, now, {"recipients": to, "new": new})


def _pressed(form: ShownForm, act: Callable[[], object]) -> tuple[bool, frozenset[str] | None]:
    """Whether it is done; and the marks of what the page had shown, where something else stands there by now."""
    try:
        if form.is_valid():
            act()
            return True, None
    except ChangedMeanwhile as refusal:
        form.refuse(refusal)
        return False, form.marks
    except Refusal as refusal:
        form.refuse(refusal)
    return False, None


def _to_approve(request: HttpRequest, found: Meeting, form: ShownForm, known: frozenset[str] | None) -> HttpResponse:
    own = cut_for(request.viewer, whole_minutes(request.viewer, found))
    case_ids = cases_told_of(own)
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
