"""One's own papers for a meeting; and for the office, asking for them and how far that is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.kernel.refusal import Refusal
from marac.meetings.models import Meeting
from marac.packs import operations
from marac.packs.letters import pack_file, pack_name
from marac.packs.models import Pack
from marac.packs.queries import cases_in, newer_than, opens_still, own_pack, progress, reading_of
from marac.papers.forms import LockForm
from marac.printing.locked import locked as lock_pdf
from marac.ui.formpage import FormPage
from marac.ui.pages import PDF_FILE, download
from marac.ui.refusals import said


@requires(Permission.SEE_MEETINGS)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, visible_or_404(Meeting, request.viewer, "marac", pk=pk))


@requires(Permission.RUN_MEETINGS)
@require_POST
def make(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Meeting, request.viewer, "marac", pk=pk)
    try:
        operations.ask_for_papers(viewer=request.viewer, meeting=found)
    except Refusal as refusal:
        return _page(request, found, said(refusal))
    return redirect("packs:meeting", found.pk)


@requires(Permission.SEE_MEETINGS)
@fresh_factor
@gives_file
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own, as far as one may see it now. An issue that another followed is withdrawn."""
    found = _made(request, pk)
    return _not_given(request, found) or _given(found, _file(request, found))


@requires(Permission.SEE_MEETINGS)
@fresh_factor
@gives_file
def locked(request: HttpRequest, pk: int) -> HttpResponse:
    """The same, in a file that opens with a password only."""
    found = _made(request, pk)
    instead = _not_given(request, found)
    if instead is not None:
        return instead
    form = LockForm(request.POST or None, user=request.user)
    if form.is_valid():
        return _given(found, lock_pdf(_file(request, found), form.cleaned_data["password"]))
    return render(request, "ui/form.html", {"form": form, "page": _asks_password(found)})


def _made(request: HttpRequest, pk: int) -> Pack:
    found = visible_or_404(Pack, request.viewer, "meeting", "agency", pk=pk)
    if found.state != Pack.State.MADE:
        raise Unseen
    return found


def _not_given(request: HttpRequest, found: Pack) -> HttpResponse | None:
    newer = newer_than(request.viewer, found)
    if newer is not None:
        return render(request, "packs/withdrawn.html", {"pack": found, "newer": newer}, status=410)
    if not opens_still(found):
        why = _(
            "These papers were made with an earlier version of OpenMARAC and cannot be opened any more. Ask the "
            "coordinator to make the papers of this meeting again."
        )
        return _page(request, found.meeting, why)
    return None


def _file(request: HttpRequest, found: Pack) -> bytes:
    """That it is opened is recorded before it is given."""
    viewer = request.viewer
    reading = reading_of(viewer, found)
    case_ids = sorted(cases_in(reading.content))
    record_reading(viewer, "papers", meeting_id=found.meeting_id, pack_id=found.pk, case_ids=case_ids)
    operations.open_pack(viewer=viewer, pack=found)
    whose = {"name": viewer.name, "agency": found.agency.name, "number": found.number, "made_on": found.made_on}
    return pack_file(reading.content, reading.since, **whose)


def _given(found: Pack, file: bytes) -> HttpResponse:
    return download(file, pack_name(found.content, found.number), PDF_FILE)


def _asks_password(found: Pack) -> FormPage:
    return FormPage(
        heading=_("Your papers with a password"),
        caption=_("Issue {number}").format(number=found.number),
        button=_("Download the locked PDF"),
        back=reverse("packs:meeting", args=[found.meeting_id]),
        intro=_(
            "The file opens with the password that you enter here, and nobody can find it out for you. Never send the "
            "password in the same message as the file: tell it by telephone."
        ),
    )


def _page(request: HttpRequest, found: Meeting, refused: str = "") -> HttpResponse:
    viewer = request.viewer
    runs = viewer.may(Permission.RUN_MEETINGS)
    shown = {"meeting": found, "own": own_pack(viewer, found), "runs": runs, "refused": refused}
    if runs:
        shown["progress"] = progress(found)
    return render(request, "packs/meeting.html", shown, status=409 if refused else 200)
