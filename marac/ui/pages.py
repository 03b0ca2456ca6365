"""Paging and search of long lists, and files handed to the browser."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.db.models.sql.where import WhereNode
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

PER_PAGE = 50
MANY = 250  # to count every row of ten years takes longer than to show the page
WORDS = "words"  # in the session: what was typed to search each list, by the address of the list
MOST_LETTERS = 200

First = Callable[[QuerySet[Any], int], list[int]]  # the numbers of the first so many rows of a list


@dataclass(frozen=True)
class Page:
    """One page of a list: its rows, how many there are in all (or that there are more), and GOV.UK's paging
    parameters (None for one page)."""

    rows: list[Any]
    total: int
    words: str
    paging: dict[str, Any] | None
    more: bool = False


def keep_words(request: HttpRequest) -> HttpResponse:
    """What was typed in the search box is kept in the session, never in an address, which others see; then the list."""
    words = "" if "clear" in request.POST else request.POST.get("words", "").strip()[:MOST_LETTERS]
    request.session[WORDS] = request.session.get(WORDS, {}) | {request.path: words}
    query = request.GET.copy()
    query.pop("page", None)
    return redirect(f"{request.path}?{query.urlencode()}" if query else request.path)


def kept_words(request: HttpRequest) -> str:
    """What this list is searched for now; empty where nothing was typed."""
    words: str = request.session.get(WORDS, {}).get(request.path, "")
    return words


def page_of(request: HttpRequest, rows: Any, *, per_page: int = PER_PAGE) -> Page:
    """The page that the address asks for (`?page=2`), the nearest one if there is no such page."""
    return _page(request, Paginator(rows, per_page))


def page_of_many(request: HttpRequest, rows: QuerySet[Any], first: First) -> Page:
    """The same of a list that grows with the years: counted to the next 250 after the page that is shown, so that
    each page leads on to the next and none counts everything. What is searched for is counted whole: it is recorded.

    Who may see what is asked once, for the numbers of the rows; those of the page are then fetched by their numbers."""
    if kept_words(request):
        return page_of(request, rows)
    asked = request.GET.get("page", "")
    before = int(asked) * PER_PAGE if asked.isdecimal() and len(asked) < 8 else 0
    limit = (before // MANY + 1) * MANY
    numbers = first(rows, limit + 1)
    page = _page(request, Paginator(numbers[:limit], PER_PAGE))
    return replace(page, rows=_of_numbers(rows, page.rows), more=len(numbers) > limit)


def _of_numbers(rows: QuerySet[Any], numbers: list[int]) -> list[Any]:
    """These rows in this order, which have been found among `rows`: nothing of that is asked again."""
    found = rows.order_by()
    found.query.where = WhereNode()
    each = {row.pk: row for row in found.filter(pk__in=numbers)}
    return [each[number] for number in numbers if number in each]


def _page(request: HttpRequest, paginator: Paginator) -> Page:
    shown = paginator.get_page(request.GET.get("page"))
    return Page(
        rows=list(shown.object_list),
        total=paginator.count,
        words=kept_words(request),
        paging=_paging(request, paginator, shown.number) if paginator.num_pages > 1 else None,
    )


def _paging(request: HttpRequest, paginator: Paginator, current: int) -> dict[str, Any]:
    def link(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    items = [
        {"ellipsis": True}
        if number == paginator.ELLIPSIS
        else {"number": number, "href": link(number), "current": number == current}
        for number in paginator.get_elided_page_range(current, on_each_side=1, on_ends=1)
    ]
    paging: dict[str, Any] = {"items": items}
    if current > 1:
        paging["previous"] = {"href": link(current - 1)}
    if current < paginator.num_pages:
        paging["next"] = {"href": link(current + 1)}
    return paging


def page_before(request: HttpRequest) -> str:
    """The path of the page that led here, which its browser tells us; nothing of another site."""
    said = urlsplit(request.headers.get("Referer", ""))
    return said.path if said.netloc == request.get_host() else ""


PDF_FILE = "application/pdf"


def download(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to save: always as an attachment, never shown by the browser."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
