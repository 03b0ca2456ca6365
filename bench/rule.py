"""What `visible_to` adds to the newest page of each list, for two people: asked with it and without, in turn.

Usage: python -m bench.rule [times] [more MARACs], on a database that `marac demo` has filled. With a second number that
many more areas are first copied beside it, as a nation has them: their cases, seats, actions and flags. It stays so.
"""

import statistics
import sys
import time
from typing import Any

from bench.pages import signed_in  # noqa: F401 - first, for it sets Django up

from django.db import connection, transaction  # isort: skip
from django.utils import timezone

from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.actions.models import Action
from marac.cases.models import Case, CaseAccess
from marac.directory.models import Marac
from marac.flags.models import Flag
from marac.meetings.models import AgendaItem
from marac.people.models import Party
from marac.referrals.models import Referral
from marac.research.models import Request

LISTS = (Case, Referral, AgendaItem, Action, Flag, Request, Party)
PEOPLE = ("coordinator", "police")
ROWS = 50
FAR = 10_000_000  # between the numbers of one area's records and the next
COPIED = (Marac, Case, CaseAccess, Action, Flag)
OTHERWISE = {
    "prefix": "prefix || {n}",
    "name": "name || ' ' || {n}",
    "reference": "reference || '/' || {n}",
    "item_id": "NULL",
    "risk_id": "NULL",
}
MOVED = {"id", "case_id", "marac_id"}


def main(times: int, more: int) -> None:
    if more:
        beside(more)
    for account in PEOPLE:
        today = timezone.localdate()
        viewer = viewer_of(User.objects.get(email=f"{account}@fellshire.example.org"), today, at=timezone.now())
        print(f"{account}, {Case.objects.count()} cases\nlist          p50 with  without   p95 with  without  (ms)")
        for model in LISTS:
            seen, every = model.objects.visible_to(viewer), model.objects.all()
            a, b = in_turn([seen.order_by("-pk")[:ROWS], every.order_by("-pk")[:ROWS]], times)
            middle = f"{statistics.median(a):10.1f} {statistics.median(b):8.1f}"
            print(f"{model.__name__:12}{middle}  {a[_late(a)]:9.1f} {b[_late(b)]:8.1f}")


def in_turn(asked: list[Any], times: int) -> list[list[float]]:
    took: list[list[float]] = [[] for _each in asked]
    for turn in range(times + 1):
        for rows, each in zip(asked, took, strict=True):
            began = time.perf_counter()
            list(rows.all())
            if turn:
                each.append((time.perf_counter() - began) * 1000)
    return [sorted(each) for each in took]


def _late(took: list[float]) -> int:
    return -(-len(took) * 95 // 100) - 1


def beside(more: int) -> None:
    """By the database itself, from its own rows; those of the demonstration have the lowest numbers."""
    for number in range(1, more + 1):
        with transaction.atomic(), connection.cursor() as cursor:
            for model in COPIED:
                names = [field.column for field in model._meta.concrete_fields]
                values = ", ".join(_value(name, number) for name in names)
                table = model._meta.db_table
                cursor.execute(
                    f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} FROM {table} WHERE id < {FAR}"
                )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _value(name: str, number: int) -> str:
    return f"{name} + {number * FAR}" if name in MOVED else OTHERWISE.get(name, name).format(n=number)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 40, int(sys.argv[2]) if sys.argv[2:] else 0)
