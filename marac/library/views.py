"""Pages of an area's standard actions and text blocks: all of them, one added, changed, and switched off or on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.directory.models import Marac
from marac.library import operations, queries
from marac.library.forms import BlockForm, ChangeForm, StandardForm
from marac.library.models import OWNERS, StandardAction, TextBlock
from marac.library.rules import BLOCKS_VERSION, DUE_NAMES, RISK_NAMES, VERSION
from marac.ui.formpage import FormPage, done


@requires(Permission.SET_RULES)
def all_standards(request: HttpRequest, pk: int) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    shown = {
        "marac": marac,
        "lines": queries.lines_of(request.viewer, marac, StandardAction),
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
    marac, said = _now(request, pk, StandardAction, code)
    history = queries.history_of(viewer, marac, StandardAction, code)
    form = ChangeForm(request.POST or None, initial=said | {"from_on": viewer.today, "seen": len(history)})
    back = reverse("library:all", args=[pk])
    if form.is_valid() and done(form, operations.change, viewer=viewer, marac=marac, code=code):
        return redirect(f"{back}#{code}")
    page = FormPage(heading=_("Change a standard action"), caption=marac.name, button=_("Save"), back=back)
    words = {"owners": OWNERS, "dues": DUE_NAMES, "risks": RISK_NAMES}
    return render(request, "library/change.html", words | {"form": form, "page": page, "history": history})


@requires(Permission.SET_RULES)
@require_POST
def switch(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    marac, _said = _now(request, pk, StandardAction, code)
    operations.switch(viewer=request.viewer, marac=marac, code=code)
    return redirect(f"{reverse('library:all', args=[pk])}#{code}")


@requires(Permission.SET_RULES)
def all_blocks(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = request.viewer
    marac = visible_or_404(Marac, viewer, pk=pk)
    tasks = {each.code: each for each in queries.library_on(marac.pk, viewer.today)}
    lines = queries.lines_of(viewer, marac, TextBlock)
    return render(
        request, "library/blocks.html", {"marac": marac, "lines": lines, "version": BLOCKS_VERSION, "tasks": tasks}
    )


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
    marac, said = _now(request, pk, TextBlock, block)
    history = queries.history_of(viewer, marac, TextBlock, block)
    form = _block_form(request, marac, said | {"seen": len(history)})
    back = reverse("library:blocks", args=[pk])
    if form.is_valid() and done(form, operations.keep_block, viewer=viewer, marac=marac, code=block):
        return redirect(f"{back}#{block}")
    theirs = _("As it is now: {text}").format(text=said["text"])
    page = FormPage(heading=_("Change a text block"), caption=marac.name, button=_("Save"), back=back, intro=theirs)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.SET_RULES)
@require_POST
def switch_block(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    marac, _said = _now(request, pk, TextBlock, block)
    operations.switch_block(viewer=request.viewer, marac=marac, code=block)
    return redirect(f"{reverse('library:blocks', args=[pk])}#{block}")


def _block_form(request: HttpRequest, marac: Marac, initial: dict[str, Any]) -> BlockForm:
    standards = queries.library_on(marac.pk, request.viewer.today)
    initial = {"from_on": request.viewer.today} | initial
    return BlockForm(request.POST or None, standards=standards, initial=initial)


def _now(request: HttpRequest, pk: int, model: type[queries.Row], code: str) -> tuple[Marac, dict[str, Any]]:
    """The MARAC, and what the one with this code says today."""
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    line = queries.line_of(request.viewer, marac, model, code)
    if line is None:
        raise Unseen
    return marac, {name: getattr(line.now, name) for name in model.SAYS}
