"""The dates of the world: a series with the meeting that it laid out, a chair who is away, and who asks to observe."""

from datetime import time
from typing import Any

from marac.access.roles import Role
from marac.attendance.models import Observer
from marac.meetings.models import Meeting
from marac.series.models import ChairAway, PlannedDate, Series


def keep_dates(world: Any, kind: str, meeting: Meeting) -> None:
    days = {"first_on": world.today, "until_on": world.today}
    series = Series(marac=meeting.marac, kind="meeting", pattern="weeks", weeks=2, starts_at=time(9, 30), **days)
    world.keep(kind, series)
    world.keep(kind, PlannedDate(series=series, meeting=meeting, wanted_on=world.today))
    away = {"from_on": world.today, "until_on": world.today}
    world.keep(kind, ChairAway(marac=meeting.marac, user=world.users[Role.CHAIR], **away))
    guest = {"agency": world.other, "name": f"Guest of {kind}", "why": "On placement", "asked_on": world.today}
    world.keep(kind, Observer(meeting=meeting, **guest))
