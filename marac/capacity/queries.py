"""What pages ask about how full a meeting is: the forecast of one, and which to come are too full."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from marac.access.viewer import Viewer
from marac.agenda.models import Agenda
from marac.agenda.queries import Listed, Sitting, seen_by
from marac.agenda.rules.day import minute_of
from marac.agenda.rules.hand import MOVABLE
from marac.capacity.rules import Room, not_fitting, takes, why_so_long
from marac.directory.profile import Profile
from marac.kernel.text import Sentence
from marac.meetings.models import AgendaItem, Meeting, MeetingQuerySet
from marac.meetings.queries import usual_minutes


@dataclass(frozen=True)
class Forecast:
    """Of one meeting, by the cases that the viewer sees: `spill` are those that end after the meeting has to."""

    sitting: Sitting
    room: Room
    ends_at: time
    why: Sentence
    spill: Sequence[Listed]
    alerts: Sequence[AgendaItem]


def forecast(viewer: Viewer, meeting: Meeting) -> Forecast:
    found = seen_by(viewer, meeting)
    starts = minute_of(meeting.starts_at)
    ends = [minute_of(at) - starts for at in found.times[1:]]
    room = Room(ends[-1] if ends else 0, found.agenda.longest_minutes or found.profile.longest_minutes)
    usual = usual_minutes(meeting)
    alerts = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting, state=AgendaItem.State.ALERT)
    return Forecast(
        sitting=found,
        room=room,
        ends_at=found.times[-1],
        why=why_so_long(usual.minutes, usual.timed, usual.enough),
        spill=found.cases[len(found.cases) - not_fitting(ends, room.longest) :],
        alerts=list(alerts.select_related("case").order_by("position", "pk")),
    )


def to_come(viewer: Viewer, profiles: Mapping[int, Profile]) -> MeetingQuerySet[Meeting]:
    """Meetings of which it may have to be said that they are too full."""
    ahead = viewer.today + timedelta(days=max((each.full_days for each in profiles.values()), default=0))
    found: MeetingQuerySet[Meeting] = Meeting.objects.visible_to(viewer).filter(
        held_on__gte=viewer.today, held_on__lte=ahead, state__in=MOVABLE
    )
    return found


def with_minutes(viewer: Viewer, meetings: MeetingQuerySet[Meeting]) -> MeetingQuerySet[Meeting]:
    """Each with the minutes of its cases to be discussed, of those that the viewer sees, and its own longest time."""
    items = AgendaItem.objects.visible_to(viewer).filter(meeting=OuterRef("pk"), state=AgendaItem.State.LISTED)
    summed = items.order_by().values("meeting").annotate(minutes=Sum("minutes")).values("minutes")
    agenda = Agenda.objects.filter(meeting=OuterRef("pk")).values("longest_minutes")
    return meetings.annotate(cases=Coalesce(Subquery(summed), 0), longest=Subquery(agenda))


def is_too_full(meeting: Meeting, profile: Profile, today: date) -> bool:
    """Of a meeting as `with_minutes` gives it: it takes longer than it may, and is soon."""
    counted = vars(meeting)
    minutes = takes(
        cases=counted["cases"],
        opening=profile.opening_minutes,
        break_after=profile.break_after_minutes,
        break_minutes=profile.break_minutes,
    )
    soon = today <= meeting.held_on <= today + timedelta(days=profile.full_days)
    return soon and Room(minutes, counted["longest"] or profile.longest_minutes).over > 0
