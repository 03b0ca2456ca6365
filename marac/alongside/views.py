"""The page of one person's cases beside each other. In the trail of each case it stands in words that say nothing of
the others."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.alongside.queries import alongside
from marac.audit.reading import record_reading
from marac.cases.door import reason_of
from marac.cases.models import Case
from marac.people.models import Person


@requires(Permission.SEE_PEOPLE)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """A restricted case shows its reference alone until the viewer has been at its door."""

    def shut(case: Case) -> bool:
        return case.restricted and not reason_of(request, case.pk)

    found = alongside(request.viewer, visible_or_404(Person, request.viewer, "joined", pk=pk), shut)
    case_ids = found.whole.case_ids
    record_reading(request.viewer, "somebody in the case", person_id=pk, case_ids=case_ids)
    may_reveal = request.viewer.may(Permission.REVEAL)
    return render(request, "alongside/person.html", {"found": found, "may_reveal": may_reveal})
