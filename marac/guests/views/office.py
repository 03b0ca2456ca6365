"""Links for one referral: made, seen and withdrawn by the office."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.directory.queries import agencies_by_name, maracs_of
from marac.guests import letters, operations
from marac.guests.forms import MakeForm
from marac.guests.models import GuestLink
from marac.guests.queries import links_of
from marac.kernel.refusal import Refusal
from marac.mail.transport import leaves_the_machine
from marac.ui.formpage import FormPage
from marac.ui.forms import Form
from marac.ui.pages import page_of


@requires(Permission.READ_DOCUMENTS)
def links(request: HttpRequest) -> HttpResponse:
    page = page_of(request, links_of(request.viewer))
    return render(request, "guests/all.html", {"page": page, "now": request.now})


@requires(Permission.READ_DOCUMENTS)
@fresh_factor
def make(request: HttpRequest) -> HttpResponse:
    """The code is shown once, to be read out; the link goes by mail alone, where mail leaves this machine."""
    given = {"maracs": maracs_of(request.viewer), "agencies": agencies_by_name()}
    form = MakeForm(request.POST or None, **given)
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.make_link(viewer=request.viewer, at=request.now, **form.given)
            shown = "" if leaves_the_machine() else letters.address_of(made.token)
            return render(request, "guests/made.html", {"link": made.link, "code": made.code, "address": shown})
        except Refusal as refusal:
            form.refuse(refusal)
    page = FormPage(
        heading=_("Send a link for one referral"),
        button=_("Send the link"),
        back=reverse("guests:all"),
        intro=_("For somebody at an agency who has no account. Telephone them first: you read the code out to them."),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.READ_DOCUMENTS)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(GuestLink, request.viewer, pk=pk)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw(viewer=request.viewer, link=found, at=request.now)
            return redirect("guests:all")
        except Refusal as refusal:
            form.refuse(refusal)
    page = FormPage(
        heading=_("Withdraw the link"),
        button=_("Withdraw the link"),
        back=reverse("guests:all"),
        intro=_("It stops working at once. What was written by it stays a draft of the agency."),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})
