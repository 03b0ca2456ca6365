"""The log of actions, one action with its report, and opening it again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions import operations, queries, table
from marac.actions.forms import AgreeForm, FilterForm, ReopenForm, ReportForm, ReviewForm, filled_in
from marac.actions.models import Action
from marac.actions.rules import State
from marac.audit.reading import record_search
from marac.cases.door import record_look
from marac.cases.lists import of_each_marac
from marac.kernel.refusal import Refusal
from marac.library.rules import DUE_NAMES
from marac.meetings.models import AgendaItem
from marac.ui.formpage import FormPage, done
from marac.ui.pages import keep_words, kept_words, page_of_many


@requires(Permission.REPORT_ON_ACTION)
def all_actions(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return keep_words(request)
    every = request.viewer.may(Permission.SEE_EVERY_ACTION)
    agencies = queries.agencies_with_actions(request.viewer) if every else []
    meetings = queries.meetings_with_actions(request.viewer)
    form = FilterForm({"state": "open"} | request.GET.dict(), agencies=agencies, meetings=meetings, every=every)
    chosen = form.cleaned_data if form.is_valid() else {}
    filters = queries.Filters(**chosen, words=kept_words(request))
    found = queries.actions_found(request.viewer, filters)
    page = page_of_many(request, found, of_each_marac(request.viewer, "case_marac"))
    if filters.words:
        record_search(request.viewer, "actions", terms=filters.words, found=page.total)
    tally = queries.tally_by_agency(request.viewer) if every else []
    shown = {"page": page, "form": form, "tally": tally, "today": request.viewer.today}
    return render(request, "actions/all.html", shown)


@requires(Permission.REPORT_ON_ACTION)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    action = visible_or_404(Action, request.viewer, pk=pk)
    steps = queries.next_steps(request.viewer, action)
    form = ReportForm(request.POST or None, for_agency=steps.for_agency, initial={"revision": action.revision})
    if form.is_valid():
        try:
            _report(request.viewer, action, form.cleaned_data)
            return redirect("actions:one", pk=action.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "action", case_id=action.case_id, action_id=action.pk)
    shown = _shown(request.viewer, action, steps) | {"form": form}
    return render(request, "actions/one.html", shown)


@requires(Permission.RUN_MEETINGS)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """An action for one case on an agenda; it ends where it began, at the minutes of that case."""
    item = visible_or_404(AgendaItem, request.viewer, pk=pk)
    agencies, risks = table.choices_at(request.viewer, item)
    given = {"agencies": agencies, "risks": risks}
    if "take" in request.POST or looks_only(request):
        return _agreeing(request, item, AgreeForm(initial=_so_far(request, item), **given))
    form = AgreeForm(request.POST or None, **given)
    if form.is_valid():
        try:
            operations.agree(viewer=request.viewer, item=item, **form.agreed)
            return redirect("room:live", item.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    return _agreeing(request, item, form)


def looks_only(request: HttpRequest) -> bool:
    """Sent while somebody types, or by the button for who has no scripts: standard actions are looked for."""
    return request.method == "POST" and ("find" in request.POST or "HX-Request" in request.headers)


def _so_far(request: HttpRequest, item: AgendaItem) -> dict[str, Any]:
    """What was typed, with the standard action that was chosen, if one was."""
    typed = {name: request.POST.get(name, "") for name in AgreeForm.base_fields}
    chosen = table.offer_of(item, request.POST.get("take", ""))
    return filled_in(typed, chosen) if chosen else typed


def _agreeing(request: HttpRequest, item: AgendaItem, form: AgreeForm) -> HttpResponse:
    record_look(request, "working minutes", case_id=item.case_id, restricted=item.case.restricted, item_id=item.pk)
    shown = {"item": item, "form": form, "offers": table.offered(request.viewer, item, **form.sought)}
    return render(request, "actions/agree.html", shown | {"due_names": DUE_NAMES})


@requires(Permission.RUN_MEETINGS)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether what was done made the risk lower, when its case is looked at again."""
    action = visible_or_404(Action, request.viewer, pk=pk)
    form = ReviewForm(request.POST or None, initial={"lowered": action.lowered})
    if form.is_valid() and done(form, operations.review, viewer=request.viewer, action=action):
        return redirect("actions:one", pk=action.pk)
    record_look(request, "action", case_id=action.case_id, action_id=action.pk)
    back = reverse("actions:one", args=[pk])
    page = FormPage(heading=_("Did it lower the risk?"), button=_("Save"), back=back, intro=action.task)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.PLAN_MEETINGS)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    action = visible_or_404(Action, request.viewer, pk=pk)
    form = ReopenForm(request.POST or None)
    if form.is_valid():
        try:
            operations.reopen(viewer=request.viewer, action=action, reason=form.cleaned_data["reason"])
            return redirect("actions:one", pk=action.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "action", case_id=action.case_id, action_id=action.pk)
    return render(request, "actions/reopen.html", {"action": action, "form": form})


def _report(viewer: Viewer, action: Action, answers: dict[str, Any]) -> None:
    """The operation for the answer that was chosen."""
    common = {key: answers[key] for key in ("said_by", "revision") if key in answers}
    if answers["state"] == State.COMPLETE:
        operations.complete(viewer=viewer, action=action, outcome=answers["outcome"], **common)
    elif answers["state"] == State.CANNOT:
        plan = {key: answers[key] for key in ("reason", "cause", "new_plan")}
        operations.cannot_complete(viewer=viewer, action=action, **plan, **common)
    else:
        operations.not_done(viewer=viewer, action=action, reason=answers["reason"], **common)


def _shown(viewer: Viewer, action: Action, steps: queries.Steps) -> dict[str, Any]:
    replies = queries.replies_to(viewer, action)
    return {"action": action, "steps": steps, "replies": replies, "today": viewer.today}
