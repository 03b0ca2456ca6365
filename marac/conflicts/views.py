"""Pages of conflicts of interest: one's own declarations, what was suggested, and to whom a case is shut."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.accounts.models import User
from marac.audit.reading import record_reading
from marac.cases.door import record_look
from marac.cases.models import Case
from marac.conflicts import operations, queries
from marac.conflicts.forms import CONFIRM, DecideForm, DeclareForm, LetInForm, OwnConflictForm, ShutOutForm
from marac.conflicts.models import Suggestion
from marac.conflicts.rules import ALIKE_NAMES
from marac.kernel.refusal import Refusal
from marac.people.models import Party
from marac.ui.formpage import FormPage, done
from marac.ui.pages import page_of

IN_CASE = dict(Party.Role.choices)


@requires(Permission.SEE_OWN_WORK)
def mine(request: HttpRequest) -> HttpResponse:
    """What one has declared, of which only the kind and the day can be read again."""
    form = DeclareForm(request.POST or None)
    if form.is_valid() and done(form, operations.declare, viewer=request.viewer):
        return redirect("conflicts:mine")
    page = FormPage(heading=_("What you have declared"), button=_("Declare"), back=reverse("accounts:own"))
    shown = {"form": form, "page": page, "declared": queries.own_declarations(request.viewer)}
    return render(request, "conflicts/mine.html", shown)


@requires(Permission.SEE_OWN_WORK)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Pressed twice it is taken back once."""
    own = queries.own_declaration(request.viewer, pk)
    if own:
        operations.take_back(viewer=request.viewer, own=own)
    return redirect("conflicts:mine")


@requires(Permission.SEE_CASES)
def declare(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own conflict in a case: after it there is no such case for them, and they come back to Today."""
    case = visible_or_404(Case, request.viewer, pk=pk)
    record_look(request, "case", case_id=case.pk)
    form = OwnConflictForm(request.POST or None)
    if form.is_valid() and done(form, operations.declare_conflict, viewer=request.viewer, case=case):
        return redirect("office:today")
    page = FormPage(
        heading=_("Declare a conflict of interest"),
        caption=case.reference,
        intro=_("The case is shut to you at once: you will not see it, or anything about it, again."),
        button=_("Shut the case to me"),
        back=reverse("office:case", args=[pk]),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.DECIDE_CONFLICTS)
def suggestions(request: HttpRequest) -> HttpResponse:
    page = page_of(request, queries.suggestions_found(request.viewer))
    record_reading(request.viewer, "conflicts", case_ids=[each.case_id for each in page.rows])
    return render(request, "conflicts/suggestions.html", {"page": page, "words": _words})


@requires(Permission.DECIDE_CONFLICTS)
def suggestion(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Suggestion, request.viewer, "case", "user", pk=pk)
    form = DecideForm(request.POST or None)
    if form.is_valid():
        act = operations.confirm if form.cleaned_data["decision"] == CONFIRM else operations.dismiss
        try:
            act(viewer=request.viewer, suggestion=found, reason=form.cleaned_data["reason"])
            return redirect("conflicts:suggestions")
        except Refusal as refusal:
            form.refuse(refusal)
    record_reading(request.viewer, "conflict", case_id=found.case_id, suggestion_id=found.pk)
    page = FormPage(
        heading=_("A possible conflict of interest"),
        caption=found.case.reference,
        button=_("Decide") if found.state == Suggestion.State.OPEN or form.errors else "",
        back=reverse("conflicts:suggestions"),
    )
    return render(request, "conflicts/suggestion.html", {"form": form, "page": page, "found": found, "words": _words})


@requires(Permission.DECIDE_CONFLICTS)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """To whom a case is shut, and shutting it to somebody by hand."""
    found = visible_or_404(Case, request.viewer, pk=pk)
    form = ShutOutForm(request.POST or None, people=queries.staff_to_bar(request.viewer, found))
    if form.is_valid():
        user = visible_or_404(User, request.viewer, pk=form.cleaned_data.pop("user"))
        if done(form, operations.shut_out, viewer=request.viewer, case=found, user=user):
            return redirect("conflicts:case", pk)
    record_reading(request.viewer, "conflict", case_id=found.pk)
    page = FormPage(
        heading=_("To whom the case is shut"),
        caption=found.reference,
        button=_("Shut the case to them"),
        back=reverse("office:case", args=[pk]),
        warning=True,
    )
    shown = {"form": form, "page": page, "case": found, "barred": queries.barred_from(found)}
    return render(request, "conflicts/case.html", shown)


@requires(Permission.DECIDE_CONFLICTS)
def let_in(request: HttpRequest, pk: int, user: int) -> HttpResponse:
    case = visible_or_404(Case, request.viewer, pk=pk)
    person = visible_or_404(User, request.viewer, pk=user)
    form = LetInForm(request.POST or None)
    back = reverse("conflicts:case", args=[pk])
    if form.is_valid() and done(form, operations.let_in, viewer=request.viewer, case=case, user=person):
        return redirect(back)
    record_reading(request.viewer, "conflict", case_id=case.pk)
    page = FormPage(
        heading=_("Open the case to them again"),
        caption=f"{case.reference}: {person.name}",
        button=_("Open it to them"),
        back=back,
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _words(reasons: list[list[str]]) -> list[tuple[str, str]]:
    return [(ALIKE_NAMES[kind], str(IN_CASE.get(role, ""))) for kind, role in queries.words_of(reasons)]
