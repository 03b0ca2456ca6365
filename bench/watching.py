"""Those at a meeting, each at a screen of their own, asking as the pages do: run by bench/room.py.

python -m bench.watching ADDRESS WATCHING SECONDS
"""

import http.client
import math
import os
import random
import re
import statistics
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode, urlsplit

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["MARAC_SEES"] = "everything"  # what is set up here; each page is its viewer's
django.setup()

from django.db.models import Count  # noqa: E402 - only after django.setup()
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.aims import LIVE  # noqa: E402
from bench.pages import signed_in  # noqa: E402
from marac.access.roles import ALLOWED, Permission, Role  # noqa: E402
from marac.access.viewer import Viewer  # noqa: E402
from marac.accounts.models import Membership  # noqa: E402
from marac.meetings.models import AgendaItem, Meeting  # noqa: E402
from marac.room.operations.clock import begin_case  # noqa: E402

LIVE_ASKS, OTHERS_ASK, PAUSE = 3.0, 5.0, 2.0  # seconds: hx-trigger of the pages; between two that keep a line
TIMES = re.compile(r"all;dur=([0-9.]+), work;dur=([0-9.]+)")
MARK = re.compile(r'"seen": "([^"]*)"|id="seen"[^>]* value="([^"]*)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')

took: dict[str, list[tuple[float, float]]] = defaultdict(list)


class Screen:
    """Somebody signed in at one page, with what it last saw."""

    def __init__(self, address: str, account: str, page: str) -> None:
        self.server = urlsplit(address).netloc
        self.cookies = {"Cookie": f"sessionid={signed_in(account).cookies['sessionid'].value}"}
        self.seen, self.token = "", ""
        body = self.ask("page", page)
        if found := TOKEN.search(body):
            self.token = found[1]

    def ask(self, name: str, address: str, fields: dict[str, str] | None = None) -> str:
        """Kept under its name; one that answered with a page, and not that nothing is new, by itself."""
        headers = self.cookies | ({"X-Live": "1", "X-CSRFToken": self.token} if fields else {"HX-Request": "true"})
        body = urlencode(fields) if fields else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection(self.server)  # anew: the server keeps none for as long as a pause
        connection.request("POST" if body else "GET", address, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        if answer.status not in (200, 204):
            raise SystemExit(f"{name} answered {answer.status}: {text[:500]}")
        times = TIMES.search(answer.headers["Server-Timing"])
        took[name + (", nothing new" if answer.status == 204 else "")].append((float(times[1]), float(times[2])))
        for one in answer.headers.get_all("Set-Cookie") or []:
            if one.startswith("csrftoken="):
                self.cookies["Cookie"] += f"; {one.partition(';')[0]}"
        if found := MARK.search(text):
            self.seen = found[1] or found[2] or ""
        return text

    def watch(self, name: str, address: str) -> None:
        self.ask(name, f"{address}?{urlencode({'seen': self.seen})}")


def being_heard() -> AgendaItem:
    """A case at the meeting with the longest list, begun on its day."""
    open_now = Meeting.objects.filter(state__in=(Meeting.State.LISTED, Meeting.State.HELD))
    meeting = open_now.annotate(length=Count("items")).order_by("-length")[0]
    item = meeting.items.filter(state=AgendaItem.State.LISTED, began_at=None, case__restricted=False).order_by(
        "position"
    )[0]
    chair = Viewer(1, "The chair", Role.COORDINATOR, 1, frozenset({meeting.marac_id}), timezone.localdate())
    begin_case(viewer=replace(chair, today=meeting.held_on, at=timezone.now()), item=item)
    return item


def members(meeting: Meeting) -> list[str]:
    """Who may see the room, by what stands before the @ of their address."""
    roles = [role for role, allowed in ALLOWED.items() if Permission.SEE_MEETINGS in allowed]
    held = Membership.objects.in_force(timezone.localdate()).filter(marac=meeting.marac_id, role__in=roles)
    return [email.partition("@")[0] for email in held.values_list("user__email", flat=True).distinct()]


def every(seconds: float, until: float, what: Callable[[], object]) -> None:
    """As a page does: counted from the answer before."""
    time.sleep(random.uniform(0, seconds))
    while time.monotonic() < until:
        what()
        time.sleep(seconds)


def minute(screen: Screen, item: AgendaItem, since: str, who: str, until: float) -> None:
    """A line grows three times and is whole; each time the page asks what is new, and every three seconds."""
    agency, line = item.referral.agency.name, reverse("room:line", args=[item.pk])
    asked, turn = time.monotonic(), 0
    while time.monotonic() < until:
        key, text = f"{who}-{turn // 4}", "He was seen near the house again. " * (turn % 4 + 1)
        said = {"kind": "fact", "agency": agency, "text": text.strip(), "may_be_minuted": "yes"}
        screen.ask("save of a line", line, said | {"key": key, "turn": str(turn % 4 + 1)})
        screen.watch("Live", since)
        turn += 1
        time.sleep(PAUSE)
        if time.monotonic() - asked > LIVE_ASKS:
            screen.watch("Live", since)
            asked = time.monotonic()


def main(address: str, watching: int, seconds: int) -> None:
    item = being_heard()
    live, room = reverse("room:live", args=[item.pk]), reverse("room:shared", args=[item.meeting_id])
    accounts = members(item.meeting)
    screens = [Screen(address, accounts[number % len(accounts)], room) for number in range(watching)]
    writers = [Screen(address, "coordinator", live) for _each in range(2)]
    chair = Screen(address, "chair", reverse("room:chair", args=[item.pk]))
    took.clear()
    until = time.monotonic() + seconds
    since = {name: reverse(f"room:{name}", args=[item.pk]) for name in ("since", "chair-since")}
    shared = reverse("room:shared-since", args=[item.meeting_id])
    work = [lambda one=one: every(OTHERS_ASK, until, lambda: one.watch("Room", shared)) for one in screens]
    work.append(lambda: every(OTHERS_ASK, until, lambda: chair.watch("Chair", since["chair-since"])))
    for number, one in enumerate(writers):
        work.append(lambda one=one, number=number: minute(one, item, since["since"], f"key-{number}", until))
    at_once = [threading.Thread(target=each) for each in work]
    for each in at_once:
        each.start()
    for each in at_once:
        each.join()
    tell()


def tell() -> None:
    print("| asked | times | p50 | p95 | of the processor: p50 | p95 |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, found in sorted(took.items()):
        clock, work = (sorted(each) for each in zip(*found, strict=True))
        figures = [statistics.median(clock), _p95(clock), statistics.median(work), _p95(work)]
        print(f"| {name} | {len(found)} | {' | '.join(f'{each:.1f}' for each in figures)} |")
    saved = _p95(sorted(clock for clock, _work in took["save of a line"]))
    print(f"\nSave of a line: p95 {saved:.1f} ms, aim {LIVE} ms: {'met' if saved < LIVE else 'missed'}.")


def _p95(ordered: list[float]) -> float:
    return ordered[math.ceil(len(ordered) * 0.95) - 1]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
