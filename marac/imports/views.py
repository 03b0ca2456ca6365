"""The two pages with one button each: the import of an old tracker, and taking it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.imports import operations
from marac.kernel.refusal import Refusal
from marac.trackers.models import Tracker
from marac.ui.formpage import FormPage
from marac.ui.forms import Form


@requires(Permission.IMPORT_TRACKERS)
@fresh_factor
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    intro = _("The rows that are clear or doubtful become cases, meetings, actions and attendance, all or none.")
    return _confirmed(request, pk, operations.import_tracker, _("Import"), intro)


@requires(Permission.IMPORT_TRACKERS)
@fresh_factor
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    intro = _("What the import made goes. Rows that somebody has built on since stay, and you are told which and why.")
    return _confirmed(request, pk, operations.undo_import, _("Take the import back"), intro)


def _confirmed(request: HttpRequest, pk: int, act: Any, heading: str, intro: str) -> HttpResponse:
    """A page with one button; a refusal is said there, and nothing has happened."""
    tracker = visible_or_404(Tracker, request.viewer, pk=pk)
    form = Form(request.POST or None)
    if request.method == "POST":
        form = Form(request.POST)
        try:
            form.is_valid()
            act(viewer=request.viewer, tracker=tracker)
            return redirect("trackers:one", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    back = reverse("trackers:one", args=[pk])
    page = FormPage(heading=heading, button=heading, back=back, caption=tracker.document.name, intro=intro)
    return render(request, "ui/form.html", {"form": form, "page": page})
