"""Whether a case that somebody is barred from takes as long to be missing as one that does not exist.

Usage: python -m bench.alike [times], on a database that `marac demo` has filled; what it writes is taken back.
The noise is what the same question differs from itself, asked in the same run.
"""

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
    today = timezone.localdate()
    user = User.objects.get(email=f"{ACCOUNT}@fellshire.example.org")
    with transaction.atomic():
        case = Case.objects.visible_to(viewer_of(user, today)).latest("pk")
        bar(viewer=the_system(today), case=case, user=user, reason="They are related.")
        client, nobodys = signed_in(ACCOUNT), case.pk + 1_000_000
        for place in PLACES:
            keys = {"barred": case.pk, "missing": nobodys, "missing again": nobodys + 1}
            took = asked(client, place, keys, times)
            median = {name: statistics.median(each) for name, each in took.items()}
            differs = median["barred"] - median["missing"]
            noise = median["missing again"] - median["missing"]
            print(f"{place}: barred {median['barred']:.2f} ms, {differs:+.2f} to missing; noise {noise:+.2f}")
        transaction.set_rollback(True)


def asked(client: Client, place: str, keys: dict[str, int], times: int) -> dict[str, list[float]]:
    """In turn, so that what else the machine does falls on all alike."""
    took: dict[str, list[float]] = {name: [] for name in keys}
    told = set()
    for _each in range(times):
        for name, key in keys.items():
            began = time.perf_counter()
            answer = client.get(reverse(place, args=[key]))
            took[name].append((time.perf_counter() - began) * 1000)
            told.add((answer.status_code, TOKEN.sub(b"", answer.content)))
    if len(told) != 1:
        raise SystemExit(f"{place} answers in {len(told)} ways.")
    return took


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200)
