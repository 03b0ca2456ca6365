"""Opening a case in an emergency by the reference that one was told, and reviewing what others opened."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading, record_refusal
from marac.cases.models import EmergencySeat
from marac.emergency import operations, queries
from marac.emergency.forms import EmergencyForm, ReviewerForm, ReviewForm
from marac.kernel.refusal import Refusal
from marac.ui.formpage import FormPage, done
from marac.ui.pages import page_of


@requires(Permission.OPEN_IN_EMERGENCY)
def open_case(request: HttpRequest) -> HttpResponse:
    """What is asked for in vain is in the trail, with the case if there is one; the answer is the same."""
    form = EmergencyForm(request.POST or None)
    if form.is_valid():
        seen = queries.case_seen(request.viewer, form.cleaned_data["reference"])
        if seen:
            return redirect("office:case", seen.pk)
        made = done(form, operations.open_in_emergency, viewer=request.viewer, at=request.now)
        if made:
            return redirect("office:case", made.case_id)
        asked = form.cleaned_data.get("reference", form.data["reference"])
        record_refusal(request.viewer, "emergency", case_id=queries.case_asked_for(asked), reference=asked)
    page = FormPage(
        heading=_("Open a case in an emergency"),
        intro=_(
            "When somebody is in danger now and you have no seat on the case. It opens for a short time. The "
            "coordinator and the data protection contact are told at once, and one of them will ask you about it."
        ),
        button=_("Open the case"),
        back=reverse("office:cases"),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.REVIEW_EMERGENCIES)
def reviews(request: HttpRequest) -> HttpResponse:
    page = page_of(request, queries.emergencies_found(request.viewer))
    record_reading(request.viewer, "emergencies", case_ids=[seat.case_id for seat in page.rows])
    return render(request, "emergency/reviews.html", {"page": page, "now": request.now})


@requires(Permission.REVIEW_EMERGENCIES)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    seat = visible_or_404(EmergencySeat, request.viewer, "case", "user", "agency", "reviewer", pk=pk)
    form = ReviewForm(request.POST or None)
    if form.is_valid() and done(form, operations.review, viewer=request.viewer, seat=seat):
        return redirect("emergency:reviews")
    record_reading(request.viewer, "emergency", case_id=seat.case_id, emergency_id=seat.pk)
    page = FormPage(
        heading=_("A case opened in an emergency"),
        caption=seat.case.reference,
        button=_("Save") if form.errors or queries.is_to_review(request.viewer, seat) else "",
        back=reverse("emergency:reviews"),
    )
    return render(
        request,
        "emergency/review.html",
        {"form": form, "page": page, "seat": seat, "is_open": seat.until_at > request.now},
    )


@requires(Permission.REVIEW_EMERGENCIES)
def reviewer(request: HttpRequest, pk: int) -> HttpResponse:
    """Another is named to judge it."""
    seat = visible_or_404(EmergencySeat, request.viewer, "case", "user", pk=pk)
    form = ReviewerForm(request.POST or None, people=queries.people_who_may(seat, request.viewer.today))
    if form.is_valid() and done(form, operations.name_reviewer, viewer=request.viewer, seat=seat):
        return redirect("emergency:review", pk)
    record_reading(request.viewer, "emergency", case_id=seat.case_id, emergency_id=seat.pk)
    page = FormPage(
        heading=_("Name another reviewer"),
        caption=seat.case.reference,
        intro=_("The day by which it is judged stays the same. They are told by mail. Never who opened the case."),
        button=_("Save"),
        back=reverse("emergency:review", args=[pk]),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.REVIEW_EMERGENCIES)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    seat = visible_or_404(EmergencySeat, request.viewer, pk=pk)
    with suppress(Refusal):  # it has ended by itself meanwhile, which is what was wanted
        operations.end_now(viewer=request.viewer, seat=seat, at=request.now)
    return redirect("emergency:review", pk)
