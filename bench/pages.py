"""Asks each page many times in this process and prints one row a page; then the memory that this process needed."""

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection  # noqa: E402 - only after django.setup()
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from marac.accounts.models import User  # noqa: E402
from marac.cases.models import Case  # noqa: E402
from marac.meetings.models import Meeting  # noqa: E402
from marac.people.models import Person  # noqa: E402

ROW = "{:<28}{:>9}{:>11}{:>11}"


def pages() -> Iterator[tuple[str, Callable[[int], str]]]:
    """The name of a page, and its address the nth time: a different record each time where it shows one."""
    cases = list(Case.objects.order_by("-pk").values_list("pk", flat=True)[:200])
    meetings = list(Meeting.objects.filter(state="minuted").order_by("-held_on").values_list("pk", flat=True)[:50])
    people = list(Person.objects.order_by("-pk").values_list("surname", flat=True)[:200])
    yield "Today", lambda _n: reverse("office:today")
    yield "Cases", lambda _n: reverse("office:cases")
    yield "Case", lambda n: reverse("office:case", args=[cases[n % len(cases)]])
    yield "Search for a person", lambda n: f"{reverse('people:search')}?words={people[n % len(people)]}"
    yield "Meetings", lambda _n: reverse("meetings:all")
    yield "Meeting", lambda n: reverse("meetings:board", args=[meetings[n % len(meetings)]])


def main(times: int) -> None:
    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.get(email="coordinator@fellshire.example.org"))
    print(ROW.format("page", "queries", "p50 ms", "p95 ms"))
    for name, address in pages():
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address(0))
        queries = len(asked)  # now: the next request empties the log
        if answer.status_code != 200:
            raise SystemExit(f"{name} answered {answer.status_code}")
        took = sorted(_milliseconds(client, address(n)) for n in range(1, times + 1))
        median, slow = statistics.median(took), took[int(len(took) * 0.95) - 1]
        print(ROW.format(name, queries, f"{median:.1f}", f"{slow:.1f}"), flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of one process: {peak:.0f} MB")


def _milliseconds(client: Client, address: str) -> float:
    began = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]))
