"""Where the referrals of one's own agency stand, and what became of them, without a way into the case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.requires import Unseen, requires
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.drafts.queries import standing_of, standings
from marac.referrals.models import Referral
from marac.ui.pages import page_of


@requires(Permission.REFER)
def ours(request: HttpRequest) -> HttpResponse:
    page = page_of(request, standings(request.viewer))
    return render(request, "drafts/ours.html", {"page": page, "states": dict(Referral.State.choices)})


@requires(Permission.REFER)
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    found = standing_of(request.viewer, pk)
    if found is None:
        raise Unseen
    record_reading(request.viewer, "referral's standing", referral_id=pk)
    return render(request, "drafts/standing.html", {"standing": found, "states": dict(Referral.State.choices)})
