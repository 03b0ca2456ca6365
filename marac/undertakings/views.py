"""Pages on which an agency's answer to an action is given, and the chair decides on a refusal."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.actions.rules import Said
from marac.cases.door import record_look
from marac.kernel.refusal import Refusal
from marac.ui.formpage import FormPage, done
from marac.undertakings import operations, queries
from marac.undertakings.forms import AnswerForm, DecideForm


@requires(Permission.REPORT_ON_ACTION)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Also where a button of the minutes leads; it ends there, for who takes them."""
    viewer = request.viewer
    action = visible_or_404(Action, viewer, "item__meeting", "agency", pk=pk)
    first = {"revision": action.revision, "said": request.GET.get("said", "")}
    first["answer_by_on"] = queries.usual_answer_day(viewer, action)
    form = AnswerForm(request.POST or None, for_agency=action.agency_id != viewer.agency_id, initial=first)
    if form.is_valid():
        try:
            _answer(viewer, action, form)
            return redirect(_back(viewer, action))
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "action", case_id=action.case_id, action_id=action.pk)
    shown = {"action": action, "form": form, "may_answer": queries.may_answer(viewer, action)}
    shown |= {"back": _back(viewer, action), "at_table": queries.names_at_table(action)}
    return render(request, "undertakings/answer.html", shown)


@requires(Permission.APPROVE_MINUTES)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    action = visible_or_404(Action, request.viewer, pk=pk)
    form = DecideForm(request.POST or None)
    back = reverse("actions:one", args=[pk])
    if form.is_valid() and done(form, operations.decide, viewer=request.viewer, action=action):
        return redirect(back)
    record_look(request, "action", case_id=action.case_id, action_id=action.pk)
    said = _("{task} Refused: {reason}").format(task=action.task, reason=action.reason)
    page = FormPage(
        heading=_("A refused action"), caption=action.case.reference, button=_("Save"), back=back, intro=said
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _answer(viewer: Viewer, action: Action, form: AnswerForm) -> None:
    """The operation for what was chosen."""
    given = form.cleaned_data
    common: dict[str, Any] = {"viewer": viewer, "action": action, "said_by": given.get("said_by", "")}
    if given["revision"]:
        common["revision"] = form.opened_at
    if given["said"] == Said.ACCEPTED:
        operations.accept(**common)
    elif given["said"] == Said.REFUSED:
        operations.refuse(**common, reason=given["reason"])
    else:
        by = given["answer_by_on"] or queries.usual_answer_day(viewer, action)
        operations.take_away(**common, answer_by_on=by)


def _back(viewer: Viewer, action: Action) -> str:
    if action.item_id and viewer.may(Permission.RUN_MEETINGS):
        return f"{reverse('room:live', args=[action.item_id])}#agreed"
    return reverse("actions:one", args=[action.pk])
