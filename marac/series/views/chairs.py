"""Who chairs in a MARAC, and the days on which somebody cannot."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.directory.models import Marac
from marac.series import operations, queries
from marac.series.forms import AwayForm
from marac.series.models import ChairAway
from marac.ui.formpage import done


@requires(Permission.SEE_MEETINGS)
def chairs(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = request.viewer
    marac = visible_or_404(Marac, viewer, pk=pk)
    pool, own = queries.chairs_of(marac.pk, viewer.today), viewer.user_id
    own = None if viewer.may(Permission.PLAN_MEETINGS) else own
    form = AwayForm(request.POST or None, chairs=pool, own=own)
    if form.is_valid() and done(form, operations.say_away, viewer=viewer, marac=marac):
        return redirect("series:chairs", marac.pk)
    shown = {
        "form": form,
        "marac": marac,
        "pool": pool,
        "away": queries.away_of(viewer, marac),
        "numbers": queries.dates_by_chair(viewer, marac),
        "own": own,
        "may_say": own in (None, *(chair.user_id for chair in pool)),
    }
    return render(request, "series/chairs.html", shown)


@requires(Permission.SEE_MEETINGS)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    away = visible_or_404(ChairAway, request.viewer, pk=pk)
    operations.take_back_away(viewer=request.viewer, away=away)
    return redirect("series:chairs", away.marac_id)
