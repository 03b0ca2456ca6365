"""Finding people, and revealing one number or address. A name never stands in an address or a title."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.audit.reading import record_search
from marac.kernel.identifiers import display_phone
from marac.people import operations
from marac.people.elsewhere import may_be_known
from marac.people.finding import as_typed, people_found, why_not_searched
from marac.people.models import Address, Phone
from marac.people.queries import MOST_COMPARED, birth_in_words
from marac.ui.pages import page_of

SEARCHED = "people_searched"  # the words are kept in the session, for an address is seen by others


@requires(Permission.SEE_PEOPLE)
def search(request: HttpRequest) -> HttpResponse:
    """As one types, htmx asks for each pause; without it, the form does."""
    if request.method == "POST":
        request.session[SEARCHED] = as_typed(request.POST.get("words", ""))
        if "HX-Request" not in request.headers:
            return redirect("people:search")
    words = request.session.get(SEARCHED, "")
    cannot = why_not_searched(request.viewer, words)
    page = page_of(request, [] if cannot else people_found(request.viewer, words))
    elsewhere = not cannot and may_be_known(request.viewer, words)
    if words and not cannot:
        told = {"told_elsewhere": True} if elsewhere else {}
        record_search(request.viewer, "people", terms=words, found=page.total, **told)
    shown = {"page": page, "words": words, "cannot": cannot, "elsewhere": elsewhere}
    shown |= {"born": birth_in_words, "most": MOST_COMPARED}
    shown["may_join"] = request.viewer.may(Permission.JOIN_PEOPLE)
    shown["may_decide_serial"] = request.viewer.may(Permission.DECIDE_SERIAL)
    return render(request, "people/search.html", shown)


@requires(Permission.REVEAL)
@require_POST
def reveal_address(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Address, request.viewer, pk=pk)
    words = operations.reveal_address(viewer=request.viewer, address=found)
    return render(request, "people/revealed.html", {"address": words, "phone": None, "person_id": found.person_id})


@requires(Permission.REVEAL)
@require_POST
def reveal_phone(request: HttpRequest, pk: int) -> HttpResponse:
    found = visible_or_404(Phone, request.viewer, pk=pk)
    words = operations.reveal_phone(viewer=request.viewer, phone=found)
    shown = {"address": None, "phone": words, "found": found, "show_phone": display_phone, "person_id": found.person_id}
    return render(request, "people/revealed.html", shown)
