"""The quarterly return: choosing it, seeing it with what is wrong, the cases behind a number, the workbook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from marac.access.fresh import fresh_factor, gives_file
from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.reading import record_export, record_reading
from marac.directory.models import Marac
from marac.kernel.dates import MONTHS
from marac.kernel.refusal import Refusal
from marac.kernel.tables import xlsx_bytes
from marac.kernel.text import safe_file_name
from marac.reports.columns import BY_LETTER, NUMBERS
from marac.reports.figures import figures_of, tables_of
from marac.reports.forms import FiguresForm, ReturnForm, TemplateForm
from marac.reports.queries import QuarterReturn, cases_behind, maracs_of, quarter_return
from marac.reports.rules import Quarter, quarter_of, read_quarter
from marac.reports.workbooks import XLSX, check_edition, return_workbook
from marac.ui.pages import download as as_file
from marac.ui.refusals import said

QUARTERS_OFFERED = 12
PARTS = ("quarters", "years", "agencies")


@requires(Permission.MAKE_RETURN)
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    form = ReturnForm(
        request.GET or None,
        maracs=[(marac.pk, marac.name) for marac in maracs_of(viewer)],
        quarters=[(str(quarter), quarter_name(quarter)) for quarter in _offered(viewer)],
    )
    if form.is_valid():
        return redirect("reports:quarter", form.cleaned_data["marac"], form.cleaned_data["quarter"])
    return render(request, "reports/choose.html", {"form": form})


@requires(Permission.MAKE_RETURN)
def quarter(request: HttpRequest, pk: int, quarter: str) -> HttpResponse:
    return _page(request, _made(request.viewer, pk, quarter), TemplateForm())


@requires(Permission.MAKE_RETURN)
@require_POST
def template(request: HttpRequest, pk: int, quarter: str) -> HttpResponse:
    made = _made(request.viewer, pk, quarter)
    form = TemplateForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, made, form)
    try:
        check_edition(form.cleaned_data["template"].read(), made.edition)
    except Refusal as refusal:
        form.add_error("template", said(refusal))
        return _page(request, made, form)
    return _page(request, made, TemplateForm(), template_is_right=True)


@requires(Permission.MAKE_RETURN)
def cases(request: HttpRequest, pk: int, quarter: str, letter: str, meeting: int | None = None) -> HttpResponse:
    column = BY_LETTER.get(letter)
    if column not in NUMBERS:
        raise Unseen
    made = _made(request.viewer, pk, quarter)
    behind = cases_behind(request.viewer, made, column, meeting)
    case_ids = sorted({each.item.case_id for each in behind.seen})
    record_reading(request.viewer, "cases of the return", quarter=quarter, column=letter, case_ids=case_ids)
    context = {"made": made, "quarter_name": quarter_name(made.quarter), "column": column, "behind": behind}
    return render(request, "reports/cases.html", context | {"heading": column.heading(made.edition)})


@requires(Permission.MAKE_RETURN)
@fresh_factor
@gives_file
@require_GET
def download(request: HttpRequest, pk: int, quarter: str) -> HttpResponse:
    made = _made(request.viewer, pk, quarter)
    if made.errors:
        return _page(request, made, TemplateForm(), status=409)
    record_export(request.viewer, "return", marac_id=pk, quarter=quarter, rows=len(made.rows))
    return as_file(return_workbook(made), safe_file_name("return", str(made.quarter), extension="xlsx"), XLSX)


@requires(Permission.SEE_FIGURES)
@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """What the steering group sees: counts that name nobody."""
    maracs = maracs_of(request.viewer)
    choices = [(marac.pk, marac.name) for marac in maracs]
    chosen = _chosen(request, maracs)
    made = figures_of(request.viewer, chosen)
    context = {
        "made": made,
        "area": ", ".join(marac.name for marac in chosen),
        "choices": choices,
        "chosen": request.GET.get("marac", ""),
        "form": FiguresForm({"marac": request.GET.get("marac", "")}, maracs=choices),
        "tables": list(zip((2, 2, 1), tables_of(made, quarter_name), strict=True)),
        "downloads": list(zip(PARTS, (_("by quarter"), _("by year"), _("referrals by agency")), strict=True)),
    }
    return render(request, "reports/figures.html", context)


@requires(Permission.SEE_FIGURES)
@fresh_factor
@gives_file
@require_GET
def figures_file(request: HttpRequest, part: str) -> HttpResponse:
    if part not in PARTS:
        raise Unseen
    made = figures_of(request.viewer, _chosen(request, maracs_of(request.viewer)))
    table = tables_of(made, quarter_name)[PARTS.index(part)]
    record_export(request.viewer, "figures", part=part, maracs=[marac.pk for marac in made.maracs])
    return as_file(xlsx_bytes(table), safe_file_name("figures", part, extension="xlsx"), XLSX)


def _chosen(request: HttpRequest, maracs: list[Marac]) -> list[Marac]:
    """The one that is asked for, else all that the viewer may see."""
    wanted = request.GET.get("marac", "")
    found = [marac for marac in maracs if str(marac.pk) == wanted]
    if wanted and not found:
        raise Unseen
    return found or maracs


def quarter_name(quarter: Quarter) -> str:
    """October to December 2025."""
    first, last = MONTHS[quarter.first_on.month - 1], MONTHS[quarter.last_on.month - 1]
    return _("{first} to {last} {year}").format(first=_(first), last=_(last), year=quarter.year)


def _offered(viewer: Viewer) -> list[Quarter]:
    """The quarter that ended last comes first, then those before it, then the present one."""
    present = quarter_of(viewer.today)
    offered = [present.previous]
    while len(offered) < QUARTERS_OFFERED:
        offered.append(offered[-1].previous)
    return [*offered, present]


def _asked(viewer: Viewer, pk: int, quarter: str) -> tuple[Marac, Quarter]:
    try:
        return visible_or_404(Marac, viewer, pk=pk), read_quarter(quarter)
    except Refusal:
        raise Unseen from None


def _made(viewer: Viewer, pk: int, quarter: str) -> QuarterReturn:
    return quarter_return(viewer, *_asked(viewer, pk, quarter))


def _page(
    request: HttpRequest, made: QuarterReturn, form: TemplateForm, status: int = 200, **more: bool
) -> HttpResponse:
    context = {
        "made": made,
        "form": form,
        "quarter_name": quarter_name(made.quarter),
        "columns": [(column, column.heading(made.edition)) for column in NUMBERS],
        "template_is_right": False,
    }
    return render(request, "reports/quarter.html", context | more, status=status)
