"""Plays the month at a server that is running, and prints what was counted as JSON: task to count, in two parts."""

import json
import os
import sys
from collections.abc import Callable
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
from effort.papers import Paper, Somebody, papers  # noqa: E402
from marac.directory.queries import holidays_of, profile_on, seats_on  # noqa: E402
from marac.kernel.workdays import add_workdays  # noqa: E402
from marac.meetings.models import AgendaItem, Meeting  # noqa: E402
from marac.people.models import Party  # noqa: E402
from tests import browser  # noqa: E402

DAYS_OF_REFERRALS, EACH_DAY = 10, 2


def main(address: str, home: Path, cases: int) -> None:
    today = timezone.localdate()
    meeting = _meeting(today)
    holidays = holidays_of(profile_on(meeting.marac_id, today))
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
            _referrals(month, referred, lambda number: add_workdays(today, number, holidays) if number else today)
            _the_rest(month, lambda number: add_workdays(meeting.held_on, number, holidays))
        finally:
            print(json.dumps({name: asdict(count) for name, count in hand.counts.items()}))


def _referrals(month: Month, referred: list[Paper], day: Callable[[int], date]) -> None:
    """Two on each day."""
    for first in range(0, len(referred), EACH_DAY):
        month.on(day(first // EACH_DAY))
        for paper in referred[first : first + EACH_DAY]:
            month.receive(paper)
            month.check()
            month.decide(paper)


def _the_rest(month: Month, after: Callable[[int], date]) -> None:
    """From the day on which referrals close to the return of the quarter."""
    meeting = month.meeting
    month.on(meeting.cut_off_on)
    month.list_the_cases()
    others.other_cases_are_withdrawn(meeting, month.referrals, meeting.cut_off_on)
    month.on(meeting.list_on)
    month.send_the_list()
    others.agencies_answer(meeting, meeting.list_on, chased=False)
    month.on(meeting.research_on)
    month.chase_research()
    others.agencies_answer(meeting, meeting.research_on, chased=True)
    agencies = [seat.agency.name for seat in seats_on(meeting.marac_id, meeting.held_on)]
    month.on(meeting.held_on)
    month.attend(agencies)
    month.minute(agencies)
    others.agencies_confirm_flags(meeting, after(1))
    others.chair_approves(meeting, after(1))
    month.on(after(2))
    month.issue_the_minutes()
    others.agencies_report(meeting, after(6))
    month.on(after(7))
    month.note_reports()
    month.look_at_what_is_late()
    month.look_at_flags()
    others.other_meetings_are_cancelled(meeting, after(7))
    month.make_the_return(_quarter(meeting.held_on))


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


def _quarter(day: date) -> str:
    first = (day.month - 1) // 3 * 3
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
    names = (*months, "November", "December")
    return f"{names[first]} to {names[first + 2]} {day.year}"


if __name__ == "__main__":
    main(sys.argv[1], Path(os.environ["MARAC_HOME"]), int(sys.argv[2]))
