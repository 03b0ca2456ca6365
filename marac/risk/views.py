"""The risk in one case: its history, a further assessment, and a judgement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.cases.door import record_look
from marac.cases.models import Case
from marac.directory.queries import profile_on
from marac.intake.tools import names, tool_named
from marac.intake.wording import worded
from marac.kernel.refusal import Refusal
from marac.risk import operations, queries
from marac.risk.forms import AssessForm, JudgeForm
from marac.ui.formpage import FormPage, done


@requires(Permission.ASSESS_RISK)
def of_case(request: HttpRequest, pk: int) -> HttpResponse:
    case = visible_or_404(Case, request.viewer, pk=pk)
    record_look(request, "risk", case_id=pk, restricted=case.restricted)
    first = profile_on(case.marac_id, request.viewer.today).risk_tool
    tools = [tool_named(name) for name in sorted(names(), key=lambda name: (name != first, name))]
    shown = {
        "case": case,
        "history": queries.history(request.viewer, case),
        "judgements": queries.judgements(request.viewer, case),
        "tools": tools,
    }
    return render(request, "risk/history.html", shown)


@requires(Permission.ASSESS_RISK)
def assess(request: HttpRequest, pk: int, tool: str) -> HttpResponse:
    case = visible_or_404(Case, request.viewer, pk=pk)
    if tool not in names():
        raise Unseen
    asked = worded(tool_named(tool), profile_on(case.marac_id, request.viewer.today).wordings)
    record_look(request, "risk", case_id=pk, restricted=case.restricted)
    form = AssessForm(request.POST or None, tool=asked)
    if request.method == "POST" and form.is_valid():
        try:
            operations.assess(viewer=request.viewer, case=case, tool=asked, **form.given)
            return redirect("risk:case", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "risk/assess.html", {"case": case, "tool": asked, "form": form})


@requires(Permission.ASSESS_RISK)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    case = visible_or_404(Case, request.viewer, pk=pk)
    record_look(request, "risk", case_id=pk, restricted=case.restricted)
    form = JudgeForm(request.POST or None)
    if form.is_valid() and done(form, operations.judge, viewer=request.viewer, case=case):
        return redirect("risk:case", pk)
    back = reverse("risk:case", args=[pk])
    page = FormPage(heading=_("Write a judgement"), button=_("Keep it"), back=back, caption=case.reference)
    return render(request, "ui/form.html", {"form": form, "page": page})
