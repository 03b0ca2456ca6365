"""Pages of a restricted case: who alone may open it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.accounts.models import User
from marac.audit.reading import record_reading
from marac.cases import operations
from marac.cases.models import Case
from marac.office.forms import ReadersForm, WhyForm
from marac.office.queries import is_open, may_be_named, people_of, readers_of
from marac.ui.formpage import FormPage, done


@requires(Permission.DECIDE_REFERRALS)
@fresh_factor
def readers(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is named, and naming more; of an open case, restricting it."""
    case = visible_or_404(Case, request.viewer, pk=pk)
    named = readers_of(request.viewer, case)
    own = {} if case.restricted else {"readers": [str(request.viewer.user_id)]}
    form = ReadersForm(request.POST or None, people=may_be_named(request.viewer, case), initial=own)
    if form.is_valid():
        form.cleaned_data["readers"] = people_of(form.cleaned_data["readers"])
        if done(form, operations.restrict, viewer=request.viewer, case=case):
            return _to_the_case_if_open(request, case)
    record_reading(request.viewer, "readers", case_id=case.pk)
    page = FormPage(
        heading=_("Who alone may open the case"),
        caption=case.reference,
        button=_("Name them") if case.restricted else _("Restrict the case to them"),
        back=reverse("office:case", args=[pk]),
        warning=not case.restricted,
    )
    return render(request, "office/readers.html", {"form": form, "page": page, "case": case, "named": named})


@requires(Permission.DECIDE_REFERRALS)
@fresh_factor
def take_off(request: HttpRequest, pk: int, user: int) -> HttpResponse:
    case = visible_or_404(Case, request.viewer, pk=pk)
    person = visible_or_404(User, request.viewer, pk=user)
    form = WhyForm(request.POST or None)
    if form.is_valid() and done(form, operations.take_reader_off, viewer=request.viewer, case=case, user=person):
        return _to_the_case_if_open(request, case)
    record_reading(request.viewer, "readers", case_id=case.pk)
    page = FormPage(
        heading=_("Shut the case to this reader"),
        caption=f"{case.reference}: {person.name}",
        button=_("Shut the case to them"),
        back=reverse("office:readers", args=[pk]),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.DECIDE_REFERRALS)
@fresh_factor
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    case = visible_or_404(Case, request.viewer, pk=pk)
    form = WhyForm(request.POST or None)
    if form.is_valid() and done(form, operations.lift_restriction, viewer=request.viewer, case=case):
        return redirect("office:case", pk)
    record_reading(request.viewer, "readers", case_id=case.pk)
    page = FormPage(
        heading=_("Lift the restriction"),
        caption=case.reference,
        intro=_("Everybody with a seat on the case may open it again, but for whom it is shut to."),
        button=_("Lift the restriction"),
        back=reverse("office:readers", args=[pk]),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _to_the_case_if_open(request: HttpRequest, case: Case) -> HttpResponse:
    """Whoever did not name themselves has shut the case to themselves."""
    return redirect("office:readers", case.pk) if is_open(request.viewer, case) else redirect("office:today")
