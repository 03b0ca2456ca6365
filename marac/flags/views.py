"""An agency's own flags, the gaps that the office chases, and asking for flags and their removal."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.cases.door import record_look
from marac.cases.lists import of_each_marac
from marac.cases.models import Case
from marac.flags import operations, queries
from marac.flags.forms import AskForm, RemovalForm
from marac.flags.models import Flag
from marac.kernel.refusal import Refusal
from marac.ui.pages import page_of, page_of_many
from marac.ui.refusals import said


@requires(Permission.CONFIRM_FLAG)
def mine(request: HttpRequest) -> HttpResponse:
    page = page_of_many(request, queries.my_flags(request.viewer), of_each_marac(request.viewer, "case_marac"))
    shown = {"page": page, "rows": queries.rows(request.viewer, page.rows)}
    return render(request, "flags/mine.html", shown | {"manages": request.viewer.may(Permission.MANAGE_FLAGS)})


@requires(Permission.CONFIRM_FLAG)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    return _press(request, pk, operations.confirm)


@requires(Permission.CONFIRM_FLAG)
@require_POST
def removed(request: HttpRequest, pk: int) -> HttpResponse:
    return _press(request, pk, operations.confirm_removal)


@requires(Permission.MANAGE_FLAGS)
def gaps(request: HttpRequest) -> HttpResponse:
    page = page_of(request, queries.gaps(request.viewer))
    return render(request, "flags/gaps.html", {"page": page, "rows": queries.rows(request.viewer, page.rows)})


@requires(Permission.MANAGE_FLAGS)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    case = visible_or_404(Case, request.viewer, pk=pk)
    form = AskForm(request.POST or None)
    if form.is_valid():
        try:
            operations.ask_for_flags(viewer=request.viewer, case=case, **form.cleaned_data)
            return redirect("flags:ask", pk=case.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "case", case_id=case.pk)
    shown = {"case": case, "form": form, "terms": queries.terms_for(request.viewer, case)}
    rows = queries.rows(request.viewer, queries.flags_of(request.viewer, case))
    return render(request, "flags/ask.html", shown | {"rows": rows})


@requires(Permission.MANAGE_FLAGS)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    case = visible_or_404(Case, request.viewer, pk=pk)
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            operations.ask_for_removal(viewer=request.viewer, case=case, **form.cleaned_data)
            return redirect("flags:gaps")
        except Refusal as refusal:
            form.refuse(refusal)
    record_look(request, "case", case_id=case.pk)
    rows = queries.rows(request.viewer, queries.flags_of(request.viewer, case))
    return render(request, "flags/remove.html", {"case": case, "form": form, "rows": rows})


def _press(request: HttpRequest, pk: int, act: Callable[..., Any]) -> HttpResponse:
    """One press on a row: back to the list, or the sentence that says why not."""
    flag = visible_or_404(Flag, request.viewer, pk=pk)
    try:
        act(viewer=request.viewer, flag=flag)
    except Refusal as refusal:
        return render(request, "flags/refused.html", {"sentence": said(refusal)}, status=409)
    return redirect("flags:mine")
