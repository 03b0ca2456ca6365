"""Paging and search of long lists, and files handed to the browser."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property

PER_PAGE = 50
MANY = 250  # to count every row of ten years takes longer than to show the page
WORDS = "words"  # in the session: what was typed to search each list, by the address of the list
MOST_LETTERS = 200

First = Callable[[QuerySet[Any], int], QuerySet[Any]]


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
    each page leads on to the next and none counts everything. `first` narrows the list to rows among which its first so
    many are. What is searched for is counted whole: it is recorded."""
    if kept_words(request):
        return page_of(request, rows)
    asked = request.GET.get("page", "")
    before = int(asked) * PER_PAGE if asked.isdecimal() and len(asked) < 8 else 0
    limit = (before // MANY + 1) * MANY
    return _page(request, _CountedTo(limit, rows, first))


class _CountedTo(Paginator):
    """Pages of the first rows, as many as it may count; `more` says that there are others."""

    def __init__(self, limit: int, rows: QuerySet[Any], first: First) -> None:
        super().__init__(rows, PER_PAGE)
        self._limit, self._first = limit, first

    def page(self, number: int | str) -> Any:
        number = self.validate_number(number)
        bottom, top = (number - 1) * PER_PAGE, number * PER_PAGE
        return self._get_page(self._first(self.object_list, top)[bottom:top], number, self)

    @cached_property
    def count(self) -> int:
        return min(self._counted, self._limit)

    @property
    def more(self) -> bool:
        return self._counted > self._limit

    @cached_property
    def _counted(self) -> int:
        """At most one past the limit."""
        most = self._limit + 1
        number: int = self._first(self.object_list, most).values("pk")[:most].count()
        return number


def _page(request: HttpRequest, paginator: Paginator) -> Page:
    shown = paginator.get_page(request.GET.get("page"))
    return Page(
        rows=list(shown.object_list),
        total=paginator.count,
        words=kept_words(request),
        paging=_paging(request, paginator, shown.number) if paginator.num_pages > 1 else None,
        more=isinstance(paginator, _CountedTo) and paginator.more,
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


def download(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to save: always as an attachment, never shown by the browser."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
