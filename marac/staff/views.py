"""Pages of those who leave, move to another post or stand in, and on which an agency's people are confirmed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.accounts.forms import MoveForm
from marac.accounts.models import Membership, User
from marac.accounts.operations import give_cover
from marac.accounts.queries import answers_for
from marac.directory.queries import agencies_by_name, maracs_of
from marac.staff import operations, queries
from marac.staff.forms import ConfirmForm, ContactForm, CoverForm, LeaveForm
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form


@requires(Permission.MANAGE_USERS)
@fresh_factor
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    user = visible_or_404(User, request.viewer, pk=pk)
    answers = request.POST if request.method == "POST" else None
    form = LeaveForm(answers, people=queries.colleagues(request.viewer, user))
    back = reverse("accounts:person", args=[pk])
    if form.is_valid() and done(form, operations.leave, viewer=request.viewer, user=user, at=request.now):
        return redirect(back)
    page = FormPage(
        heading=_("This person leaves"),
        caption=user.name,
        intro=_("At once: their roles and open sessions end. What they did stays theirs."),
        button=_("End their access"),
        back=back,
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.MANAGE_USERS)
@fresh_factor
def move(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = request.viewer
    user = visible_or_404(User, viewer, pk=pk)
    choices = {"maracs": maracs_of(viewer), "agencies": agencies_by_name(), "people": queries.colleagues(viewer, user)}
    form = MoveForm(request.POST or None, initial={"from_on": viewer.today}, **choices)
    back = reverse("accounts:person", args=[pk])
    if form.is_valid() and done(form, operations.move, viewer=viewer, user=user, at=request.now):
        return redirect(back)
    page = FormPage(
        heading=_("This person moves to another post"),
        caption=user.name,
        intro=_("What they have now ends the day before. Give a second role afterwards, where they keep one."),
        button=_("Move"),
        back=back,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.MANAGE_USERS)
@fresh_factor
def cover(request: HttpRequest, pk: int) -> HttpResponse:
    held = visible_or_404(Membership, request.viewer, "user", "agency", "marac", pk=pk)
    people = queries.others(request.viewer, held.user_id)
    form = CoverForm(request.POST or None, people=people, initial={"from_on": request.viewer.today})
    back = reverse("accounts:person", args=[held.user_id])
    if form.is_valid() and done(form, give_cover, viewer=request.viewer, membership=held):
        return redirect(back)
    page = FormPage(
        heading=_("Name a deputy, or who covers an absence"),
        caption=f"{held.user.name}, {held.agency.name}, {held.marac.name}",
        intro=_("They get the same role for these days and lose it by themselves. Invite somebody new first."),
        button=_("Save"),
        back=back,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SEE_OWN_WORK)
@fresh_factor
def confirm(request: HttpRequest) -> HttpResponse:
    """By the contact of an agency, or by the office: whose access would lapse, or has lapsed."""
    rows = list(queries.to_confirm(request.viewer))
    form = ConfirmForm(request.POST or None, rows=rows, today=request.viewer.today)
    if form.is_valid() and done(form, operations.confirm_people, viewer=request.viewer):
        return redirect("staff:confirm")
    return render(request, "staff/confirm.html", {"form": form, "rows": rows, "people": answers_for(request.viewer)})


@requires(Permission.MANAGE_USERS)
@fresh_factor
def contacts(request: HttpRequest) -> HttpResponse:
    form = ContactForm(request.POST or None, rows=queries.may_be_contact(request.viewer))
    if form.is_valid() and done(form, operations.name_contact, viewer=request.viewer):
        return redirect("staff:contacts")
    return render(request, "staff/contacts.html", {"form": form, "contacts": queries.contacts_now(request.viewer)})


@requires(Permission.SEE_OWN_WORK)
def handover(request: HttpRequest, number: int) -> HttpResponse:
    """Of who was handed it, and until they have said that they go on with it; for all others the day's list."""
    found = queries.handover_to(request.viewer, number)
    if found is None:
        return redirect("office:today")
    form = Form(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, operations.take_over, viewer=request.viewer, handover=found):
        return redirect("office:today")
    return render(request, "staff/handover.html", {"form": form, "handover": found})
