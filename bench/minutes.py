"""How long the minutes of a large meeting take, put together and as Word and PDF: python -m bench.minutes [CASES]

On a database that `marac demo` has filled and that may be thrown away: cases that were heard on other days are put on
the list of the last meeting that was minuted, with all that was said of them and agreed, until there are so many.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

from bench.pages import signed_in  # first, for it sets Django up

from django.utils import timezone  # isort: skip

from marac.access.viewer import the_system
from marac.access.wall import as_seen_by
from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.circulation.printed import pdf_file
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.letters import minutes_letter, word_file
from marac.minutes.models import Entry
from marac.minutes.queries import cut_for, whole_minutes
from marac.papers.fields import Paper
from marac.papers.queries import office_sheet
from tests.minutes.area import made

TIMES = 9


def main(cases: int) -> None:
    signed_in("coordinator")
    today = timezone.localdate()
    coordinator = viewer_of(User.objects.get(email="coordinator@fellshire.example.org"), today)
    assert coordinator is not None
    meeting = Meeting.objects.filter(state="minuted", marac__in=coordinator.marac_ids).latest("held_on")
    widen(meeting, cases)
    content = whole_minutes(the_system(today), meeting)
    lines, agreed = (sum(len(case[name]) for case in content["cases"]) for name in ("lines", "actions"))
    print(f"{len(content['cases'])} cases, {lines} lines, {agreed} actions; load {os.getloadavg()[0]:.1f}")
    sheet = office_sheet(meeting.marac_id, Paper.MINUTES, today)
    letter = minutes_letter(content, 1, "", copy_for=sheet.copy_for)
    with as_seen_by(coordinator):
        measured("put together and cut", lambda: cut_for(coordinator, whole_minutes(coordinator, meeting)))
    size = measured("Word", lambda: word_file(content, 1, "", sheet=sheet))
    print(f"  {len(size) / 1e3:.0f} kB")
    size = measured("PDF", lambda: pdf_file(letter))
    print(f"  {len(size) / 1e3:.0f} kB")


def measured(name: str, make: Callable[[], Any]) -> Any:
    """The median of several, after one to warm up; and the first, which reads fonts and templates."""
    clock, work = [], []
    for _time in range(TIMES + 1):
        began, worked = time.perf_counter(), time.process_time()
        made_now = make()
        clock.append(time.perf_counter() - began)
        work.append(time.process_time() - worked)
    usual, worked = statistics.median(clock[1:]), statistics.median(work[1:])
    print(f"{name}: {usual:.2f} s, {worked:.2f} s of it work; the first {clock[0]:.2f} s")
    return made_now


def widen(meeting: Meeting, cases: int) -> None:
    """By those of which most was said."""
    here = set(AgendaItem.objects.filter(meeting=meeting).values_list("case", flat=True))
    heard = AgendaItem.objects.filter(meeting__marac=meeting.marac_id, state="heard").exclude(case__in=here)
    said = {item.pk: Entry.objects.filter(discussion__item=item).count() for item in heard}
    for item in sorted(heard, key=lambda each: -said[each.pk]):
        if len(here) >= cases:
            break
        if item.case_id not in here:
            here.add(item.case_id)
            item.meeting, item.position = meeting, len(here)
            made(item)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
