"""Calendar entries as Outlook and others read them (RFC 5545, RFC 5546), naming nobody and no place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, vCalAddress

from marac.diary.rules import HOURS, Method, Span

MADE_BY = "-//Diary//Meetings//EN"
# The rule of British clocks, which has no end. What a library lists from the zone's history ends in 2038.
BRITISH_CLOCKS = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True)
class Entry:
    """`when` is a span of time, or a whole day."""

    uid: str
    title: str
    when: Span | date


def invitation(entry: Entry, *, method: Method, sequence: int, organiser: str, attendee: str, at: datetime) -> str:
    """One entry for one person. No answer is asked for: nobody reads what comes back to the address."""
    event = _event(entry, at)
    event.add("sequence", sequence)
    event.add("status", "CANCELLED" if method is Method.CANCEL else "CONFIRMED")
    event.add("organizer", vCalAddress(f"mailto:{organiser}"))
    asked = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
    event.add("attendee", vCalAddress(f"mailto:{attendee}", params=asked))
    return _calendar(method.value, [event])


def feed(entries: Iterable[Entry], at: datetime) -> str:
    """All of one person's entries, to be fetched again now and then."""
    hours: dict[str, Any] = {"X-PUBLISHED-TTL": "PT4H", "X-WR-CALNAME": _("Meetings")}
    return _calendar("PUBLISH", [_event(entry, at) for entry in entries], **hours)


def _calendar(method: str, events: Iterable[Event], **more: str) -> str:
    made = Calendar()
    made.add("prodid", MADE_BY)
    made.add("version", "2.0")
    made.add("method", method)
    for name, value in more.items():
        made.add(name, value)
    made.add_component(Timezone.from_ical(BRITISH_CLOCKS))
    for event in events:
        made.add_component(event)
    return made.to_ical().decode()


def _event(entry: Entry, at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", at)
    event.add("summary", entry.title)
    event.add("class", "PRIVATE")
    if isinstance(entry.when, Span):
        event.add("dtstart", entry.when.starts_at.astimezone(HOURS))
        if entry.when.ends_at is not None:
            event.add("dtend", entry.when.ends_at.astimezone(HOURS))
    else:
        event.add("dtstart", entry.when)
        event.add("dtend", entry.when + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    return event
