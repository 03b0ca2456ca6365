"""The office's pages: every referral, an upload, where one stands, and its review beside its source."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.operation import Stale
from marac.audit.reading import record_search
from marac.cases.door import record_look
from marac.cases.lists import of_each_marac
from marac.directory.queries import maracs_of
from marac.intake.fields import field_at
from marac.intake.missing import missing, overlooked
from marac.intake.tools import Tool
from marac.kernel.refusal import Refusal
from marac.lessons import operations as lessons
from marac.lessons.rules import may_teach
from marac.referrals import covering, operations
from marac.referrals.forms import ReviewForm, TeachForm, UploadForm, after_a_newer
from marac.referrals.models import Referral
from marac.referrals.queries import UNFINISHED, how_many_by_state, referrals_found, tool_of
from marac.referrals.rules import MOVES
from marac.review.review import Group, Review, label_at, not_read_at
from marac.ui.formpage import FormPage, done
from marac.ui.pages import keep_words, kept_words, page_of_many


@requires(Permission.REFER)
def every(request: HttpRequest) -> HttpResponse:
    """For whoever has no part in the office, those of their own agency."""
    if not request.viewer.may(Permission.READ_DOCUMENTS):
        return redirect("drafts:ours")
    state = request.GET.get("state", "")
    if request.method == "POST":
        return keep_words(request)
    words = kept_words(request)
    found = referrals_found(request.viewer, state=state, words=words)
    page = page_of_many(request, found, of_each_marac(request.viewer, "marac"))
    if words:
        record_search(request.viewer, "referrals", terms=words, found=page.total)
    numbers = how_many_by_state(request.viewer)
    states = [
        (value, text, numbers.get(value))
        for value, text in Referral.State.choices
        if value in numbers or value not in UNFINISHED
    ]
    decides = request.viewer.may(Permission.DECIDE_REFERRALS)
    shown = {"page": page, "states": states, "state": state, "decides": decides}
    return render(request, "referrals/every.html", shown)


@requires(Permission.READ_DOCUMENTS)
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None, maracs=maracs_of(request.viewer))
    first = None
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.read_document(viewer=request.viewer, **form.given)
            return redirect(f"{reverse('referrals:review', args=[made.pk])}#show")
        except operations.AlreadyHere as already:
            first = already.referral
            form.refuse(already)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "referrals/upload.html", {"form": form, "first": first})


@requires(Permission.REFER)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Referral, request.viewer, pk=pk)
    record_look(request, "referral", case_id=found.case_id, referral_id=found.pk)
    shown = {
        "referral": found,
        "missing": missing(found.content, tool_of(found, request.viewer.today)),
        "open": bool(MOVES[found.state]),
    }
    may = {
        "reviews": request.viewer.may(Permission.READ_DOCUMENTS),
        "decides": request.viewer.may(Permission.DECIDE_REFERRALS),
        "sees_cases": request.viewer.may(Permission.SEE_CASES),
    }
    return render(request, "referrals/one.html", shown | may)


@requires(Permission.READ_DOCUMENTS)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """All that is known, beside its source; `?open=` is the group of fields that is drawn to be filled in. Covered
    until it is shown; to save what was typed shows it too."""
    found = visible_or_404(Referral, request.viewer, pk=pk)
    record_look(request, "referral", case_id=found.case_id, referral_id=found.pk)
    if request.method == "POST" and not covering.is_shown(request, found):
        covering.show(request, found)
    tool, key = tool_of(found, request.viewer.today), request.GET.get("open", "")
    seen = covering.review(request, found, tool)
    form = ReviewForm(request.POST or None, group=_to_fill_in(request, found, seen, key), revision=found.revision)
    if request.method == "POST" and form.is_valid():
        try:
            if form.changes:
                operations.correct(viewer=request.viewer, referral=found, changes=form.changes, revision=form.opened_at)
            return redirect(f"{reverse('referrals:review', args=[pk])}#{key}")
        except Stale as stale:
            found = visible_or_404(Referral, request.viewer, pk=pk)
            seen = covering.review(request, found, tool)
            form = after_a_newer(form, _to_fill_in(request, found, seen, key), found.revision)
            form.refuse(stale)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "referrals/review.html", _review_page(request, found, seen, form, tool))


def _to_fill_in(request: HttpRequest, referral: Referral, seen: Review, key: str) -> Group | None:
    """Only of what is shown and not yet decided."""
    return seen.group(key) if MOVES[referral.state] and covering.is_shown(request, referral) else None


def _review_page(request: HttpRequest, found: Referral, seen: Review, form: ReviewForm, tool: Tool) -> dict[str, Any]:
    """`at` is the row to be checked next: the one that has come into the place of what was just checked."""
    undecided, shown = bool(MOVES[found.state]), covering.is_shown(request, found)
    saved, lacking = request.GET.get("saved", ""), missing(found.content, tool)
    return {
        "referral": found,
        "review": seen,
        "form": form,
        "key": request.GET.get("open", ""),
        "missing": lacking,
        "overlooked": overlooked(lacking) if found.reading else [],
        "pages": found.reading.get("pages", []) if shown else [],
        "unread_at": not_read_at(found.reading),
        "undecided": undecided,
        "open": undecided and shown,
        "shown": shown,
        "may_reveal": request.viewer.may(Permission.REVEAL),
        "decides": request.viewer.may(Permission.DECIDE_REFERRALS),
        "refusal": None,
        "may_teach": may_teach if shown and request.viewer.may(Permission.SET_RULES) else _never,
        "taught": request.GET.get("taught", ""),
        "saved": bool(saved),
        "at": min(_whole(saved), max(len(seen.first) - 1, 0)),
    }


@require_POST
@requires(Permission.REVEAL)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole referral and its document, to the place that the page stood at."""
    covering.show(request, visible_or_404(Referral, request.viewer, pk=pk))
    key = request.POST.get("open", "")
    there = f"?{urlencode({'open': key})}#{key}" if key.replace("-", "").isalnum() else "#first"
    return redirect(f"{reverse('referrals:review', args=[pk])}{there}")


