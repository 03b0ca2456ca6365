"""The form of whoever refers: begun, a list of what is done and missing, one page a step, checked and sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import Stale
from marac.audit.reading import record_reading
from marac.directory.queries import maracs_of, profile_on
from marac.drafts import operations
from marac.drafts.forms import BeginForm, steps_for
from marac.intake.masks import under_masks
from marac.intake.missing import Missing, missing
from marac.intake.paths import without_blanks
from marac.intake.scores import count_answers
from marac.intake.tools import Tool
from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from marac.referrals.queries import asked_of
from marac.referrals.rules import threshold_of
from marac.sheets import is_begun, missing_by_sheet, sheet_of, sheets_for, told_on
from marac.sheets.asking import RevisionForm, SheetForm
from marac.ui.formpage import FormPage
from marac.ui.steps import Steps, Task, tasks_of

WITH_REFERRER = (Referral.State.DRAFT, Referral.State.RETURNED)


@requires(Permission.REFER)
def begin(request: HttpRequest) -> HttpResponse:
    maracs = list(maracs_of(request.viewer))
    form = BeginForm(request.POST or None, maracs=maracs)
    if request.method == "POST" and form.is_valid():
        chosen = next(each for each in maracs if str(each.pk) == form.cleaned_data["marac"])
        try:
            made = operations.begin(viewer=request.viewer, marac=chosen)
            return redirect("drafts:tasks", made.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    intro = _(
        "It is saved page by page, and you can leave and come back. Nothing that you do not know stops you: send what "
        "there is. Until you send it, only your own agency sees it. If somebody is in danger now, ring 999 first."
    )
    page = FormPage(heading=_("Refer somebody"), button=_("Begin"), back=reverse("drafts:ours"), intro=intro)
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.REFER)
def tasks(request: HttpRequest, pk: int) -> HttpResponse:
    found = _of_own_agency(request.viewer, pk)
    if found.by_telephone and found.state == Referral.State.DRAFT:
        return redirect("calls:continue", found.pk)
    if found.state not in WITH_REFERRER:
        return redirect("drafts:standing", found.pk)
    tool, local = asked_of(found, request.viewer.today)
    listed = _tasks(found, tool, local)
    addresses = {task.step.slug: reverse("drafts:step", args=[found.pk, task.step.slug]) for task in listed}
    done = sum(task.done for task in listed)
    score = _score(request, found, tool)
    shown = {"referral": found, "tasks": listed, "addresses": addresses, "done": done, "score": score}
    return render(request, "drafts/tasks.html", shown)


@requires(Permission.REFER)
def step(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    found = _of_own_agency(request.viewer, pk)
    asked = asked_of(found, request.viewer.today)
    this = steps_for(*asked).named(slug, found)
    if this is None:
        raise Unseen
    leaving = request.POST.get("remove", "")
    form = this.form(request.POST or None, content=found.content, revision=found.revision, leaving=leaving)
    if found.state not in WITH_REFERRER:
        return _too_late(request, found, form)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(_saved(request, found, form, steps_for(*asked), slug))
        except Stale as stale:
            form.overtaken(found.revision)
            form.refuse(stale)
        except Refusal as refusal:
            form.refuse(refusal)
    sheet = next(each for each in sheets_for(*asked) if each.slug == slug)
    shown = {"referral": found, "step": this, "sheet": sheet, "form": form}
    shown["score"] = _score(request, found, asked[0])
    return render(request, "drafts/step.html", shown)


@requires(Permission.REFER)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """All that stands in it, what is missing, and the button that sends it. Once it is sent, what was sent: sent
    again, it is where it was."""
    found = _of_own_agency(request.viewer, pk)
    if request.method == "POST" and found.state not in WITH_REFERRER:
        return redirect("drafts:standing", found.pk)
    if found.by_telephone and found.state == Referral.State.DRAFT:
        return redirect("calls:continue", found.pk)
    asked = asked_of(found, request.viewer.today)
    form = RevisionForm(request.POST or None, initial={"revision": str(found.revision)})
    if request.method == "POST" and form.is_valid():
        try:
            operations.send(viewer=request.viewer, referral=found, revision=form.opened_at)
            return redirect("drafts:standing", found.pk)
        except Refusal as refusal:
            form.refuse(refusal)
    content = found.content if found.state in WITH_REFERRER else under_masks(found.content)
    shown = {
        "referral": found,
        "form": form,
        "told": [(sheet, told_on(sheet, content)) for sheet in sheets_for(*asked)],
        "missing": _linked(found, *asked),
        "open": found.state in WITH_REFERRER,
    }
    return render(request, "drafts/check.html", shown)


@requires(Permission.REFER)
def give_up(request: HttpRequest, pk: int) -> HttpResponse:
    found = _of_own_agency(request.viewer, pk)
    form = RevisionForm(request.POST or None, initial={"revision": str(found.revision)})
    if request.method == "POST" and form.is_valid():
        try:
            operations.give_up(viewer=request.viewer, referral=found, revision=form.opened_at)
            return redirect("drafts:ours")
        except Refusal as refusal:
            form.refuse(refusal)
    page = FormPage(
        heading=_("Withdraw draft %(number)s") % {"number": found.pk},
        button=_("Withdraw the draft"),
        back=reverse("drafts:tasks", args=[found.pk]),
        intro=_("It will not be sent, and cannot be written on. Your own agency can still see that it was begun."),
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _too_late(request: HttpRequest, referral: Referral, form: SheetForm) -> HttpResponse:
    """It was sent or withdrawn since this page was opened: what was typed meanwhile is shown, to be told otherwise."""
    back = reverse("drafts:standing", args=[referral.pk])
    if not form.is_bound:
        return redirect(back)
    sentence = _("This referral is no longer yours to change. Tell the coordinator what you wanted to add.")
    shown = {"sentence": sentence, "typed": form.typed, "back": back}
    return render(request, "ui/too_late.html", shown, status=409)


def _of_own_agency(viewer: Viewer, pk: int) -> Referral:
    found = visible_or_404(Referral, viewer, pk=pk, agency=viewer.agency_id or 0)
    record_reading(viewer, "referral", case_id=found.case_id, referral_id=found.pk)
    return found


def _saved(request: HttpRequest, referral: Referral, form: SheetForm, steps: Steps, slug: str) -> str:
    """Keep what was typed, do what the pressed button says, and give the address to go to."""
    given, revision = {"viewer": request.viewer, "referral": referral}, form.opened_at
    if form.changes:
        revision = operations.write(**given, changes=form.changes, revision=revision).revision
    here = reverse("drafts:step", args=[referral.pk, slug])
    more, less = request.POST.get("add", ""), request.POST.get("remove", "")
    if more:
        operations.add_entry(**given, path=more, revision=revision)
        return f"{here}#{more}"
    if less:
        operations.take_out(**given, path=less, revision=revision)
        return here
    if request.POST.get("then") == "here":
        return here
    following = steps.after(slug, referral)
    if following is None or request.POST.get("then") == "tasks":
        return reverse("drafts:tasks", args=[referral.pk])
    return reverse("drafts:step", args=[referral.pk, following.slug])


def _tasks(referral: Referral, tool: Tool, local: tuple[str, ...]) -> list[Task]:
    sheets = sheets_for(tool, local)
    lacking = missing_by_sheet(_missing(referral, tool), sheets)
    begun = {sheet.slug for sheet in sheets if is_begun(sheet, referral.content)}
    return list(tasks_of(steps_for(tool, local), referral, begun=begun, missing=lacking))


def _missing(referral: Referral, tool: Tool) -> list[Missing]:
    """Without the date of the referral, which is the day on which it is sent."""
    return [each for each in missing(without_blanks(referral.content), tool) if each.path != "referral_date"]


def _linked(referral: Referral, tool: Tool, local: tuple[str, ...]) -> list[tuple[Missing, str]]:
    """What is missing, each with the address of the page that asks for it."""
    found = []
    for each in _missing(referral, tool):
        sheet = sheet_of(each.path, sheets_for(tool, local))
        found.append((each, reverse("drafts:step", args=[referral.pk, sheet.slug]) if sheet else ""))
    return found


def _score(request: HttpRequest, referral: Referral, tool: Tool) -> dict[str, int] | None:
    """The running count, as the server has it, and the mark of this MARAC; none of a tool that does not count."""
    if tool.grades:
        return None
    profile = profile_on(referral.marac_id, request.viewer.today)
    answers = referral.content.get("checklist", {}).get("answers") or {}
    count = count_answers(answers, tool.keys)
    return count._asdict() | {"threshold": threshold_of(tool.id, profile), "of": len(tool.keys)}
