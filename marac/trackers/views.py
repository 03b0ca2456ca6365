"""The pages of old trackers: upload, what its rows mean, what is doubtful, the import, and taking it back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_reading
from marac.directory.queries import agencies_by_name, maracs_of
from marac.kernel.refusal import Refusal
from marac.trackers import operations, queries
from marac.trackers.forms import AgenciesForm, CellsForm, ChoiceForm, ColumnsForm, UploadForm
from marac.trackers.models import Line, Tracker
from marac.trackers.shown import IN, counts, line_shown, sheets_shown
from marac.ui.formpage import FormPage
from marac.ui.forms import Form
from marac.ui.pages import page_of
from marac.workbooks.layout import KIND_NAMES


@requires(Permission.IMPORT_TRACKERS)
def every(request: HttpRequest) -> HttpResponse:
    return render(request, "trackers/all.html", {"page": page_of(request, queries.trackers_found(request.viewer))})


@requires(Permission.IMPORT_TRACKERS)
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None, maracs=maracs_of(request.viewer))
    first = None
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.read_tracker(viewer=request.viewer, **form.given)
            return redirect("trackers:one", made.pk)
        except operations.AlreadyHere as already:
            first = already.tracker
            form.refuse(already)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "trackers/upload.html", {"form": form, "first": first})


@requires(Permission.IMPORT_TRACKERS)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Its sheets, and its rows with those to be looked at first; `?standing=` and `?sheet=` choose among them."""
    tracker = visible_or_404(Tracker, request.viewer, pk=pk)
    standing, sheet = request.GET.get("standing", ""), request.GET.get("sheet", "")
    chosen = int(sheet) if sheet.isdecimal() and len(sheet) < 4 else None
    page = page_of(request, queries.lines_found(request.viewer, tracker, standing=standing, sheet=chosen))
    record_reading(request.viewer, "tracker", tracker_id=tracker.pk, lines=[line.pk for line in page.rows])
    shown = {
        "tracker": tracker,
        "page": page,
        "rows": [line_shown(line, tracker) for line in page.rows],
        "sheets": sheets_shown(tracker),
        "counts": counts(queries.how_many(request.viewer, tracker)),
        "standing": standing,
        "unknown": queries.agencies_not_known(request.viewer, tracker),
    }
    return render(request, "trackers/one.html", shown)


@requires(Permission.IMPORT_TRACKERS)
def columns(request: HttpRequest, pk: int, sheet: int) -> HttpResponse:
    """`?kind=` shows the questions of another kind of sheet."""
    tracker = visible_or_404(Tracker, request.viewer, pk=pk)
    if sheet >= len(tracker.sheets):
        raise Http404
    kept = tracker.sheets[sheet]
    kind = request.POST.get("kind", request.GET.get("kind", kept["kind"]))
    form = ColumnsForm(
        request.POST or None, sheet=kept, kind=kind if kind in KIND_NAMES else "", revision=tracker.revision
    )
    if form.is_valid():
        try:
            _change(request, tracker, sheet, form)
            return redirect("trackers:one", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    kinds = [(each, text) for each, text in KIND_NAMES.items() if each]
    shown = {"tracker": tracker, "form": form, "sheet": kept, "kinds": kinds, "kind": kind}
    return render(request, "trackers/columns.html", shown)


def _change(request: HttpRequest, tracker: Tracker, sheet: int, form: ColumnsForm) -> None:
    operations.change_layout(
        viewer=request.viewer,
        tracker=tracker,
        sheet=sheet,
        kind=form.cleaned_data["kind"],
        columns=form.columns,
        revision=_number(form.cleaned_data["revision"]),
    )


@requires(Permission.IMPORT_TRACKERS)
def agencies(request: HttpRequest, pk: int) -> HttpResponse:
    tracker = visible_or_404(Tracker, request.viewer, pk=pk)
    names = queries.agencies_not_known(request.viewer, tracker)
    form = AgenciesForm(request.POST or None, names=names, agencies=agencies_by_name())
    if form.is_valid():
        try:
            operations.teach_agencies(viewer=request.viewer, tracker=tracker, names=form.meant)
            return redirect("trackers:one", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    page = FormPage(
        heading=_("Which agencies are meant?"),
        button=_("Save"),
        back=reverse("trackers:one", args=[pk]),
        intro=_("No agency here has these names. What you choose is remembered for the next workbook."),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.IMPORT_TRACKERS)
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """One row: as it stands in the workbook, what is made of it, and of which case it is."""
    line = visible_or_404(Line, request.viewer, pk=pk)
    form = ChoiceForm(request.POST or None, line=line, targets=queries.targets_of(request.viewer, line))
    if form.is_valid():
        try:
            _choose(request, line, form)
            return redirect("trackers:one", line.tracker_id)
        except Refusal as refusal:
            form.refuse(refusal)
    record_reading(request.viewer, "tracker", case_id=line.case_id, tracker_id=line.tracker_id, lines=[line.pk])
    shown = {"line": line, "form": form, "row": line_shown(line, line.tracker), "tracker": line.tracker}
    return render(request, "trackers/row.html", shown)


def _choose(request: HttpRequest, line: Line, form: ChoiceForm) -> None:
    chosen, target = form.cleaned_data["choice"], {}
    what, dash, number = chosen.partition("-")
    if dash:
        model = {"case": Line.case.field.related_model, "line": Line}[what]
        found = visible_or_404(model, request.viewer, pk=int(number))
        chosen, target = Line.Choice.SAME.value, {"case" if what == "case" else "with_line": found}
    revision = _number(form.cleaned_data["revision"])
    operations.choose(viewer=request.viewer, line=line, choice=chosen, revision=revision, **target)


@requires(Permission.IMPORT_TRACKERS)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    line = visible_or_404(Line, request.viewer, pk=pk)
    if line.standing in IN:
        return redirect("trackers:row", pk)
    form = CellsForm(request.POST or None, line=line, sheet=line.tracker.sheets[line.sheet])
    if form.is_valid():
        revision = _number(form.cleaned_data["revision"])
        try:
            operations.correct_line(viewer=request.viewer, line=line, typed=form.typed, revision=revision)
            return redirect("trackers:row", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    record_reading(request.viewer, "tracker", case_id=line.case_id, tracker_id=line.tracker_id, lines=[line.pk])
    page = FormPage(
        heading=_("Correct the row"),
        button=_("Save and read again"),
        back=reverse("trackers:row", args=[pk]),
        caption=line_shown(line, line.tracker).place,
        intro=_("The workbook stays as it came. What you type here is read in place of what stands in the column."),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.IMPORT_TRACKERS)
def leave_out(request: HttpRequest, pk: int) -> HttpResponse:
    tracker = visible_or_404(Tracker, request.viewer, pk=pk)
    form = Form(request.POST or None)
    if form.is_valid():
        try:
            operations.leave_out_bad(viewer=request.viewer, tracker=tracker)
            return redirect("trackers:one", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    page = FormPage(
        heading=_("Leave out what cannot be read"),
        button=_("Leave out"),
        back=reverse("trackers:one", args=[pk]),
        intro=_("Every row that cannot be taken in as it is will be left out. You can take each of them back in."),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else -1
