"""The form of somebody with a link and no account. Every page asks the link alone which referral it is about."""

from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from marac.access.requires import Unseen, open_to_anyone
from marac.access.viewer import the_system
from marac.accounts.kept import typed
from marac.audit.fingerprint import fingerprint
from marac.audit.operation import Stale
from marac.drafts import operations as drafts
from marac.drafts.forms import steps_for
from marac.guests import operations
from marac.guests.forms import CodeForm
from marac.guests.queries import Guest, guest_of
from marac.guests.rules import NOT_OPENED
from marac.intake.missing import missing
from marac.intake.paths import without_blanks
from marac.kernel.refusal import Refusal
from marac.referrals.queries import asked_of
from marac.sheets import is_begun, missing_by_sheet, sheets_for, told_on
from marac.sheets.asking import RevisionForm, SheetForm
from marac.signin.operations.tries import count_try
from marac.signin.session import address_mark
from marac.ui.steps import Steps, tasks_of

# In the session: the secret of the link, so that it leaves the address bar; the link and the secret of this browser;
# and what is shown once it was sent.
TOKEN, GUEST, RECEIPT = "guest_token", "guest", "guest_receipt"
# The browser keeps its secret as long as the link holds, so that one can come back to it; alone it opens nothing.
COOKIE = "__Host-form" if settings.PRODUCTION else "form"


@open_to_anyone
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the mail. Looking at it opens nothing: mail scanners do."""
    request.session[TOKEN] = token
    return redirect("guests:code")


@open_to_anyone
def code(request: HttpRequest) -> HttpResponse:
    """Whether there is such a link is not said before its code is right, nor after."""
    form, token = CodeForm(request.POST or None), request.session.get(TOKEN, "")
    if request.method == "POST" and form.is_valid():
        try:
            return _opened(request, token, form.cleaned_data["code"])
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "guests/code.html", {"form": form})


@open_to_anyone
def tasks(request: HttpRequest) -> HttpResponse:
    guest = _guest(request)
    if guest is None:
        return _gone(request)
    tool, local = asked_of(guest.referral, request.today)
    sheets, steps = sheets_for(tool, local), steps_for(tool, local)
    lacking = missing_by_sheet(_missing(guest, tool), sheets)
    begun = {sheet.slug for sheet in sheets if is_begun(sheet, guest.referral.content)}
    listed = list(tasks_of(steps, guest.referral, begun=begun, missing=lacking))
    addresses = {task.step.slug: reverse("guests:step", args=[task.step.slug]) for task in listed}
    shown = {"tasks": listed, "addresses": addresses, "done": sum(task.done for task in listed), "link": guest.link}
    return render(request, "guests/tasks.html", shown)


@open_to_anyone
def step(request: HttpRequest, slug: str) -> HttpResponse:
    guest = _guest(request)
    if guest is None:
        return _gone(request)
    asked, referral = asked_of(guest.referral, request.today), guest.referral
    this = steps_for(*asked).named(slug, referral)
    if this is None:
        raise Unseen
    leaving = request.POST.get("remove", "")
    form = this.form(request.POST or None, content=referral.content, revision=referral.revision, leaving=leaving)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(_saved(request, guest, form, steps_for(*asked), slug))
        except Stale as stale:
            form.overtaken(referral.revision)
            form.refuse(stale)
        except Refusal as refusal:
            form.refuse(refusal)
    sheet = next(each for each in sheets_for(*asked) if each.slug == slug)
    return render(request, "guests/step.html", {"step": this, "sheet": sheet, "form": form})


@open_to_anyone
def check(request: HttpRequest) -> HttpResponse:
    guest = _guest(request)
    if guest is None:
        return _gone(request)
    form = RevisionForm(request.POST or None, initial={"revision": str(guest.referral.revision)})
    if request.method == "POST" and form.is_valid():
        given = {"viewer": guest.viewer, "link": guest.link, "revision": form.opened_at, "at": request.now}
        try:
            request.session[RECEIPT] = operations.send(**given)
            request.session.pop(GUEST, None)
            return redirect("guests:received")
        except Refusal as refusal:
            form.refuse(refusal)
    tool, local = asked_of(guest.referral, request.today)
    told = [(sheet, told_on(sheet, guest.referral.content)) for sheet in sheets_for(tool, local)]
    return render(request, "guests/check.html", {"form": form, "told": told, "missing": _missing(guest, tool)})


@open_to_anyone
def received(request: HttpRequest) -> HttpResponse:
    """That it came, and a reference that says nothing."""
    return render(request, "guests/received.html", {"receipt": request.session.get(RECEIPT, "")})


def _guest(request: HttpRequest) -> Guest | None:
    """None where nothing is open here, or was left unused for too long: then link and code are asked for again."""
    kept = request.session.get(GUEST)
    if not kept or request.now - datetime.fromisoformat(kept["seen"]) > timedelta(minutes=settings.IDLE_MINUTES):
        return None
    request.session[GUEST] = kept | {"seen": request.now.isoformat()}
    return guest_of(kept["link"], request.COOKIES.get(COOKIE, ""), request.now, request.today)


def _gone(request: HttpRequest) -> HttpResponse:
    if RECEIPT in request.session:
        return redirect("guests:received")
    return render(
        request, "guests/gone.html", {"typed": typed(request)}, status=410 if request.method == "POST" else 200
    )


def _opened(request: HttpRequest, token: str, told: str) -> HttpResponse:
    browser = request.COOKIES.get(COOKIE) or token_urlsafe(32)
    system = the_system(request.today)
    count_try(viewer=system, account=f"guest {fingerprint(token)}", address=address_mark(request), at=request.now)
    opened = operations.open_link(viewer=system, token=token, code=told, browser=browser, at=request.now)
    if opened is None:
        raise Refusal(NOT_OPENED, field="code")
    request.session.cycle_key()
    request.session[GUEST] = {"link": opened.pk, "seen": request.now.isoformat()}
    request.session.pop(RECEIPT, None)
    answer = redirect("guests:tasks")
    held = {"httponly": True, "samesite": "Lax", "secure": settings.SESSION_COOKIE_SECURE}
    answer.set_cookie(COOKIE, browser, max_age=opened.until_at - request.now, **held)
    return answer


def _saved(request: HttpRequest, guest: Guest, form: SheetForm, steps: Steps, slug: str) -> str:
    """Keep what was typed, do what the pressed button says, and give the address to go to."""
    given: dict[str, Any] = {"viewer": guest.viewer, "link": guest.link, "at": request.now}
    revision = form.opened_at
    if form.changes:
        revision = operations.write(**given, act=drafts.write, changes=form.changes, revision=revision).revision
    here = reverse("guests:step", args=[slug])
    more, less = request.POST.get("add", ""), request.POST.get("remove", "")
    if more:
        operations.write(**given, act=drafts.add_entry, path=more, revision=revision)
        return f"{here}#{more}"
    if less:
        operations.write(**given, act=drafts.take_out, path=less, revision=revision)
        return here
    following = steps.after(slug, guest.referral)
    last = following is None or request.POST.get("then") == "tasks"
    return reverse("guests:tasks") if last else reverse("guests:step", args=[following.slug])


def _missing(guest: Guest, tool: Any) -> list[Any]:
    return [each for each in missing(without_blanks(guest.referral.content), tool) if each.path != "referral_date"]
