"""Taking a call: begun, written down while it is spoken, read back and handed in; and the caller rung back."""

from secrets import token_hex
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.operation import Stale
from marac.calls import operations
from marac.calls.forms import BeginForm, CallForm, HandInForm, RingBackForm
from marac.calls.models import Call
from marac.calls.queries import asking, call_of
from marac.calls.rules import not_known
from marac.cases.door import record_look
from marac.directory.queries import maracs_of, seats_on
from marac.drafts import operations as drafts
from marac.intake.fields import field_at, is_field
from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from marac.sheets import told_on
from marac.ui.formpage import FormPage


@requires(Permission.READ_DOCUMENTS)
def begin(request: HttpRequest) -> HttpResponse:
    maracs = {str(each.pk): each for each in maracs_of(request.viewer)}
    form = BeginForm(request.POST or None, maracs=maracs.values())
    if request.method == "POST" and form.is_valid():
        marac = maracs[form.cleaned_data["marac"]]
        try:
            return redirect("calls:take", operations.begin(viewer=request.viewer, marac=marac, at=request.now).pk)
        except Refusal as refusal:
            form.refuse(refusal)
    page = FormPage(
        heading=_("Take a referral by telephone"),
        button=_("Begin"),
        back=reverse("referrals:all"),
        intro=_(
            "One page, in the order of a conversation, saved as you type. If somebody is in danger now, 999 first."
        ),
    )
    return render(request, "ui/form.html", {"form": form, "page": page})


@requires(Permission.READ_DOCUMENTS)
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """From a referral to the call in which it was told."""
    found = visible_or_404(Referral, request.viewer, pk=pk)
    record_look(request, "referral", case_id=found.case_id, referral_id=found.pk)
    call = call_of(request.viewer, found)
    if call is None:
        return redirect("referrals:one", pk)
    return redirect("calls:take" if found.state == Referral.State.DRAFT else "calls:ring-back", call.pk)


@requires(Permission.READ_DOCUMENTS)
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """While it is spoken. What a script sends by itself gets the head of the page back, and no more."""
    call = _call(request, pk)
    if call.referral.state != Referral.State.DRAFT:
        return _over(request, call)
    form = _form(request, call)
    if request.method == "POST":
        try:
            went = _kept(request, call, form)
            if went:
                return redirect(went)
        except Stale as stale:
            call.referral.refresh_from_db()
            form = _form(request, call)
            form.is_valid()
            form.overtaken(call.referral.revision)
            form.refuse(stale)
        except Refusal as refusal:
            form.refuse(refusal)
    template = "calls/head.html" if request.headers.get("HX-Request") else "calls/take.html"
    return render(request, template, _shown(request, call, form))


@requires(Permission.READ_DOCUMENTS)
def read_back(request: HttpRequest, pk: int) -> HttpResponse:
    """All that was written down, to be read aloud, and the button that hands it in."""
    call = _call(request, pk)
    if call.referral.state != Referral.State.DRAFT:
        return _over(request, call)
    form = HandInForm(request.POST or None, initial={"revision": str(call.referral.revision)})
    if request.method == "POST" and form.is_valid():
        given = {"read_back": form.cleaned_data["read_back"], "revision": form.opened_at}
        try:
            operations.hand_in(viewer=request.viewer, call=call, at=request.now, **given)
            return redirect("calls:ring-back", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    script = asking(request.viewer, call.referral)
    told = [(sheet, told_on(sheet, call.referral.content)) for sheet in script.sheets]
    shown = _not_known(call.referral) | {"call": call, "form": form, "told": told, "asking": script}
    return render(request, "calls/read_back.html", shown)


@requires(Permission.READ_DOCUMENTS)
def ring_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Who took the call down and when, and whether the agency stands by it."""
    call = _call(request, pk)
    agencies = [seat.agency for seat in seats_on(call.referral.marac_id, request.viewer.today)]
    form = RingBackForm(request.POST or None, agencies=agencies)
    if request.method == "POST" and form.is_valid():
        try:
            operations.ring_back(viewer=request.viewer, call=call, at=request.now, **form.given)
            return redirect("calls:ring-back", pk)
        except Refusal as refusal:
            form.refuse(refusal)
    to_do = call.ended_at is not None and call.outcome != Call.Outcome.CONFIRMED
    shown = _not_known(call.referral) | {"call": call, "form": form, "to_do": to_do}
    return render(request, "calls/ring_back.html", shown)


def _call(request: HttpRequest, pk: int) -> Call:
    found = visible_or_404(Call, request.viewer, "referral", "referral__marac", "taken_by", "rung_back_by", pk=pk)
    record_look(request, "call", case_id=found.referral.case_id, referral_id=found.referral_id)
    return found


def _form(request: HttpRequest, call: Call) -> CallForm:
    sheets = asking(request.viewer, call.referral).sheets
    given = {"content": call.referral.content, "revision": call.referral.revision, "call": call}
    leaving = request.POST.get("remove", "")
    return CallForm(request.POST or None, sheets=sheets, leaving=leaving, initial={"page": token_hex(8)}, **given)


def _kept(request: HttpRequest, call: Call, form: CallForm) -> str:
    """Keep all that can be kept, and give the address to go to; none where something on the page is to be put right."""
    form.is_valid()
    more, less, then = (request.POST.get(name, "") for name in ("add", "remove", "then"))
    given = {"changes": form.changes, "unknown": form.unknown, "unread": form.unread}
    refused = operations.keep(
        viewer=request.viewer, call=call, revision=form.opened_at, page=form.cleaned_data.get("page", ""), **given
    )
    call.referral.refresh_from_db()
    for each in refused.values():
        form.refuse(each)
    here = reverse("calls:take", args=[call.pk])
    if more:
        drafts.add_entry(viewer=request.viewer, referral=call.referral, path=more)
        return f"{here}#{more}"
    if less:
        operations.take_out(viewer=request.viewer, call=call, path=less)
        return here
    if form.errors or request.headers.get("HX-Request"):
        return ""
    return reverse("calls:read-back", args=[call.pk]) if then == "read_back" else here


def _shown(request: HttpRequest, call: Call, form: CallForm) -> dict[str, Any]:
    """Where somebody else saved meanwhile, only a button saves over theirs: by itself the page stays where it was."""
    saved = request.method == "POST" and not form.non_field_errors()
    by_itself = bool(request.headers.get("HX-Request")) and not saved
    script = asking(request.viewer, call.referral)
    revision = request.POST.get("revision", "") if by_itself else call.referral.revision
    return {"call": call, "form": form, "asking": script, "saved": saved, "at": request.now, "revision": revision}


def _not_known(referral: Referral) -> dict[str, list[str]]:
    """What the caller was asked and does not know, by its name."""
    found = [path for path in sorted(not_known(referral.content)) if is_field(path) or is_field(f"{path}[0]")]
    return {"not_known": [field_at(path if is_field(path) else f"{path}[0]").label for path in found]}


def _over(request: HttpRequest, call: Call) -> HttpResponse:
    """It was handed in or given up in another window: what was typed since is shown, to be put where it belongs."""
    back = reverse("calls:ring-back", args=[call.pk])
    form = _form(request, call)
    if not form.is_bound:
        return redirect(back)
    sentence = _("This call has been handed in. Correct the referral on its own page.")
    shown = {"sentence": sentence, "typed": form.typed, "back": back}
    return render(request, "ui/too_late.html", shown, status=409)
