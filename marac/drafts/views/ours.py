"""Where the referrals of one's own agency stand, and what became of them, without a way into the case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.cases.door import record_look
from marac.drafts import operations
from marac.drafts.forms import TakeBackForm
from marac.drafts.queries import acknowledged, standing_of, standings
from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from marac.referrals.rules import MOVES
from marac.ui.formpage import FormPage
from marac.ui.pages import page_of

# While a meeting is still to come.
TOLD_WHEN = (Referral.State.READ, Referral.State.SUBMITTED, Referral.State.ACCEPTED)


@requires(Permission.REFER)
def ours(request: HttpRequest) -> HttpResponse:
    page = page_of(request, standings(request.viewer))
    return render(request, "drafts/ours.html", {"page": page, "states": dict(Referral.State.choices)})


@requires(Permission.REFER)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Referral, request.viewer, pk=pk, agency=request.viewer.agency_id or 0)
    record_look(request, "referral's standing", case_id=found.case_id, referral_id=pk)
    form = TakeBackForm(request.POST or None, initial={"revision": str(found.revision)})
    if request.method == "POST" and form.is_valid():
        given = {"reason": form.cleaned_data["reason"], "revision": form.opened_at}
        try:
            operations.take_back(viewer=request.viewer, referral=found, **given)
            return redirect("drafts:standing", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    page = FormPage(
        heading=_("Withdraw referral %(number)s") % {"number": pk},
        button=_("Withdraw the referral"),
        back=reverse("drafts:standing", args=[pk]),
        intro=_("It will not be decided on. It stays on record, and the coordinator sees who withdrew it and why."),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.REFER)
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    found = standing_of(request.viewer, pk)
    if found is None:
        raise Unseen
    record_reading(request.viewer, "referral's standing", referral_id=pk)
    sent = found["state"] != Referral.State.DRAFT and bool(MOVES[found["state"]])
    told = None
    if found["state"] in TOLD_WHEN:
        told = acknowledged(request.viewer, found)
    shown = {"standing": found, "told": told, "states": dict(Referral.State.choices), "may_withdraw": sent}
    return render(request, "drafts/standing.html", shown)
