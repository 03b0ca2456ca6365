"""Those who harm several people: the list, and one of them, of whom somebody decides. In the trail of each case these
pages stand in words that say nothing of other cases: another coordinator, who does not see those, reads it too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.operation import Stale
from marac.audit.reading import record_reading, record_search
from marac.kernel.refusal import Refusal
from marac.people.models import Person
from marac.people.queries import case_ids_of
from marac.serial import operations, queries
from marac.serial.forms import DecideForm, FilterForm
from marac.serial.queries import Standing
from marac.serial.rules import STATE_NAMES, VERDICT_NAMES, State, verdicts_for
from marac.ui.formpage import FormPage
from marac.ui.pages import keep_words, kept_words, page_of


@requires(Permission.DECIDE_SERIAL)
def everybody(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return keep_words(request)
    form = FilterForm({"state": State.PROPOSED.value} | request.GET.dict())
    state = form.cleaned_data["state"] if form.is_valid() else State.PROPOSED.value
    words = kept_words(request)
    rules = queries.rules_for(request.viewer)
    page = page_of(request, queries.serial_found(request.viewer, queries.Filters(state, words), rules))
    if words:
        record_search(request.viewer, "serial perpetrators", terms=words, found=page.total)
    rows = queries.rows_of(request.viewer, page.rows, rules)
    case_ids = sorted({party.case_id for row in rows for party in row.parties})
    record_reading(request.viewer, "somebody in the case", case_ids=case_ids)
    shown = {"page": page, "rows": rows, "form": form, "rules": rules, "states": STATE_NAMES, "state": state}
    return render(request, "serial/everybody.html", shown)


@requires(Permission.DECIDE_SERIAL)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Person, request.viewer, pk=pk)
    now = queries.standing_of(request.viewer, found.pk, found.marac_id)
    form = DecideForm(request.POST or None, state=now.state, initial={"revision": str(now.last)})
    if form.is_valid():
        if _decided(form, request, found):
            return redirect("serial:person", pk)
        now = queries.standing_of(request.viewer, found.pk, found.marac_id)
    case_ids = sorted({*case_ids_of(request.viewer, pk), *now.case_ids})
    record_reading(request.viewer, "somebody in the case", person_id=pk, case_ids=case_ids)
    shown = {"form": form, "page": _page(found, now), "person": found, "now": now}
    return render(request, "serial/person.html", shown | {"states": STATE_NAMES, "verdicts": VERDICT_NAMES})


def _page(found: Person, now: Standing) -> FormPage:
    return FormPage(
        heading=_("A serial perpetrator?"),
        caption=_("Person %(number)s") % {"number": found.pk},
        button=_("Decide") if verdicts_for(now.state) else "",
        back=reverse("serial:everybody"),
    )


def _decided(form: DecideForm, request: HttpRequest, found: Person) -> bool:
    """To whoever comes second it is shown what the first decided, and what they wrote is kept."""
    given = {name: form.cleaned_data[name] for name in ("verdict", "reason")}
    try:
        operations.decide(viewer=request.viewer, person=found, last=form.opened_at, **given)
    except Stale as stale:
        form.refuse(stale)
        form.open_again_at(queries.standing_of(request.viewer, found.pk, found.marac_id).last)
    except Refusal as refusal:
        form.refuse(refusal)
    else:
        return True
    return False
