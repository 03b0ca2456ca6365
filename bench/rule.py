"""What `visible_to` adds to each list, for people of several roles: asked with it and without, in turn.

Usage: python -m bench.rule [times] [more MARACs], on a database that `marac demo` has filled. The pages' lists are
asked as their pages ask them, first page and count, and what hangs from the last meeting whole. With a second number
that many more areas are first copied beside it (bench/beside.py), as a nation has them. They stay.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bench.pages import signed_in  # noqa: F401 - first, for it sets Django up

from django.db.models import QuerySet  # isort: skip
from django.http import HttpRequest
from django.utils import timezone

from bench.beside import FAR, beside
from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.actions.models import Action
from marac.actions.queries import Filters, actions_found
from marac.cases.lists import of_each_marac
from marac.cases.models import Case
from marac.flags.queries import gaps, my_flags
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.queries import meetings_found
from marac.office.casefile import cases_found
from marac.people.models import Party
from marac.referrals.queries import referrals_found
from marac.research.queries import my_requests, unanswered
from marac.ui.pages import page_of, page_of_many


def many(marac: str) -> Callable[..., Any]:
    return lambda request, rows: page_of_many(request, rows, of_each_marac(request.viewer, marac))


PEOPLE = ("coordinator", "police", "housing", "adviser")
PAGES: dict[str, tuple[Callable[..., Any], Callable[[Viewer], QuerySet[Any]]]] = {
    "Cases": (many("marac"), lambda viewer: cases_found(viewer, "")),
    "Referrals": (many("marac"), referrals_found),
    "Actions": (many("case_marac"), lambda viewer: actions_found(viewer, Filters())),
    "Actions, late": (many("case_marac"), lambda viewer: actions_found(viewer, Filters(state="late"))),
    "Actions, all": (many("case_marac"), lambda viewer: actions_found(viewer, Filters(state="all"))),
    "Own actions": (many("case_marac"), lambda viewer: actions_found(viewer, Filters(agency="mine"))),
    "Own flags": (many("case_marac"), my_flags),
    "Flags missing": (page_of, gaps),
    "Own research": (page_of, my_requests),
    "Unanswered": (page_of, unanswered),
    "Meetings": (page_of, lambda viewer: meetings_found(viewer, year=viewer.today.year)),
}
OF_A_MEETING = {
    "listings__meeting": Case,
    "meeting": AgendaItem,
    "case__listings__meeting": Party,
    "item__meeting": Action,
}


def main(times: int, more: int) -> None:
    if more:
        beside(more)
    for account in PEOPLE:
        today = timezone.localdate()
        viewer = viewer_of(User.objects.get(email=f"{account}@fellshire.example.org"), today, at=timezone.now())
        assert viewer is not None
        print(f"{account}, {Case.objects.count()} cases; milliseconds")
        print("list                p50 with  without  p95 with  without  CPU with  without")
        for name, asked in lists().items():
            a, b = in_turn(asked, [viewer, replace(viewer, role=Role.SYSTEM)], times)
            print(f"{name:18}" + "".join(f"{x:9.1f}{y:9.1f} " for x, y in zip(a, b, strict=True)), flush=True)


def lists() -> dict[str, Callable[[Viewer], object]]:
    pages = {name: _page(page, found) for name, (page, found) in PAGES.items()}
    return pages | {f"{model.__name__} of meeting": _of_meeting(path, model) for path, model in OF_A_MEETING.items()}


def _page(page: Callable[..., Any], found: Callable[[Viewer], QuerySet[Any]]) -> Callable[[Viewer], object]:
    request = HttpRequest()
    request.session = {}  # type: ignore[assignment]

    def asked(viewer: Viewer) -> object:
        vars(request)["viewer"] = viewer
        return page(request, found(viewer))

    return asked


def _of_meeting(path: str, model: Any) -> Callable[[Viewer], object]:
    held = Meeting.objects.filter(state=Meeting.State.MINUTED, pk__lt=FAR).latest("held_on", "pk")
    return lambda viewer: list(model.objects.visible_to(viewer).filter(**{path: held.pk}).order_by("pk"))


def in_turn(asked: Callable[[Viewer], object], viewers: list[Viewer], times: int) -> list[list[float]]:
    """For each viewer the median and the 95th of a hundred in milliseconds, and the median of this process's work. The
    first two askings are to warm up."""
    took: list[list[tuple[float, float]]] = [[] for _each in viewers]
    for turn in range(times + 2):
        for viewer, each in zip(viewers, took, strict=True):
            began, worked = time.perf_counter(), time.process_time()
            asked(viewer)
            if turn > 1:
                each.append(((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000))
    return [_told(each) for each in took]


def _told(took: list[tuple[float, float]]) -> list[float]:
    wall, cpu = (sorted(each) for each in zip(*took, strict=True))
    return [statistics.median(wall), wall[-(-len(wall) * 95 // 100) - 1], statistics.median(cpu)]


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 40, int(sys.argv[2]) if sys.argv[2:] else 0)
