"""Whether a case that somebody is barred from takes as long to be missing as one that does not exist.

Usage: python -m bench.alike [times], on a database that `marac demo` has filled; what it writes is taken back.
The noise is what the same question differs from itself, asked in the same run. *Work* is of this process alone; other
work on the machine is not in it, nor is PostgreSQL's.
"""

import logging
import re
import statistics
import sys
import time

from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bench.pages import signed_in  # first, for it sets Django up
from marac.access.viewer import the_system
from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.cases.models import Case
from marac.cases.operations import bar

ACCOUNT = "police"
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
PLACES = ("office:case", "flags:ask", "records:case")


def main(times: int) -> None:
    logging.disable()  # of every page that is missing
    today = timezone.localdate()
    user = User.objects.get(email=f"{ACCOUNT}@fellshire.example.org")
    with transaction.atomic():
        case = Case.objects.visible_to(viewer_of(user, today)).latest("pk")
        bar(viewer=the_system(today), case=case, user=user, reason="They are related.")
        client, nobodys = signed_in(ACCOUNT), case.pk + 1_000_000
        for place in PLACES:
            keys = {"barred": case.pk, "missing": nobodys, "missing again": nobodys + 1}
            took = asked(client, place, keys, times)
            print(f"{place}: by the clock {told(took, 0)}; work {told(took, 1)}")
        transaction.set_rollback(True)


def told(took: dict[str, list[tuple[float, float]]], which: int) -> str:
    median = {name: statistics.median(each[which] for each in both) for name, both in took.items()}
    differs, noise = median["barred"] - median["missing"], median["missing again"] - median["missing"]
    return f"barred {median['barred']:.2f} ms, {differs:+.2f} to missing, noise {noise:+.2f}"


def asked(client: Client, place: str, keys: dict[str, int], times: int) -> dict[str, list[tuple[float, float]]]:
    """In turn, so that what else the machine does falls on all alike; the first two are to warm up."""
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in keys}
    answers = set()
    for _each in range(times + 2):
        for name, key in keys.items():
            began, worked = time.perf_counter(), time.process_time()
            answer = client.get(reverse(place, args=[key]))
            took[name].append(((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000))
            answers.add((answer.status_code, TOKEN.sub(b"", answer.content)))
    if len(answers) != 1:
        raise SystemExit(f"{place} answers in {len(answers)} ways.")
    return {name: each[2:] for name, each in took.items()}


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200)
