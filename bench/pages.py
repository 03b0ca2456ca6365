"""Asks each page many times in this process, and prints a row for each as JSON: queries, CPU, p50 and p95."""

import json
import math
import os
import statistics
import sys
import time
from dataclasses import dataclass

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["MARAC_SEES"] = "everything"  # what is asked here beside the pages; each page is its viewer's
django.setup()

from django.db import connection  # noqa: E402 - only after django.setup()
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.aims import NOT_QUERIES  # noqa: E402
from bench.asked import Asked, everything  # noqa: E402
from marac.accounts.models import User  # noqa: E402
from marac.signin.session import begin  # noqa: E402


@dataclass(frozen=True)
class Measured:
    """Milliseconds; `queries` is the most that one asking needed. `cpu` is the median of what this process worked:
    other work on the machine, and the wait for a disk or for PostgreSQL, are not in it."""

    queries: int
    cpu: float
    p50: float
    p95: float
    aim: int
    queries_aim: int


def main(times: int) -> None:
    client = signed_in("coordinator")
    rows = {}
    for page in everything():
        rows[page.name] = vars(measure(client, page, times))
        print(page.name, rows[page.name]["p95"], file=sys.stderr)
    json.dump(rows, sys.stdout)


def signed_in(account: str) -> Client:
    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.get(email=f"{account}@fellshire.example.org"))
    session = client.session
    begin(session, timezone.now(), "authenticator")
    session.save()
    return client


def measure(client: Client, page: Asked, times: int) -> Measured:
    """What comes before is not measured; the first two are to warm up, and count the queries."""
    queries = max(_queries(client, page, number) for number in range(2))
    both = [_milliseconds(client, page, number) for number in range(2, times + 2)]
    took = sorted(wall for wall, _cpu in both)
    worked = statistics.median(cpu for _wall, cpu in both)
    slow = took[math.ceil(len(took) * 0.95) - 1]
    return Measured(queries, worked, statistics.median(took), slow, page.aim, page.queries)


def _queries(client: Client, page: Asked, number: int) -> int:
    if page.before:
        page.before(client, number)
    with CaptureQueriesContext(connection) as asked:
        for request in page.requests(number):
            _answered(page, request.send(client))
    said = [each["sql"] for each in asked.captured_queries]  # now: the next request empties the log
    return len([sql for sql in said if not sql.startswith(NOT_QUERIES)])


def _milliseconds(client: Client, page: Asked, number: int) -> tuple[float, float]:
    """By the clock on the wall, and by what this process worked."""
    if page.before:
        page.before(client, number)
    requests = page.requests(number)
    began, worked = time.perf_counter(), time.process_time()
    answers = [request.send(client) for request in requests]
    took = ((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000)
    for answer in answers:
        _answered(page, answer)
    return took


def _answered(page: Asked, answer: object) -> None:
    if answer.status_code not in (200, 302):
        raise SystemExit(f"{page.name} answered {answer.status_code}")
    if answer.status_code == 200 and b'class="govuk-error-summary"' in answer.content:
        raise SystemExit(f"{page.name} was refused: {answer.content.decode()[:4000]}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
