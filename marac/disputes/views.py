"""Pages of disputed roles: the coordinator's page of a case, and an agency's own word on whom it acts for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.fresh import fresh_factor
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.accounts.models import User
from marac.cases.door import record_look
from marac.cases.models import Case
from marac.directory.models import Agency
from marac.disputes import operations, queries
from marac.disputes.forms import ActingForm, DecideForm, DisputeForm, EndForm, OwnForm
from marac.people.models import ActsFor, Dispute, Party
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form


@requires(Permission.DECIDE_REFERRALS)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether roles are disputed, why they may be, and who acts for whom."""
    found = visible_or_404(Case, request.viewer, pk=pk)
    sides = queries.sides_of(request.viewer, found)
    record_look(request, "disputed roles", case_id=found.pk)
    return render(request, "disputes/case.html", {"case": found, "sides": sides, "in_words": queries.outcome_in_words})


@requires(Permission.DECIDE_REFERRALS)
@fresh_factor
def dispute(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Case, request.viewer, pk=pk)
    others = [each for each in queries.principals_of(request.viewer, found) if each.role != Party.Role.VICTIM]
    form = DisputeForm(request.POST or None, people=_named(others), initial={"said_on": request.viewer.today})
    if form.is_valid():
        form.cleaned_data["second"] = int(form.cleaned_data["second"])
        if done(form, operations.dispute_roles, viewer=request.viewer, case=found):
            return redirect("disputes:case", pk)
    record_look(request, "disputed roles", case_id=found.pk)
    intro = _(
        "From now on, whoever acts for one of them is shown nothing that could endanger the other, here and in every "
        "other case: no address, no number, nothing of what was said. Who is recorded as victim does not change."
    )
    return _form(request, form, found, _("Record that the roles are disputed"), _("Record it"), intro)


@requires(Permission.DECIDE_REFERRALS)
@fresh_factor
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Dispute, request.viewer, "case", "first", "second", pk=pk)
    form = DecideForm(request.POST or None, dispute=found)
    if form.is_valid():
        form.cleaned_data["revision"] = form.opened_at
        if done(form, operations.decide, viewer=request.viewer, dispute=found):
            return redirect("disputes:case", found.case_id)
    record_look(request, "disputed roles", case_id=found.case_id)
    page = FormPage(
        heading=_("Decide who does what to whom"),
        caption=found.case.reference,
        button=_("Decide"),
        back=reverse("disputes:case", args=[found.case_id]),
    )
    shown = {"form": form, "page": page, "dispute": found, "in_words": queries.outcome_in_words}
    return render(request, "disputes/decide.html", shown)


@requires(Permission.DECIDE_REFERRALS)
@fresh_factor
def acting(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who acts for whom: an agency, or one worker of one that acts for both."""
    found, viewer = visible_or_404(Case, request.viewer, pk=pk), request.viewer
    lists = {"agencies": queries.agencies_at(viewer, found), "workers": queries.workers_at(viewer, found)}
    form = ActingForm(request.POST or None, people=_named(queries.principals_of(viewer, found)), **lists)
    if form.is_valid():
        given, worker = form.cleaned_data, form.cleaned_data["worker"]
        given["person"] = int(given["person"])
        given["agency"] = visible_or_404(Agency, viewer, pk=given["agency"])
        given["worker"] = visible_or_404(User, viewer, pk=worker) if worker else None
        if done(form, operations.record_acting, viewer=viewer, case=found):
            return redirect("disputes:case", pk)
    record_look(request, "disputed roles", case_id=found.pk)
    return _form(request, form, found, _("Who acts for whom"), _("Save"))


@requires(Permission.DECIDE_REFERRALS)
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(ActsFor, request.viewer, pk=pk)
    operations.confirm_acting(viewer=request.viewer, acting=found)
    return redirect("disputes:case", queries.newest_case_with(request.viewer, found.person_id).pk)


@requires(Permission.DECIDE_REFERRALS)
@fresh_factor
def end(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(ActsFor, request.viewer, "agency", "person", pk=pk)
    case = queries.newest_case_with(request.viewer, found.person_id)
    form = EndForm(request.POST or None)
    if form.is_valid() and done(form, operations.end_acting, viewer=request.viewer, acting=found):
        return redirect("disputes:case", case.pk)
    record_look(request, "disputed roles", case_id=case.pk)
    intro = _("{agency} acts for {name}. Once it does not, what is kept from it for their sake is open to it again.")
    intro = intro.format(agency=found.agency.name, name=found.person.name or _("Name not known"))
    return _form(request, form, case, _("They do not act for them any more"), _("Save"), intro)


@requires(Permission.SEE_CASES)
def own(request: HttpRequest, pk: int) -> HttpResponse:
    """An agency's own word. It is told nothing here but what it has said, and who stands in the case."""
    found = visible_or_404(Case, request.viewer, pk=pk)
    principals = queries.principals_of(request.viewer, found)
    form = OwnForm(request.POST or None, people=_named(principals))
    if form.is_valid():
        form.cleaned_data["person"] = int(form.cleaned_data["person"])
        if done(form, operations.say_for_whom, viewer=request.viewer, case=found):
            return redirect("disputes:own", pk)
    record_look(request, "case", case_id=found.pk)
    theirs = queries.own_sides(request.viewer, found)
    page = FormPage(
        heading=_("For whom your agency acts"),
        caption=found.reference,
        intro=_("A seat on a case does not say whom you support. The coordinator is shown what you say here."),
        button=_("Save"),
        back=reverse("office:case", args=[pk]),
    )
    named = [each for each in principals if each.person_id in theirs]
    return render(request, "disputes/own.html", {"form": form, "page": page, "named": named})


def _named(parties: list[Party]) -> list[tuple[str, str]]:
    """Each person once."""
    return list({str(each.person_id): each.person.name or _("Name not known") for each in parties}.items())


def _form(request: HttpRequest, form: Form, found: Case, heading: str, button: str, intro: str = "") -> HttpResponse:
    back = reverse("disputes:case", args=[found.pk])
    page = FormPage(heading=heading, caption=found.reference, intro=intro, button=button, back=back)
    return render(request, "ui/form.html", {"form": form, "page": page})
