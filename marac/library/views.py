"""Pages of an area's standard actions and text blocks: all of them, one added, changed, and switched off or on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import Stale
from marac.directory.models import Marac
from marac.kernel.refusal import Refusal
from marac.library import operations, queries
from marac.library.forms import BlockForm, ChangeForm, StandardForm
from marac.library.models import OWNERS
from marac.library.rules import BLOCKS_VERSION, DUE_NAMES, RISK_NAMES, VERSION
from marac.ui.formpage import FormPage, done


@requires(Permission.SET_RULES)
def all_standards(request: HttpRequest, pk: int) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    shown = {
        "marac": marac,
        "lines": queries.lines_of(request.viewer, marac),
        "version": VERSION,
        "dues": DUE_NAMES,
        "risks": RISK_NAMES,
    }
    return render(request, "library/all.html", shown)


@requires(Permission.SET_RULES)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    form = StandardForm(request.POST or None, initial={"from_on": request.viewer.today})
    back = reverse("library:all", args=[pk])
    if form.is_valid() and done(form, operations.add, viewer=request.viewer, marac=marac):
        return redirect(back)
    page = FormPage(heading=_("Add a standard action"), caption=marac.name, button=_("Add"), back=back)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SET_RULES)
def change(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    viewer = request.viewer
    marac = visible_or_404(Marac, viewer, pk=pk)
    line, history = _line(viewer, marac, code), queries.history_of(viewer, marac, code)
    now = {name: getattr(line.standard, name) for name in ("task", "owner", "groups", "due", "risks", "result")}
    form = ChangeForm(request.POST or None, initial=now | {"from_on": viewer.today, "seen": len(history)})
    back = reverse("library:all", args=[pk])
    if form.is_valid():
        try:
            operations.change(viewer=viewer, marac=marac, code=code, **form.cleaned_data)
            return redirect(f"{back}#{code}")
        except Stale as stale:
            form.refuse(stale)
            form.look_again(len(history))
        except Refusal as refusal:
            form.refuse(refusal)
    page = FormPage(heading=_("Change a standard action"), caption=marac.name, button=_("Save"), back=back)
    words = {"owners": OWNERS, "dues": DUE_NAMES, "risks": RISK_NAMES}
    return render(request, "library/change.html", words | {"form": form, "page": page, "history": history})


@requires(Permission.SET_RULES)
@require_POST
def switch(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    _line(request.viewer, marac, code)
    operations.switch(viewer=request.viewer, marac=marac, code=code)
    return redirect(f"{reverse('library:all', args=[pk])}#{code}")


def _line(viewer: Viewer, marac: Marac, code: str) -> queries.Line:
    found = queries.line_of(viewer, marac, code)
    if found is None:
        raise Unseen
    return found


@requires(Permission.SET_RULES)
def all_blocks(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = request.viewer
    marac = visible_or_404(Marac, viewer, pk=pk)
    tasks = {each.code: each for each in queries.library_on(marac.pk, viewer.today)}
    shown = {"marac": marac, "lines": queries.block_lines(viewer, marac), "version": BLOCKS_VERSION, "tasks": tasks}
    return render(request, "library/blocks.html", shown)


@requires(Permission.SET_RULES)
def add_block(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = request.viewer
    marac = visible_or_404(Marac, viewer, pk=pk)
    form = _block_form(request, marac, {"seen": 0})
    back = reverse("library:blocks", args=[pk])
    if form.is_valid() and done(form, operations.keep_block, viewer=viewer, marac=marac):
        return redirect(back)
    page = FormPage(heading=_("Add a text block"), caption=marac.name, button=_("Add"), back=back)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SET_RULES)
def change_block(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    viewer = request.viewer
    marac = visible_or_404(Marac, viewer, pk=pk)
    now, changed = _block(viewer, marac, block).block, queries.changes_of_block(viewer, marac, block)
    names = ("name", "kind", "text", "risk", "risk_kind", "actions")
    form = _block_form(request, marac, {name: getattr(now, name) for name in names} | {"seen": changed})
    back = reverse("library:blocks", args=[pk])
    if form.is_valid():
        try:
            operations.keep_block(viewer=viewer, marac=marac, code=block, **form.cleaned_data)
            return redirect(f"{back}#{block}")
        except Stale as stale:
            form.refuse(stale)
            form.look_again(changed)
        except Refusal as refusal:
            form.refuse(refusal)
    theirs = _("As it is now: {text}").format(text=now.text)
    page = FormPage(heading=_("Change a text block"), caption=marac.name, button=_("Save"), back=back, intro=theirs)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SET_RULES)
@require_POST
def switch_block(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    _block(request.viewer, marac, block)
    operations.switch_block(viewer=request.viewer, marac=marac, code=block)
    return redirect(f"{reverse('library:blocks', args=[pk])}#{block}")


def _block_form(request: HttpRequest, marac: Marac, initial: dict[str, object]) -> BlockForm:
    standards = queries.library_on(marac.pk, request.viewer.today)
    initial = {"from_on": request.viewer.today} | initial
    return BlockForm(request.POST or None, standards=standards, initial=initial)


def _block(viewer: Viewer, marac: Marac, code: str) -> queries.BlockLine:
    found = queries.block_line(viewer, marac, code)
    if found is None:
        raise Unseen
    return found
