"""Pages that put right who is in a case, and as whom."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.reading import record_search
from marac.cases.door import record_look
from marac.cases.models import Case
from marac.corrections import operations
from marac.corrections.forms import SOMEBODY_NEW, AddPartyForm, PartyForm, ReasonForm, initial_of
from marac.corrections.queries import Offered, people_like, people_offered
from marac.corrections.views.saving import saved
from marac.kernel.refusal import Refusal
from marac.people.finding import as_typed, why_not_searched
from marac.people.models import Party
from marac.ui.formpage import FormPage, done

SEARCHED = "people_for_a_case"  # the words are kept in the session, for an address is seen by others


@requires(Permission.CORRECT_PEOPLE)
def add_party(request: HttpRequest, pk: int) -> HttpResponse:
    """Search first, while one types; then choose somebody found, or somebody new whom nobody on record is like."""
    viewer, case = request.viewer, visible_or_404(Case, request.viewer, pk=pk)
    searched = "words" in request.POST
    if searched:
        request.session[SEARCHED] = as_typed(request.POST["words"])
        if "HX-Request" not in request.headers:
            return redirect("corrections:add-party", pk)
    words = request.session.get(SEARCHED, "")
    asked = [int(part) for part in request.POST.get("offered", "").split(",") if part.isdecimal() and len(part) < 19]
    cannot = why_not_searched(viewer, words)
    people = people_offered(viewer, "" if cannot else words, asked)
    if words and not cannot:
        record_search(viewer, "people", terms=words, found=len(people))
    form = AddPartyForm(None if searched else request.POST or None)
    form.offer(people)
    if saved(form, _add, viewer=viewer, case=case, people=people, asked=form):
        request.session.pop(SEARCHED, None)
        return redirect("office:case", pk)
    record_look(request, "case", case_id=pk)
    shown = {"form": form, "case": case, "words": words, "cannot": cannot, "people": people}
    return render(request, "corrections/add_party.html", shown)


@requires(Permission.CORRECT_PEOPLE)
def party(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Party, request.viewer, pk=pk)
    form = PartyForm(request.POST or None, initial=initial_of(found))
    if saved(form, operations.correct_party, viewer=request.viewer, party=found):
        return redirect("office:case", found.case_id)
    record_look(request, "party", case_id=found.case_id, person_id=found.person_id)
    heading, take_off = _("Correct their part in the case"), reverse("corrections:take-off-party", args=[pk])
    return _page(request, form, found, heading=heading, button=_("Save"), take_off=take_off)


@requires(Permission.CORRECT_PEOPLE)
def take_off_party(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Party, request.viewer, pk=pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid() and done(form, operations.take_off_party, viewer=request.viewer, party=found):
        return redirect("office:case", found.case_id)
    record_look(request, "party", case_id=found.case_id, person_id=found.person_id)
    heading = _("Take this person off the case")
    intro = _(
        "What is recorded of them stays, and so do their other cases. Somebody who is in no other case can no longer "
        "be opened. For another person in their place, add that person first."
    )
    return _page(request, form, found, heading=heading, button=_("Take off"), intro=intro, warning=True)


def _add(
    *, viewer: Viewer, case: Case, people: list[Offered], asked: AddPartyForm, who: str, offered: str, **told: Any
) -> None:
    """Somebody new is entered when everybody on record who is like them has been offered."""
    new = {name: told.pop(name) for name in ("surname", "forenames", "born")}
    if who != SOMEBODY_NEW:
        chosen = next(each.person for each in people if str(each.person.pk) == who)
        operations.add_party(viewer=viewer, case=case, person=chosen, **told)
        return
    like = people_like(viewer, **new, but=[each.person.pk for each in people])
    if like:
        asked.offer([*people, *like])
        raise Refusal(_("People on record may be this person. Choose one of them, or Somebody new again."), field="who")
    operations.add_new_person(viewer=viewer, case=case, **new, **told)


def _page(request: HttpRequest, form: Any, party: Party, *, take_off: str = "", **more: Any) -> HttpResponse:
    caption = f"{party.person.name or _('Name not known')}, {party.case.reference}"
    page = FormPage(caption=caption, back=reverse("office:case", args=[party.case_id]), **more)
    template = "ui/form.html" if isinstance(form, ReasonForm) else "corrections/edit.html"
    return render(request, template, {"form": form, "page": page, "take_off": take_off})
