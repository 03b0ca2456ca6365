"""What the second wall costs on PostgreSQL: each list as two people see it, with the wall and with it taken down.

Usage: MARAC_DATABASE_URL=postgresql://… python -m bench.wall [times], on a database that `marac demo` has filled.
"""

import statistics
import sys
import time
from functools import partial

from bench.pages import measure, signed_in  # first, for it sets Django up

from bench.asked import Asked, Request  # isort: skip
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from marac.access.wall import as_seen_by
from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.cases.policies import raise_wall, take_wall_down

PEOPLE = ("coordinator", "police")
LISTS = ("office:today", "office:cases", "referrals:all", "meetings:all", "actions:all", "research:mine", "flags:mine")


def main(times: int) -> None:
    pages = [Asked(place, partial(_at, reverse(place))) for place in LISTS]
    for account in PEOPLE:
        client = signed_in(account)
        up = {page.name: measure(client, page, times) for page in pages}
        take_wall_down(connection)
        try:
            down = {page.name: measure(client, page, times) for page in pages}
        finally:
            raise_wall(connection)
        print(f"{account}: the door itself {door(account, times):.2f} ms")
        print("list              p50 with  without   p95 with  without  (ms)")
        for name in up:
            a, b = up[name], down[name]
            print(f"{name:18}{a.p50:8.1f} {b.p50:8.1f}  {a.p95:9.1f} {b.p95:8.1f}")


def _at(address: str, _number: int) -> list[Request]:
    return [Request(address)]


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
