"""The story of the invented county: a past written in bulk, and a present played through the product's operations."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

from marac.access.viewer import Viewer, the_system
from marac.demo.area import SINCE, Area
from marac.demo.history import Past, make_history
from marac.directory.models import Marac
from marac.directory.queries import holidays_of, profile_on, seats_on
from marac.kernel.workdays import next_workday
from marac.meetings import operations as meetings
from marac.meetings.rules import year_of_meetings
from marac.referrals import operations as referrals

# How many days of past, and how many cases a fortnight in the first MARAC and in the second: 860 a year in all.
SIZES = {"month": (30, 6, 3), "year": (365, 21, 12), "ten-years": (3652, 21, 12)}
DOCUMENTS = Path(__file__).parent / "documents"
ARRIVED = (("Norbrook", "norbrook-tolliver.docx"), ("Calderwick", "calderwick-email.eml"))


def tell_story(area: Area, *, size: str, seed: int, today: date, say: Callable[[str], None]) -> None:
    """The same seed and day give the same county."""
    days, *cases = SIZES[size]
    for number, marac in enumerate(area.maracs):
        past = _past(marac, Random(f"{seed} {marac.name}"), today)
        since = max(SINCE, today - timedelta(days=days))
        make_history(the_system(today), past, since=since, until=today, cases=cases[number], say=say)
        _plan_year(area.coordinator, marac, today)
    _documents_arrive(area)


def _past(marac: Marac, chance: Random, today: date) -> Past:
    profile = profile_on(marac.pk, today)
    return Past(
        marac=marac,
        profile=profile,
        holidays=holidays_of(profile),
        seats=list(seats_on(marac.pk, today)),
        chance=chance,
    )


def _plan_year(coordinator: Viewer, marac: Marac, today: date) -> None:
    holidays = holidays_of(profile_on(marac.pk, today))
    first = next_workday(today + timedelta(days=15), holidays)
    days = year_of_meetings(first, today + timedelta(days=365), holidays, every_weeks=2)
    meetings.plan_meetings(
        viewer=coordinator,
        marac=marac,
        days=[day.on for day in days],
        starts_at=time(9, 30),
        venue="Video link",
        chair="Maud Tarrant",
    )


def _documents_arrive(area: Area) -> None:
    """Two referrals wait to be reviewed: one came yesterday, one today."""
    maracs = {marac.name: marac for marac in area.maracs}
    for days_ago, (name, file) in zip((1, 0), ARRIVED, strict=True):
        viewer = replace(area.coordinator, today=area.coordinator.today - timedelta(days=days_ago))
        content = (DOCUMENTS / file).read_bytes()
        referrals.read_document(viewer=viewer, marac=maracs[name], name=file, content=content)
