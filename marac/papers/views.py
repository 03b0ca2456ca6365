"""The pages of Word templates: what prints each paper, a new version, its preview, its day, and taking it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.directory.queries import maracs_of
from marac.documents.queries import content_of
from marac.kernel.refusal import Refusal
from marac.kernel.text import safe_file_name
from marac.papers import operations, queries
from marac.papers.apart import look_through
from marac.papers.arriving import take_in
from marac.papers.fields import PAPER_NAMES, Paper
from marac.papers.forms import DayForm, TemplateForm, WithdrawForm
from marac.papers.listing import fields_listed
from marac.papers.models import WordTemplate
from marac.papers.rules import Faulty
from marac.ui.formpage import FormPage, done
from marac.ui.pages import download
from marac.ui.refusals import said

WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Permission.ISSUE_MINUTES)
def every(request: HttpRequest) -> HttpResponse:
    return render(request, "papers/all.html", {"standings": queries.standings(request.viewer)})


@requires(Permission.ISSUE_MINUTES)
def upload(request: HttpRequest, paper: str) -> HttpResponse:
    """What is wrong with a template is said whole, so that it is mended in one go."""
    found = _paper(paper)
    form = TemplateForm(request.POST or None, request.FILES or None, maracs=maracs_of(request.viewer))
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        given = form.given
        try:
            made = take_in(viewer=request.viewer, marac=given["marac"], paper=found, content=given["content"])
            return redirect("papers:one", made.pk)
        except Faulty as faulty:
            problems = [said(each) for each in faulty.problems]
            form.refuse(faulty)
        except Refusal as refusal:
            form.refuse(refusal.at("file"))
    shown = {"paper": found, "name": PAPER_NAMES[found], "form": form, "problems": problems}
    return render(request, "papers/upload.html", shown | {"fields": fields_listed(found)})


@requires(Permission.ISSUE_MINUTES)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    template = visible_or_404(WordTemplate, request.viewer, "marac", pk=pk)
    form = DayForm(request.POST or None)
    if form.is_valid() and done(form, operations.put_in_force, viewer=request.viewer, template=template):
        return redirect("papers:one", template.pk)
    return render(request, "papers/one.html", {"template": template, "form": form})


@requires(Permission.ISSUE_MINUTES)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    template = visible_or_404(WordTemplate, request.viewer, "marac", pk=pk)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and done(form, operations.withdraw, viewer=request.viewer, template=template):
        return redirect("papers:all")
    page = FormPage(
        heading=_("Withdraw this template"),
        caption=template.get_paper_display(),
        button=_("Withdraw"),
        back=reverse("papers:one", args=[template.pk]),
        intro=_("From now on the version before it prints, or ours. What it printed stays as it is."),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.ISSUE_MINUTES)
@fresh_factor
@gives_file
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper with invented people, as Word prints it."""
    template = visible_or_404(WordTemplate, request.viewer, "document", pk=pk)
    try:
        made = look_through(content_of(template.document), template.of).preview
    except Refusal as refusal:
        return render(request, "documents/changed.html", {"sentence": said(refusal)}, status=409)
    return download(made, _file_name(template.of, "preview"), WORD_FILE)


@requires(Permission.ISSUE_MINUTES)
@fresh_factor
@gives_file
def file(request: HttpRequest, pk: int) -> HttpResponse:
    """To be edited in Word and uploaded as the next version."""
    template = visible_or_404(WordTemplate, request.viewer, "document", pk=pk)
    try:
        kept = content_of(template.document)
    except Refusal as refusal:
        return render(request, "documents/changed.html", {"sentence": said(refusal)}, status=409)
    return download(kept, _file_name(template.of, f"template-{template.pk}"), WORD_FILE)


@requires(Permission.ISSUE_MINUTES)
@fresh_factor
@gives_file
def ours(request: HttpRequest, paper: str) -> HttpResponse:
    """The template that an area without its own prints on: the place to begin."""
    found = _paper(paper)
    return download(queries.ours(found), _file_name(found, "template"), WORD_FILE)


def _paper(name: str) -> Paper:
    if name not in set(Paper):
        raise Http404
    return Paper(name)


def _file_name(paper: Paper, what: str) -> str:
    return safe_file_name(paper.value, what, extension="docx")
