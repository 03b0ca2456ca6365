"""The desk: the day's list, cases, one case, and what each role may do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import open_to_signed_in, requires, visible_or_404
from marac.access.roles import ALLOWED, ROLE_NAMES, Permission, Role
from marac.accounts.kept import typed
from marac.accounts.unsaved import at_its_head
from marac.audit.reading import record_reading, record_search
from marac.cases.door import keep_reason, reason_of, record_look
from marac.cases.lists import of_each_marac
from marac.cases.models import Case
from marac.disputes.queries import mirrored
from marac.emergency.queries import emergency_of
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem, Meeting
from marac.office.casefile import case_file, cases_found, serial_in
from marac.office.door import way_in
from marac.office.forms import DoorForm
from marac.office.operations import send_list_and_ask
from marac.office.worklist import now_and_later, waiting_for
from marac.ui.formpage import FormPage
from marac.ui.pages import keep_words, kept_words, page_of_many
from marac.ui.refusals import said


@requires(Permission.SEE_OWN_WORK)
def today(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    sees_sent = viewer.may(Permission.SEE_WHAT_WAS_SENT)
    now, later = now_and_later(waiting_for(viewer), viewer.today)
    context = {"today": viewer.today, "now": now, "later": later, "sees_sent": sees_sent}
    return render(request, "office/today.html", context)


@requires(Permission.SEE_CASES)
def cases(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return keep_words(request)
    words = kept_words(request)
    page = page_of_many(request, cases_found(request.viewer, words), of_each_marac(request.viewer, "marac"))
    if words:
        record_search(request.viewer, "cases", terms=words, found=page.total)
    shown = {"page": page, "states": dict(AgendaItem.State.choices)}
    shown["opens_in_emergency"] = request.viewer.may(Permission.OPEN_IN_EMERGENCY)
    return render(request, "office/cases.html", shown)


@requires(Permission.SEE_CASES)
def case(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Case, request.viewer, "marac", pk=pk)
    if found.restricted and not reason_of(request, pk):
        return _ask_why(request, found)
    record_look(request, "case", case_id=pk, restricted=found.restricted)
    may = {
        "may_convene": request.viewer.may(Permission.PLAN_MEETINGS),
        "may_restrict": request.viewer.may(Permission.DECIDE_REFERRALS),
        "may_see_who_looked": request.viewer.may(Permission.SEE_WHO_LOOKED),
        "decides_conflicts": request.viewer.may(Permission.DECIDE_CONFLICTS),
        "may_manage_flags": request.viewer.may(Permission.MANAGE_FLAGS),
        "may_correct_people": request.viewer.may(Permission.CORRECT_PEOPLE),
        "may_assess_risk": request.viewer.may(Permission.ASSESS_RISK),
        "may_reveal": request.viewer.may(Permission.REVEAL),
        "sees_contact": request.viewer.may(Permission.SEE_CONTACT_DETAILS),
        "may_say_for_whom": not request.viewer.may(Permission.SEE_EVERY_CASE),
    }
    shown = {"file": case_file(request.viewer, found), "emergency": emergency_of(request.viewer, found)}
    shown["serial"] = serial_in(request.viewer, shown["file"])
    shown["suggested"] = mirrored(request.viewer, found) if may["may_restrict"] else []
    return render(request, "office/case.html", shown | may)


def _ask_why(request: HttpRequest, case: Case) -> HttpResponse:
    form = DoorForm(request.POST or None)
    if form.is_valid():
        keep_reason(request, case, form.cleaned_data["why"])
        return redirect(way_in(request, case.pk))
    record_reading(request.viewer, "door of a restricted case", case_id=case.pk)
    page = FormPage(
        heading=_("Why do you open this case?"),
        caption=case.reference,
        intro=_("It is restricted. Your reason is kept, and shown to whoever asks who has looked at the case."),
        button=_("Open the case"),
        back=reverse("office:cases"),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.PLAN_MEETINGS)
@require_POST
def send_list(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = visible_or_404(Meeting, request.viewer, pk=pk)
    try:
        send_list_and_ask(viewer=request.viewer, meeting=meeting, shown=request.POST.get("shown", ""))
    except Refusal as refusal:
        return render(request, "office/refused.html", {"meeting": meeting, "sentence": said(refusal)}, status=409)
    return redirect("meetings:board", meeting.pk)


@open_to_signed_in
def who_may_do_what(request: HttpRequest) -> HttpResponse:
    roles = [role for role in Role if role is not Role.SYSTEM]
    rows = [(_(permission), [permission in ALLOWED[role] for role in roles]) for permission in Permission]
    return render(
        request, "office/who_may_do_what.html", {"roles": [_(ROLE_NAMES[role]) for role in roles], "rows": rows}
    )


@open_to_signed_in
def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For an address that is not there, or not for this viewer. What was typed there is given back to be copied."""
    return at_its_head(request, render(request, "ui/missing.html", {"typed": typed(request)}, status=404))


@open_to_signed_in
def not_taken(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For what Django refuses unread: longer than all measure, or not meant for this site."""
    return HttpResponse(render_to_string("ui/not_taken.html"), status=400)


@open_to_signed_in
def failed(request: HttpRequest) -> HttpResponse:
    """For a defect of ours: a page that asks the database nothing."""
    page = render_to_string("ui/failed.html", {"typed": typed(request)})
    return at_its_head(request, HttpResponse(page, status=500))
