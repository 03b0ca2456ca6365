"""Issued minutes in a file that is not meant to be changed, and the same with a password."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.circulation.printed import pdf_file, pdf_name
from marac.minutes.letters import minutes_letter
from marac.minutes.models import Issue
from marac.minutes.queries import Reading, reading_of
from marac.minutes.rules import cases_told_of
from marac.papers.forms import LockForm
from marac.papers.queries import copy_for, office_copy
from marac.printing.locked import locked as lock_pdf
from marac.ui.formpage import FormPage
from marac.ui.pages import PDF_FILE, download


@requires(Permission.READ_MINUTES)
@fresh_factor
@gives_file
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The viewer's own cut of what went out. What was withdrawn only the office is given."""
    found, reading = _in_force(request, pk)
    return download(_file(request, found, reading), pdf_name(found.content, found.number), PDF_FILE)


@requires(Permission.READ_MINUTES)
@fresh_factor
@gives_file
def locked(request: HttpRequest, pk: int) -> HttpResponse:
    """The same, in a file that opens with a password only."""
    found, reading = _in_force(request, pk)
    form = LockForm(request.POST or None, user=request.user)
    if form.is_valid():
        file = lock_pdf(_file(request, found, reading), form.cleaned_data["password"])
        return download(file, pdf_name(found.content, found.number), PDF_FILE)
    page = FormPage(
        heading=_("The minutes with a password"),
        caption=_("Issue {number}").format(number=found.number),
        button=_("Download the locked PDF"),
        back=reverse("minutes:read", args=[found.pk]),
        intro=_(
            "The file opens with the password that you enter here, and nobody can find it out for you. Never send the "
            "password in the same message as the file: tell it by telephone."
        ),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _in_force(request: HttpRequest, pk: int) -> tuple[Issue, Reading]:
    found = visible_or_404(Issue, request.viewer, pk=pk)
    reading = reading_of(request.viewer, found)
    withdrawn = reading.newer is not None and not request.viewer.may(Permission.RUN_MEETINGS)
    if found.document_id is None or withdrawn:
        raise Unseen
    return found, reading


def _file(request: HttpRequest, found: Issue, reading: Reading) -> bytes:
    """That it is opened is recorded before it is given."""
    case_ids = cases_told_of(reading.content)
    record_reading(request.viewer, "minutes file", issue_id=found.pk, case_ids=case_ids)
    office = request.viewer.may(Permission.RUN_MEETINGS)
    whose = office_copy() if office else copy_for(request.viewer)
    return pdf_file(minutes_letter(reading.content, found.number, found.trail, reading.since, whose))
