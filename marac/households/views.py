"""The page with the drawing of a case."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.cases.door import record_look
from marac.cases.models import Case
from marac.households.queries import household


@requires(Permission.SEE_CASES)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Case, request.viewer, pk=pk)
    record_look(request, "household", case_id=pk, restricted=found.restricted)
    shown = {"case": found, "household": household(request.viewer, found)}
    return render(request, "households/case.html", shown)
