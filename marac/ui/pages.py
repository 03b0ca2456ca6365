"""Paging and search of long lists, and files handed to the browser."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

PER_PAGE = 50


@dataclass(frozen=True)
class Page:
    """One page of a list: its rows, how many there are in all, and GOV.UK's paging parameters (None for one page)."""

    rows: list[Any]
    total: int
    words: str
    paging: dict[str, Any] | None


def page_of(request: HttpRequest, rows: Any, *, per_page: int = PER_PAGE) -> Page:
    """The page that the address asks for (`?page=2`), the nearest one if there is no such page."""
    paginator = Paginator(rows, per_page)
    shown = paginator.get_page(request.GET.get("page"))
    return Page(
        rows=list(shown.object_list),
        total=paginator.count,
        words=request.GET.get("words", "").strip()[:200],
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


def download(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to save: always as an attachment, never shown or sniffed by the browser."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer
