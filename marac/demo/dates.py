"""The county's dates: meetings each fortnight, a daily triage that feeds them, and closing dates without a sitting."""

from datetime import date, time, timedelta

from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.directory.models import Marac
from marac.directory.queries import profile_on
from marac.kernel.workdays import next_workday
from marac.meetings.models import Meeting
from marac.meetings.operations import cancel_meeting
from marac.series import operations as series
from marac.series.models import PlannedDate, Series
from marac.series.queries import holidays_named, triage_days
from marac.series.rules import SHARED, Booking, Kind, Pattern, Plan

AHEAD = timedelta(days=350)
ROOM, LINK = "Committee room 2, Fellbridge Town Hall", "https://video.example.org/r/4711"


def plan_year(viewer: Viewer, marac: Marac, first: date) -> list[Meeting]:
    """A year of fortnightly meetings; the next is a few days away. Its list goes out later."""
    plan = Plan(
        kind=Kind.MEETING,
        pattern=Pattern.WEEKS,
        weeks=2,
        first_on=first,
        until_on=first + AHEAD,
        starts_at=time(9, 30),
        ends_at=time(13, 0),
        venue=ROOM,
        link=LINK,
        chair=SHARED,
    )
    made = series.publish(viewer=viewer, marac=marac, plan=plan)
    return [each.meeting for each in made.dates.select_related("meeting").order_by("meeting__held_on")]


def arrange_dates(viewer: Viewer, marac: Marac, chair: User) -> None:
    """What the office did since: rooms booked, a date moved and one cancelled, a chair away, a daily triage."""
    meetings = Series.objects.get(marac=marac, kind=Kind.MEETING.value)
    dates = list(meetings.dates.select_related("meeting").order_by("meeting__held_on"))
    for planned, booking in ((dates[0], Booking.BOOKED), (dates[1], Booking.ASKED)):
        _book(viewer, planned, booking)
    holidays = holidays_named(profile_on(marac.pk, viewer.today))
    moved = dates[3].meeting
    on = next_workday(moved.held_on, holidays)
    reason = "The chair is at the regional conference that day."
    series.move(viewer=viewer, meeting=moved, on=on, starts_at=time(13, 30), reason=reason)
    cancel_meeting(viewer=viewer, meeting=dates[8].meeting, reason="The building is closed that week.")
    off = dates[5].meeting.held_on
    series.say_away(viewer=viewer, marac=marac, user=chair.pk, from_on=off, until_on=off + timedelta(days=6))
    plan = Plan(Kind.TRIAGE, Pattern.DAILY, viewer.today, viewer.today + AHEAD, time(9, 0), feeds=meetings.pk)
    triage = series.publish(viewer=viewer, marac=marac, plan=plan)
    series.skip(
        viewer=viewer, series=triage, on=triage_days(triage, holidays)[10], reason="Training day of the police."
    )


def plan_closing_dates(viewer: Viewer, marac: Marac, first: date) -> None:
    """Once a month, information about cases that are not discussed is in by a date, and nobody sits."""
    plan = Plan(Kind.CLOSING, Pattern.MONTHLY, first, first + AHEAD, time(17, 0))
    series.publish(viewer=viewer, marac=marac, plan=plan)


def _book(viewer: Viewer, planned: PlannedDate, booking: Booking) -> None:
    done = booking is Booking.BOOKED
    series.arrange(
        viewer=viewer,
        date=planned,
        chair=str(planned.chaired_by_id or ""),
        venue=planned.meeting.venue,
        link=planned.meeting.link,
        booking=booking.value,
        booking_note="With the town hall; tea for twenty" if done else "",
        private=done,
        reachable=done,
    )
