"""Plays the month at a server that is running, and prints what was counted as JSON: task to count, in two parts."""

import json
import os
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs an event loop in this thread
django.setup()

from django.utils import timezone  # noqa: E402 - only after django.setup()
from playwright.sync_api import sync_playwright  # noqa: E402

from effort import others  # noqa: E402
from effort.hand import Hand  # noqa: E402
from effort.month import Month  # noqa: E402
from effort.papers import Somebody, papers  # noqa: E402
from effort.story import play_the_month  # noqa: E402
from marac.kernel.workdays import add_workdays  # noqa: E402
from marac.meetings.models import AgendaItem, Meeting  # noqa: E402
from marac.people.models import Party  # noqa: E402
from tests import browser  # noqa: E402

DAYS_OF_REFERRALS = 10


def main(address: str, home: Path, cases: int) -> None:
    today = timezone.localdate()
    meeting = _meeting(today)
    referred = papers(home, _known(meeting, today), number=cases)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser.executable(), args=browser.FLAGS)
        page = opened.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB").new_page()
        page.set_default_timeout(60_000)
        hand = Hand(page)

        def on(day: date) -> None:
            (home / "days-ahead").write_text(str((day - today).days))
            month.sign_in()
            print(f"{day:%A %d %B}", file=sys.stderr, flush=True)

        month = Month(hand=hand, address=address, meeting=meeting, on=on)
        try:
            play_the_month(month, referred, today)
        finally:
            print(json.dumps({name: asdict(count) for name, count in hand.counts.items()}))


def _meeting(today: date) -> Meeting:
    """The first whose referrals close after the ten days on which they come."""
    planned = Meeting.objects.filter(marac__name="Norbrook", state=Meeting.State.PLANNED, held_on__gt=today)
    return planned.select_related("marac").filter(cut_off_on__gte=add_workdays(today, DAYS_OF_REFERRALS, ())).first()


def _known(meeting: Meeting, today: date) -> list[tuple[Somebody, Somebody]]:
    """Victims and perpetrators of cases that the office sees and that the MARAC has heard, who come again."""
    pairs: dict[int, dict[str, Somebody]] = {}
    heard = AgendaItem.objects.filter(meeting__marac=meeting.marac_id, state="heard").values("case")
    parties = Party.objects.visible_to(others.office(today)).filter(case__in=heard, unborn=False)
    for party in parties.select_related("person").order_by("pk"):
        person = party.person
        if person.born_from and person.born_from == person.born_until:
            pairs.setdefault(party.case_id, {})[party.role] = Somebody(
                person.surname, person.forenames, person.born_from
            )
    whole = [each for each in pairs.values() if {"victim", "perpetrator"} <= set(each)]
    return [(each["victim"], each["perpetrator"]) for each in whole]


if __name__ == "__main__":
    main(sys.argv[1], Path(os.environ["MARAC_HOME"]), int(sys.argv[2]))
