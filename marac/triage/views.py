"""The page on which a referral is decided: its grounds, who is known already, and what becomes of it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.door import record_look
from marac.conflicts.rules import ALIKE_NAMES
from marac.intake.paths import value_at
from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from marac.referrals.rules import MOVES
from marac.triage import operations
from marac.triage.deciding import Triage, triage
from marac.triage.forms import ASKED, DecideForm, VerifyForm
from marac.triage.queries import poor_referrals
from marac.triage.rules import REPEAT
from marac.ui.formpage import FormPage, done


@requires(Permission.DECIDE_REFERRALS)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Referral, request.viewer, pk=pk)
    facts = triage(request.viewer, found)
    shown_too = [facts.plan.case.pk] if facts.plan else []
    record_look(request, "referral", case_id=found.case_id, referral_id=found.pk, case_ids=shown_too)
    form = DecideForm(
        request.POST or None,
        cases=facts.cases,
        agencies=facts.agencies,
        known=facts.known,
        says=str(value_at(found.content, "referrer.agency") or ""),
        initial=_proposed(found, facts),
    )
    if request.method == "POST" and form.is_valid():
        try:
            _settle(request.viewer, found, form, facts)
            return redirect("referrals:one", found.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    shown = {"referral": found, "facts": facts, "form": form, "open": bool(MOVES[found.state])}
    shown |= {"alike_names": ALIKE_NAMES, "may_reveal": request.viewer.may(Permission.REVEAL)}
    return render(request, "triage/decide.html", shown)


# What becomes of it without a case.
OTHERS: dict[str, Callable[..., Referral]] = {
    "return": operations.return_for_information,
    "turn_down": operations.turn_down,
    "send_on": operations.send_on,
    "withdraw": operations.withdraw,
}


def _proposed(referral: Referral, facts: Triage) -> dict[str, object]:
    """What is filled in already; where nothing can be proposed the coordinator chooses."""
    same = next((str(met.case.pk) for met in facts.cases if met.earlier.case == facts.proposal.case), "")
    return {
        "kind": facts.proposal.kind,
        "case": same if facts.proposal.kind == REPEAT else "",
        "agency": referral.agency_id or "",
        "revision": str(referral.revision),
        "incident_on": referral.incident_on,
    }


def _settle(viewer: Viewer, referral: Referral, form: DecideForm, facts: Triage) -> None:
    """Do what the form says."""
    given = form.cleaned_data
    told = {"viewer": viewer, "referral": referral, "reason": given["reason"], "revision": form.opened_at}
    if given["decision"] == "accept":
        case = next((met.case for met in facts.cases if str(met.case.pk) == given["case"]), None)
        agency = next((each for each in facts.agencies if str(each.pk) == given["agency"]), None)
        told |= {"kind": given["kind"], "incident_on": given["incident_on"]}
        operations.accept(**told, known=form.known, case=case, agency=agency)
    else:
        OTHERS[given["decision"]](**told, **{name: given[name] for name in ASKED[given["decision"]]})


@requires(Permission.DECIDE_REFERRALS)
def poor(request: HttpRequest) -> HttpResponse:
    """For talking with agencies whose referrals keep going back: numbers, and nobody's name."""
    return render(request, "triage/poor.html", {"rows": poor_referrals(request.viewer)})


@requires(Permission.DECIDE_REFERRALS)
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Referral, request.viewer, pk=pk)
    record_look(request, "referral", case_id=found.case_id, referral_id=found.pk)
    form = VerifyForm(request.POST or None)
    given = {"viewer": request.viewer, "referral": found}
    if request.method == "POST" and form.is_valid() and done(form, operations.verify_sender, **given):
        return redirect("referrals:one", pk)
    return render(request, "ui/form.html", {"form": form, "page": _verify_page(found)})


def _verify_page(referral: Referral) -> FormPage:
    told = _(
        "The message came from %(address)s. An address proves nothing, and a number in the message proves no more: "
        "ring the agency on a number that you hold."
    )
    nothing = _("There is nothing to verify: it did not come in a message, or it is done.")
    return FormPage(
        heading=_("Verify who sent referral %(number)s") % {"number": referral.pk},
        button=_("It is verified") if referral.is_unverified else "",
        back=reverse("referrals:one", args=[referral.pk]),
        intro=told % {"address": referral.from_address} if referral.is_unverified else nothing,
    )
