"""Pages on which an agency's own sign-in service is connected, tried, opened and closed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.access.fresh import fresh_factor
from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.connections import operations
from marac.connections.forms import ConnectionForm
from marac.connections.models import Connection
from marac.connections.provider import try_out
from marac.connections.queries import connection_of, has_seat, seated_agencies
from marac.directory.models import Agency
from marac.kernel.refusal import Refusal
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form
from marac.ui.pages import page_of
from marac.ui.refusals import said
from marac.ui.switches import switched

WAYS = {
    "open": (
        operations.open_connection,
        gettext_lazy("Open it"),
        gettext_lazy("Its people can link their accounts and sign in by it. Try it first."),
    ),
    "close": (
        operations.close_connection,
        gettext_lazy("Close it"),
        gettext_lazy("Nobody signs in by it until it is opened again. Their passwords and passkeys go on working."),
    ),
}


@requires(Permission.MANAGE_USERS)
def connections(request: HttpRequest) -> HttpResponse:
    return render(request, "connections/all.html", {"page": page_of(request, seated_agencies(request.viewer))})


@requires(Permission.MANAGE_USERS)
def connection(request: HttpRequest, agency_pk: int) -> HttpResponse:
    """What is set, what to enter at the service, and, when the button is pressed, whether it answers."""
    agency = _agency(request, agency_pk)
    found, tried = connection_of(agency), ""
    if found and request.method == "POST":
        tried = _tried(found)
    back = request.build_absolute_uri(reverse("byagency:answer"))
    given = {"agency": agency, "connection": found, "tried": tried, "answers_at": back}
    return render(request, "connections/one.html", given)


@requires(Permission.MANAGE_USERS)
@fresh_factor
def set_up(request: HttpRequest, agency_pk: int) -> HttpResponse:
    agency = _agency(request, agency_pk)
    now = connection_of(agency)
    answers = {"issuer": now.issuer, "client_id": now.client_id, "trusted": now.trusted} if now else {}
    form = ConnectionForm(request.POST or None, initial=answers)
    back = reverse("connections:one", args=[agency_pk])
    if form.is_valid() and done(form, operations.connect, viewer=request.viewer, agency=agency):
        return redirect(back)
    page = FormPage(
        heading=_("Connect the agency's sign-in"),
        caption=agency.name,
        intro=_(
            "It stays closed until you have tried it and opened it. Who is linked at another issuer is not linked here."
        ),
        button=_("Save"),
        back=back,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.MANAGE_USERS)
@fresh_factor
def switch(request: HttpRequest, agency_pk: int, way: str) -> HttpResponse:
    """Open it to those who are linked, or close it."""
    agency = _agency(request, agency_pk)
    back = reverse("connections:one", args=[agency_pk])
    form = Form(request.POST if request.method == "POST" else None)
    return switched(request, form, way, WAYS, back=back, caption=agency.name, connection=connection_of(agency))


def _agency(request: HttpRequest, agency_pk: int) -> Agency:
    """One that has a seat in a MARAC of the viewer's."""
    found = visible_or_404(Agency, request.viewer, pk=agency_pk)
    if not has_seat(request.viewer, found):
        raise Unseen(Agency, agency_pk)
    return found


def _tried(connection: Connection) -> str:
    try:
        try_out(connection)
    except Refusal as refusal:
        return said(refusal)
    return _("The service answers, names the right issuer, and does not refuse the client ID and the secret.")
