"""Fills the trail as a year would, and times single readings: python -m bench.filling ENTRIES READS."""

import os
import sys
import time
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import transaction  # noqa: E402 - only after django.setup()

from bench.trail import READ_WITHIN, told  # noqa: E402
from marac.access.roles import Role  # noqa: E402
from marac.access.viewer import Viewer  # noqa: E402
from marac.audit.chain import Entry, append  # noqa: E402
from marac.audit.reading import record_reading  # noqa: E402

BATCH = 2000
WHO = Viewer(7, "Ada Quill", Role.COORDINATOR, 3, frozenset({1}), date(2026, 3, 4))


def entry(number: int) -> Entry:
    """Two changes in ten, as large as an action that was reported on; the rest readings of a case."""
    if number % 10 < 8:
        return Entry("read", "case", case_id=number % 4000)
    fields = {"state": ["open", "done"], "report": ["", f"The locks were changed, job {number}."], "revision": [1, 2]}
    changes = [{"model": "Action", "pk": number, "fields": fields}]
    return Entry("change", "ActionReported", "actions.report", number % 4000, {"action_id": number}, changes)


def main(entries: int, reads: int) -> None:
    began = time.perf_counter()
    for first in range(0, entries, BATCH):
        with transaction.atomic():
            append(WHO, [entry(number) for number in range(first, min(first + BATCH, entries))])
    print(f"{entries} entries written in {time.perf_counter() - began:.0f} s.")
    wall, cpu = [], []
    for number in range(reads):
        began, worked = time.perf_counter(), time.process_time()
        record_reading(WHO, "case", case_id=number)
        wall.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - worked) * 1000)
    print(told("A reading, by the clock", wall))
    print(told(f"A reading, work only (aim: under {READ_WITHIN} ms)", cpu))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