@require_POST
@requires(Permission.READ_DOCUMENTS)
def cover(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Referral, request.viewer, pk=pk)
    covering.cover(request)
    return redirect("referrals:review", found.pk)


@require_POST
@requires(Permission.REVEAL)
def reveal(request: HttpRequest, pk: int) -> HttpResponse:
    """One thing that is sealed, on a page of its own."""
    found = visible_or_404(Referral, request.viewer, pk=pk)
    try:
        texts = operations.reveal_part(viewer=request.viewer, referral=found, path=request.POST.get("path", ""))
    except Refusal as refusal:
        return render(request, "referrals/refused.html", {"referral": found, "refusal": refusal}, status=409)
    told = [(field_at(path).label, text) for path, text in texts.items()]
    return render(request, "referrals/revealed.html", {"referral": found, "told": told})


@require_POST
@requires(Permission.READ_DOCUMENTS)
def checked(request: HttpRequest, pk: int) -> HttpResponse:
    """Values of "Check these first" that were read right, `at` which of its rows they stood; or all the `rest`."""
    found = visible_or_404(Referral, request.viewer, pk=pk)
    tool = tool_of(found, request.viewer.today)
    seen = covering.review(request, found, tool)
    rest = bool(request.POST.get("rest"))
    paths = seen.rest if rest else request.POST.getlist("path")
    try:
        operations.confirm(viewer=request.viewer, referral=found, paths=paths, revision=_revision(request))
    except Refusal as refusal:
        record_look(request, "referral", case_id=found.case_id, referral_id=found.pk)
        found.refresh_from_db()
        form = ReviewForm(group=None, revision=found.revision)
        shown = _review_page(request, found, covering.review(request, found, tool), form, tool) | {"refusal": refusal}
        return render(request, "referrals/review.html", shown, status=409)
    if rest:
        decides = request.viewer.may(Permission.DECIDE_REFERRALS)
        return redirect("triage:decide" if decides else "referrals:one", pk)
    return redirect(f"{reverse('referrals:review', args=[pk])}?saved={_whole(request.POST.get('at'))}#first")


@requires(Permission.SET_RULES)
def teach(request: HttpRequest, pk: int) -> HttpResponse:
    """What a label of this form asks for, here and whenever the form comes again."""
    found = visible_or_404(Referral, request.viewer, pk=pk)
    record_look(request, "referral", case_id=found.case_id, referral_id=found.pk)
    label = label_at(found.reading, request.GET.get("unread", ""), request.GET.get("path", ""))
    form = TeachForm(request.POST or None)
    given = {"viewer": request.viewer, "marac": found.marac, "label": label, "reading": found.reading}
    if form.is_valid() and done(form, lessons.teach, **given):
        return _read_again(request, found)
    page = FormPage(
        heading=_("What does this label ask for?"),
        caption=label,
        intro=_("Whenever this form comes, it is read so and marked to be looked at. The settings take that back."),
        button=_("Read it so from now on"),
        back=reverse("referrals:review", args=[pk]),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


def _read_again(request: HttpRequest, found: Referral) -> HttpResponse:
    """As long as nothing was corrected or checked in it, this very referral too."""
    before = found.revision
    try:
        again = operations.read_again(viewer=request.viewer, referral=found)
    except Refusal as refusal:
        return render(request, "referrals/refused.html", {"referral": found, "refusal": refusal}, status=409)
    taught = "again" if again.revision > before else "later"
    return redirect(f"{reverse('referrals:review', args=[found.pk])}?taught={taught}#first")


@require_POST
@requires(Permission.READ_DOCUMENTS)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody who was read by mistake."""
    found = visible_or_404(Referral, request.viewer, pk=pk)
    path = request.POST.get("path", "")
    try:
        operations.remove_entry(viewer=request.viewer, referral=found, path=path, revision=_revision(request))
    except Refusal as refusal:
        return render(request, "referrals/refused.html", {"referral": found, "refusal": refusal}, status=409)
    return redirect("referrals:review", found.pk)


def _revision(request: HttpRequest) -> int:
    """The one that the page was opened at; a page that says none is older than any."""
    return _whole(request.POST.get("revision"), -1)


def _never(label: str) -> bool:
    return False


def _whole(said: str | None, otherwise: int = 0) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 10 else otherwise
