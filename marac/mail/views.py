"""What was sent to whom, and what to do with a notice that did not go."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.kernel.refusal import Refusal
from marac.mail import operations, queries
from marac.mail.forms import FilterForm
from marac.mail.models import Outgoing
from marac.mail.transport import leaves_the_machine
from marac.ui.pages import page_of
from marac.ui.refusals import said


@requires(Permission.SEE_WHAT_WAS_SENT)
def sent(request: HttpRequest) -> HttpResponse:
    agencies = [(str(agency.pk), agency.name) for agency in queries.agencies_told(request.viewer)]
    form = FilterForm(request.GET, agencies=agencies)
    filters = queries.Filters(**form.cleaned_data) if form.is_valid() else queries.Filters()
    page = page_of(request, queries.sent_found(request.viewer, filters))
    shown = {"page": page, "form": form, "filters": filters, "leaves": leaves_the_machine()}
    return render(request, "mail/sent.html", shown)


@requires(Permission.SEE_WHAT_WAS_SENT)
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    return _press(request, pk, operations.try_again)


@requires(Permission.SEE_WHAT_WAS_SENT)
@require_POST
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    return _press(request, pk, operations.set_aside)


def _press(request: HttpRequest, pk: int, act: Callable[..., Any]) -> HttpResponse:
    """One press on a row: back to the list, or the sentence that says why not."""
    notice = visible_or_404(Outgoing, request.viewer, pk=pk)
    try:
        act(viewer=request.viewer, notice=notice)
    except Refusal as refusal:
        return render(request, "mail/refused.html", {"sentence": said(refusal)}, status=409)
    return redirect("mail:sent")
