"""Pages on which a MARAC's mailbox is set up, tried, opened and closed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from marac.access.fresh import fresh_factor
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.directory.models import Marac
from marac.kernel.refusal import Refusal
from marac.mailboxes import operations
from marac.mailboxes.forms import MailboxForm, answers_of
from marac.mailboxes.models import Mailbox
from marac.mailboxes.queries import mailbox_of, maracs_with_mailboxes
from marac.mailboxes.server import try_out
from marac.ui.formpage import FormPage, done
from marac.ui.forms import Form
from marac.ui.pages import page_of
from marac.ui.refusals import said
from marac.ui.switches import switched

WAYS = {
    "open": (
        operations.open_mailbox,
        gettext_lazy("Open it"),
        gettext_lazy("Each message that arrives is taken into the inbox here and moved to its folder. Try it first."),
    ),
    "close": (
        operations.close_mailbox,
        gettext_lazy("Close it"),
        gettext_lazy("Nothing is fetched until it is opened again. What was taken stays."),
    ),
}


@requires(Permission.SET_RULES)
def mailboxes(request: HttpRequest) -> HttpResponse:
    return render(request, "mailboxes/all.html", {"page": page_of(request, maracs_with_mailboxes(request.viewer))})


@requires(Permission.SET_RULES)
def mailbox(request: HttpRequest, pk: int) -> HttpResponse:
    """What is set, and, when the button is pressed, whether it opens."""
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    found, tried = mailbox_of(request.viewer, marac), ""
    if found and request.method == "POST":
        tried = _tried(found, request.viewer)
    return render(request, "mailboxes/one.html", {"marac": marac, "mailbox": found, "tried": tried})


@requires(Permission.SET_RULES)
@fresh_factor
def set_up(request: HttpRequest, pk: int) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    form = MailboxForm(request.POST or None, initial=answers_of(mailbox_of(request.viewer, marac)))
    back = reverse("mailboxes:one", args=[pk])
    if form.is_valid() and done(form, operations.set_up, viewer=request.viewer, marac=marac):
        return redirect(back)
    page = FormPage(
        heading=_("Set up the mailbox"),
        caption=marac.name,
        intro=_("It stays closed until you have tried it and opened it."),
        button=_("Save"),
        back=back,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SET_RULES)
@fresh_factor
def switch(request: HttpRequest, pk: int, way: str) -> HttpResponse:
    """Open it, or close it."""
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    back = reverse("mailboxes:one", args=[pk])
    form = Form(request.POST if request.method == "POST" else None)
    return switched(request, form, way, WAYS, back=back, caption=marac.name, mailbox=mailbox_of(request.viewer, marac))


def _tried(mailbox: Mailbox, viewer: Viewer) -> str:
    """A refresh token that the service gives in place of the one shown is kept by the system, as when it fetches."""
    try:
        waiting = try_out(mailbox, operations.keeper_of(mailbox, viewer.today))
    except Refusal as refusal:
        return said(refusal)
    words = ngettext(
        "The mailbox opens. %(number)s message stands in its inbox.",
        "The mailbox opens. %(number)s messages stand in its inbox.",
        waiting,
    )
    return words % {"number": waiting}
