"""Pages of agencies and their seats on one MARAC's panel."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.directory import operations, queries
from marac.directory.forms import AgencyForm, EndSeatForm, SeatForm
from marac.directory.models import Agency, Marac, PanelSeat
from marac.ui.formpage import FormPage, done
from marac.ui.pages import keep_words, kept_words, page_of


@requires(Permission.MANAGE_DIRECTORY)
def agencies(request: HttpRequest, pk: int) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    if request.method == "POST":
        return keep_words(request)
    page = page_of(request, queries.agencies_found(marac, kept_words(request), request.viewer.today))
    return render(request, "directory/agencies.html", {"marac": marac, "page": page, "today": request.viewer.today})


@requires(Permission.MANAGE_DIRECTORY)
def add_agency(request: HttpRequest, pk: int) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    form = AgencyForm(request.POST or None)
    if form.is_valid():
        agency = done(form, operations.add_agency, viewer=request.viewer)
        if agency:
            return redirect("directory:seat", marac.pk, agency.pk)
    page = FormPage(
        heading=_("Add an agency"),
        caption=marac.name,
        button=_("Save and give it a seat"),
        back=reverse("directory:agencies", args=[pk]),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.MANAGE_DIRECTORY)
@fresh_factor
def seat(request: HttpRequest, pk: int, agency_pk: int) -> HttpResponse:
    """Give an agency a seat, or change the one it has from a day on."""
    viewer = request.viewer
    marac = visible_or_404(Marac, viewer, pk=pk)
    agency = visible_or_404(Agency, viewer, pk=agency_pk)
    now = queries.seat_on(marac, agency, viewer.today)
    form = SeatForm(request.POST or None, initial=_answers(now) | {"from_on": viewer.today})
    back = reverse("directory:agencies", args=[pk])
    if form.is_valid() and done(form, operations.give_seat, viewer=viewer, marac=marac, agency=agency):
        return redirect(back)
    page = FormPage(
        heading=_("Change the seat") if now else _("Give a seat"),
        caption=agency.name,
        intro=_("The seat that the agency has until then ends the day before. Past meetings keep it."),
        button=_("Save"),
        back=back,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.MANAGE_DIRECTORY)
@fresh_factor
def end_seat(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(PanelSeat, request.viewer, pk=pk)
    form = EndSeatForm(request.POST or None, initial={"until_on": request.viewer.today})
    back = reverse("directory:agencies", args=[found.marac_id])
    if form.is_valid() and done(form, operations.end_seat, viewer=request.viewer, seat=found):
        return redirect(back)
    page = FormPage(
        heading=_("End the seat"),
        caption=found.agency.name,
        intro=_("From the next day the agency is not asked about cases. What it sees of past cases is not changed."),
        button=_("End the seat"),
        back=back,
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _answers(now: PanelSeat | None) -> dict[str, object]:
    if now is None:
        return {"standing": PanelSeat.Standing.CORE}
    return {
        "return_group": now.return_group,
        "standing": now.standing,
        "is_adviser_service": now.is_adviser_service,
    }
