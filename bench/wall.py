"""What the second wall costs on PostgreSQL: each list as two people see it, with the wall and without, in turn.

Usage: MARAC_DATABASE_URL=postgresql://… python -m bench.wall [times], on a database that `marac demo` has filled.
"""

import math
import statistics
import sys
import time

from bench.pages import signed_in  # first, for it sets Django up

from django.db import connection  # isort: skip
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from marac.access.wall import as_seen_by
from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.cases.policies import POLICIES

PEOPLE = ("coordinator", "police")
LISTS = ("office:today", "office:cases", "referrals:all", "meetings:all", "actions:all", "research:mine", "flags:mine")
ROUNDS = 4  # the wall goes down and up again so often, so that what else the machine does falls on both alike


def main(times: int) -> None:
    for account in PEOPLE:
        client = signed_in(account)
        took: dict[str, dict[str, list[float]]] = {name: {"ENABLE": [], "DISABLE": []} for name in LISTS}
        try:
            for _round in range(ROUNDS):
                for wall in ("ENABLE", "DISABLE"):
                    turn(wall)
                    for name in LISTS:
                        asked(client, reverse(name), 2)  # to warm up
                        took[name][wall] += asked(client, reverse(name), math.ceil(times / ROUNDS))
        finally:
            turn("ENABLE")
        print(f"{account}: the door itself {door(account, times):.2f} ms")
        print("list              p50 with  without   p95 with  without  (ms)")
        for name, of in took.items():
            a, b = sorted(of["ENABLE"]), sorted(of["DISABLE"])
            last = math.ceil(len(a) * 0.95) - 1
            print(f"{name:18}{statistics.median(a):8.1f} {statistics.median(b):8.1f}  {a[last]:9.1f} {b[last]:8.1f}")


def turn(wall: str) -> None:
    with connection.cursor() as cursor:
        for table in POLICIES:
            cursor.execute(f"ALTER TABLE marac_{table} {wall} ROW LEVEL SECURITY")


def asked(client: Client, address: str, times: int) -> list[float]:
    took = []
    for _each in range(times):
        began = time.perf_counter()
        client.get(address)
        took.append((time.perf_counter() - began) * 1000)
    return took


def door(account: str, times: int) -> float:
    """The median of telling the connection for whom it asks, which is done once a request."""
    viewer = viewer_of(User.objects.get(email=f"{account}@fellshire.example.org"), timezone.localdate())
    took = []
    for _each in range(times):
        began = time.perf_counter()
        with as_seen_by(viewer):
            took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 40)
