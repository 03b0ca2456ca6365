"""The queue, one message with what is proposed, and the pages on which each is filed."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_search
from marac.cases.door import record_look
from marac.directory.models import Marac
from marac.directory.queries import maracs_of
from marac.inbox import queries
from marac.inbox.forms import (
    ActionForm,
    FilterForm,
    InformationForm,
    NotOursForm,
    OfMessage,
    ResearchForm,
    UploadForm,
)
from marac.inbox.models import Message
from marac.inbox.operations import filing
from marac.inbox.operations.taking import AlreadyTaken
from marac.inbox.rules.proposals import shown
from marac.inbox.rules.states import PROPOSED_NAMES
from marac.inbox.uploading import take_file
from marac.kernel.refusal import Refusal
from marac.mailboxes.queries import failing
from marac.ui.pages import keep_words, kept_words, page_of
from marac.ui.refusals import said


def _maracs(request: HttpRequest) -> list[tuple[str, str]]:
    return [(str(each.pk), each.name) for each in maracs_of(request.viewer)]


@requires(Permission.WORK_INBOX)
def queue(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return keep_words(request)
    form = FilterForm({"state": queries.WAITING} | request.GET.dict(), maracs=_maracs(request))
    chosen = form.cleaned_data if form.is_valid() else {"state": queries.WAITING}
    filters = queries.Filters(**chosen, words=kept_words(request))
    page = page_of(request, queries.messages_found(request.viewer, filters))
    if filters.words:
        record_search(request.viewer, "messages", terms=filters.words, found=page.total)
    given = {
        "numbers": [(PROPOSED_NAMES[each], n) for each, n in queries.numbers_by_proposal(request.viewer).items()],
        "missed": queries.not_looked_through(request.viewer, request.now),
        "failing": list(failing(request.viewer)),
        "before": _just_filed(request),
    }
    return render(request, "inbox/queue.html", given | {"page": page, "form": form})


@requires(Permission.WORK_INBOX)
def one(request: HttpRequest, pk: int) -> HttpResponse:
    message = visible_or_404(Message, request.viewer, "marac", "agency", "case", pk=pk)
    return render(request, "inbox/one.html", _shown(request, message) | {"before": _just_filed(request)})


def _shown(request: HttpRequest, message: Message) -> dict[str, Any]:
    """What every page of a message has, and that it was read."""
    record_look(request, "message", case_id=message.case_id, message_id=message.pk)
    return {
        "message": message,
        "reasons": [said(each) for each in shown(message.reasons)],
        "same": queries.same_number(message),
    }


@requires(Permission.WORK_INBOX)
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None, maracs=maracs_of(request.viewer))
    before = None
    if form.is_valid():
        try:
            made = take_file(viewer=request.viewer, **form.given)
            return redirect("inbox:one", made.pk)
        except AlreadyTaken as already:
            before = already.message
            form.refuse(already)
        except Refusal as refusal:
            form.refuse(refusal.at("file"))
    return render(request, "inbox/upload.html", {"form": form, "before": before})


@require_POST
@requires(Permission.WORK_INBOX)
def referral(request: HttpRequest, pk: int) -> HttpResponse:
    """One press: read, made a referral, and on to its review."""
    message = visible_or_404(Message, request.viewer, "marac", "document", pk=pk)
    form = OfMessage(request.POST)
    try:
        made = filing.make_referral(viewer=request.viewer, message=message, **_given(form))
    except Refusal as refusal:
        return _refused(request, message, refusal)
    return redirect("referrals:review", made.pk)


@require_POST
@requires(Permission.WORK_INBOX)
def correspondence(request: HttpRequest, pk: int) -> HttpResponse:
    message = visible_or_404(Message, request.viewer, pk=pk)
    return _not_pressed(request, message, filing.keep_as_correspondence) or _onward(request, message)


@require_POST
@requires(Permission.WORK_INBOX)
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """In the queue again, and still before whoever put it there."""
    message = visible_or_404(Message, request.viewer, pk=pk)
    return _not_pressed(request, message, filing.put_back) or redirect("inbox:one", pk)


@requires(Permission.WORK_INBOX)
def information(request: HttpRequest, pk: int) -> HttpResponse:
    message = visible_or_404(Message, request.viewer, "marac", "agency", "case", pk=pk)
    first = {"reference": message.case.reference if message.case else ""}
    form = InformationForm(request.POST or None, initial=first | {"revision": message.revision})
    return _filed(request, message, form, filing.file_as_information, _("File with a case"))


@requires(Permission.WORK_INBOX)
def research(request: HttpRequest, pk: int) -> HttpResponse:
    message = visible_or_404(Message, request.viewer, "marac", "agency", "case", pk=pk)
    asked = queries.requests_open(request.viewer, message.case)
    first = {"request": message.request_id, "said_by": message.sender_name, "revision": message.revision}
    form = ResearchForm(request.POST or None, requests=asked, initial=first)
    return _filed(request, message, form, filing.file_as_research, _("File as an answer to research"))


@requires(Permission.WORK_INBOX)
def action(request: HttpRequest, pk: int) -> HttpResponse:
    message = visible_or_404(Message, request.viewer, "marac", "agency", "case", pk=pk)
    owed = queries.actions_open(request.viewer, message.case)
    first = {"action": message.action_id, "said_by": message.sender_name, "revision": message.revision}
    form = ActionForm(request.POST or None, actions=owed, initial=first)
    return _filed(request, message, form, filing.file_as_action, _("File as a report on an action"))


@requires(Permission.WORK_INBOX)
def not_ours(request: HttpRequest, pk: int) -> HttpResponse:
    message = visible_or_404(Message, request.viewer, "marac", "agency", "case", pk=pk)
    form = NotOursForm(request.POST or None, initial={"revision": message.revision})
    return _filed(request, message, form, filing.set_aside, _("Not ours"))


@requires(Permission.WORK_INBOX)
def looks(request: HttpRequest) -> HttpResponse:
    given = {
        "page": page_of(request, queries.looks_at_queue(request.viewer)),
        "maracs": maracs_of(request.viewer),
        "missed": queries.not_looked_through(request.viewer, request.now),
    }
    return render(request, "inbox/looks.html", given)


@require_POST
@requires(Permission.WORK_INBOX)
def look_through(request: HttpRequest, pk: int) -> HttpResponse:
    filing.look_through(viewer=request.viewer, marac=visible_or_404(Marac, request.viewer, pk=pk))
    return redirect("inbox:looks")


def _given(form: OfMessage) -> dict[str, Any]:
    return form.cleaned_data if form.is_valid() else {"revision": -1}


def _not_pressed(request: HttpRequest, message: Message, act: Callable[..., Any]) -> HttpResponse | None:
    """One press on a message; where it is refused, the page that says why."""
    try:
        act(viewer=request.viewer, message=message, **_given(OfMessage(request.POST)))
    except Refusal as refusal:
        return _refused(request, message, refusal)
    return None


def _onward(request: HttpRequest, message: Message) -> HttpResponse:
    """On to the next message that waits, or to the empty queue; either says what became of this one."""
    following = queries.next_waiting(request.viewer, message)
    to = reverse("inbox:one", args=[following.pk]) if following else reverse("inbox:queue")
    return redirect(f"{to}?after={message.pk}")


def _just_filed(request: HttpRequest) -> Message | None:
    return queries.dealt_with(request.viewer, request.GET.get("after", ""))


def _refused(request: HttpRequest, message: Message, refusal: Refusal) -> HttpResponse:
    return render(request, "inbox/refused.html", {"message": message, "sentence": said(refusal)}, status=409)


def _filed(
    request: HttpRequest, message: Message, form: OfMessage, act: Callable[..., Any], heading: str
) -> HttpResponse:
    """A form with the message beside it; what was typed stays when it is refused."""
    if form.is_valid():
        try:
            act(viewer=request.viewer, message=message, **form.given)
            return _onward(request, message)
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "inbox/file.html", _shown(request, message) | {"form": form, "heading": heading})
