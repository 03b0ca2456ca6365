"""The page, which is also the paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.cases.door import record_look
from marac.cases.models import Case
from marac.directory.queries import profile_on
from marac.summary.queries import summary
from marac.summary.rules import FOOT, HEIGHT, WIDTH


@requires(Permission.SEE_CASES)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Case, request.viewer, "marac", pk=pk)
    record_look(request, "case summary", case_id=pk, restricted=found.restricted)
    shown = {"summary": summary(request.viewer, found), "width": WIDTH, "height": HEIGHT, "ground": HEIGHT - FOOT}
    shown["marking"] = profile_on(found.marac_id, request.viewer.today).marking
    return render(request, "summary/case.html", shown | {"today": request.viewer.today})
