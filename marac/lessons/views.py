"""The settings page of labels that were taught, each with a button that takes it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.kernel.refusal import Refusal
from marac.lessons import operations, queries
from marac.lessons.models import TaughtLabel
from marac.ui.pages import page_of


@requires(Permission.SET_RULES)
def every(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
@requires(Permission.SET_RULES)
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    taught = visible_or_404(TaughtLabel, request.viewer, pk=pk)
    try:
        operations.forget(viewer=request.viewer, taught=taught)
    except Refusal as refusal:
        return _page(request, refusal)
    return redirect("lessons:all")


def _page(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    page = page_of(request, queries.taught_by_area(request.viewer))
    shown = {"page": page, "refusal": refusal}
    return render(request, "lessons/all.html", shown, status=409 if refusal else 200)
