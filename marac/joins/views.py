"""One person with all their records; the queue of people who may be the same, two side by side, and un-joining."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.operation import Stale
from marac.audit.reading import record_reading, record_search
from marac.joins import operations, queries
from marac.joins.comparing import Compared, compared, rows_of
from marac.joins.forms import DecideForm, FilterForm, PartForm
from marac.joins.models import Pair
from marac.joins.rules import RISK_NAMES, VERDICT_NAMES, Verdict
from marac.joins.whole import whole_person
from marac.kernel.refusal import Refusal
from marac.people.models import Person
from marac.people.queries import birth_in_words
from marac.people.weighed import how_likely
from marac.serial.queries import labelled
from marac.ui.formpage import FormPage
from marac.ui.pages import keep_words, kept_words, page_of


@requires(Permission.SEE_PEOPLE)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Under the number of their oldest record that the viewer may see; whoever comes by another is told so."""
    whole = whole_person(request.viewer, visible_or_404(Person, request.viewer, "joined", pk=pk))
    if whole.person.pk != pk:
        return redirect(f"{reverse('joins:person', args=[whole.person.pk])}?record={pk}")
    record_reading(request.viewer, "person", person_id=pk, case_ids=whole.case_ids)
    came_by = request.GET.get("record", "")
    shown = {
        "whole": whole,
        "serial": whole.harming and not whole.held and labelled(request.viewer, [each.pk for each in whole.records]),
        "may_decide_serial": request.viewer.may(Permission.DECIDE_SERIAL) and whole.harming,
        "came_by": came_by if came_by in {str(each.pk) for each in whole.records} else "",
        "may_correct": request.viewer.may(Permission.CORRECT_PEOPLE),
        "may_reveal": request.viewer.may(Permission.REVEAL),
        "may_join": request.viewer.may(Permission.JOIN_PEOPLE),
        "sees_contact": request.viewer.may(Permission.SEE_CONTACT_DETAILS),
    }
    return render(request, "joins/person.html", shown)


@requires(Permission.JOIN_PEOPLE)
def pairs(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return keep_words(request)
    form = FilterForm({"state": "open"} | request.GET.dict())
    chosen = form.cleaned_data if form.is_valid() else {}
    filters = queries.Filters(**chosen, words=kept_words(request))
    page = page_of(request, queries.pairs_found(request.viewer, filters))
    if filters.words:
        record_search(request.viewer, "people who may be the same", terms=filters.words, found=page.total)
    rows = rows_of(request.viewer, page.rows)
    case_ids = sorted({case for row in rows for case in row.case_ids})
    record_reading(request.viewer, "people who may be the same", case_ids=case_ids)
    shown = {"page": page, "rows": rows, "form": form, "born": birth_in_words, "risks": RISK_NAMES}
    shown |= {"how_likely": how_likely}
    shown["undecided"] = filters.state == "open"
    return render(request, "joins/pairs.html", shown)


@requires(Permission.JOIN_PEOPLE)
def pair(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Pair, request.viewer, "first", "second", pk=pk)
    form = DecideForm(request.POST or None, initial={"revision": str(found.revision)})
    if form.is_valid() and (decided := _taken(form, operations.decide, request, found)):
        joined = decided.state == Pair.State.SAME
        return redirect("joins:person", decided.first_id) if joined else redirect("joins:pairs")
    two = compared(request.viewer, visible_or_404(Pair, request.viewer, "first", "second", pk=pk))
    _record(request, two)
    page = FormPage(
        heading=_("The same person?"),
        caption=_("Person %(one)s and person %(other)s") % {"one": found.first_id, "other": found.second_id},
        button="" if two.pair.state == Pair.State.SAME and not form.errors else _("Decide"),
        back=reverse("joins:pairs"),
    )
    shown = {"form": form, "page": page, "two": two, "risks": RISK_NAMES, "verdicts": VERDICT_NAMES}
    shown |= {"how_likely": how_likely}
    return render(request, "joins/pair.html", shown)


@requires(Permission.JOIN_PEOPLE)
def part(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Pair, request.viewer, "first", "second", pk=pk)
    form = PartForm(request.POST or None, initial={"revision": str(found.revision)})
    if form.is_valid() and _taken(form, operations.part, request, found):
        return redirect("joins:pair", pk)
    two = compared(request.viewer, visible_or_404(Pair, request.viewer, "first", "second", pk=pk))
    _record(request, two)
    page = FormPage(
        heading=_("Take the join back"),
        caption=_("Person %(one)s and person %(other)s") % {"one": found.first_id, "other": found.second_id},
        intro=_("Each record has what it had before, with what came to it since. Nothing is lost."),
        button=_("Take the join back"),
        back=reverse("joins:person", args=[found.first_id]),
        warning=True,
    )
    shown = {"form": form, "page": page, "two": two, "verdicts": VERDICT_NAMES, "same": Verdict.SAME}
    return render(request, "joins/part.html", shown)


def _taken(form: Any, act: Any, request: HttpRequest, found: Pair) -> Any:
    """What the operation gave; None if it refused. To whoever comes second it is shown what the first decided."""
    try:
        return act(viewer=request.viewer, pair=found, **{**form.cleaned_data, "revision": form.opened_at})
    except Stale:
        now = visible_or_404(Pair, request.viewer, pk=found.pk)
        form.open_again_at(now.revision)
        told = _("Somebody decided on these two while you were writing. It is shown below; what you wrote is kept.")
        form.add_error(None, told)
    except Refusal as refusal:
        form.refuse(refusal)
    return None


def _record(request: HttpRequest, two: Compared) -> None:
    people = [two.pair.first_id, two.pair.second_id]
    record_reading(request.viewer, "two people compared", person_ids=people, case_ids=two.case_ids)
