"""Who chairs in a MARAC, and the days on which somebody cannot."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.directory.models import Marac
from marac.kernel.refusal import Refusal
from marac.series import operations, queries
from marac.series.forms import AwayForm
from marac.series.models import ChairAway
from marac.ui.formpage import done


@requires(Permission.SEE_MEETINGS)
def chairs(request: HttpRequest, pk: int) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    form = _away_form(request, marac, request.POST or None)
    if form.is_valid() and done(form, operations.say_away, viewer=request.viewer, marac=marac):
        return redirect("series:chairs", marac.pk)
    return _page(request, marac, form)


@requires(Permission.SEE_MEETINGS)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    away = visible_or_404(ChairAway, request.viewer, "marac", pk=pk)
    try:
        operations.take_back_away(viewer=request.viewer, away=away)
    except Refusal as refusal:
        return _page(request, away.marac, _away_form(request, away.marac), refusal)
    return redirect("series:chairs", away.marac_id)


def _own(request: HttpRequest) -> int | None:
    """Whose days may be said here; of everybody for those who plan."""
    return None if request.viewer.may(Permission.PLAN_MEETINGS) else request.viewer.user_id


def _away_form(request: HttpRequest, marac: Marac, data: Any = None) -> AwayForm:
    return AwayForm(data, chairs=queries.chairs_of(marac.pk, request.viewer.today), own=_own(request))


def _page(request: HttpRequest, marac: Marac, form: AwayForm, refusal: Refusal | None = None) -> HttpResponse:
    """With a refusal, as it stands and why the last button did nothing."""
    viewer, own = request.viewer, _own(request)
    pool = queries.chairs_of(marac.pk, viewer.today)
    shown = {
        "form": form,
        "marac": marac,
        "pool": pool,
        "away": queries.away_of(viewer, marac),
        "numbers": queries.dates_by_chair(viewer, marac),
        "own": own,
        "may_say": own in (None, *(chair.user_id for chair in pool)),
        "refusal": refusal,
    }
    return render(request, "series/chairs.html", shown, status=409 if refusal else 200)
