"""Invitations and private addresses, read back from a real calendar server."""

from datetime import UTC, date, datetime, time
from email import message_from_bytes

import pytest
from icalendar import Calendar

from marac.access.roles import Role
from marac.diary import operations
from marac.diary.entries import feed
from marac.diary.models import Invited
from marac.diary.queries import diary_of, entries_of
from marac.mail.post import send_due
from marac.meetings.models import Meeting
from marac.meetings.operations import cancel_meeting
from marac.series import operations as series
from tests import make
from tests.diary.conftest import AT

pytestmark = pytest.mark.django_db


def mails(mailoutbox):
    """The calendar entries that have left since the last look, as mails; not the notices that something waits."""
    send_due(make.system(), lambda: AT)
    found = [each for each in mailoutbox if each.alternatives]
    mailoutbox.clear()
    return found


def part_of(mail):
    """As it arrives: after the text, the entry."""
    _text, entry = message_from_bytes(mail.message().as_bytes()).get_payload()
    return entry


def sent(mailoutbox):
    return [part_of(each) for each in mails(mailoutbox)]


def taken(calendars, part):
    """As a calendar program keeps an invitation: under its own name, without the method (RFC 4791, 4.1)."""
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    assert part.get_param("method") == calendar.pop("method")
    name = f"{calendar.events[0]['uid']}.ics"
    calendars.put(name, calendar.to_ical().decode())
    return name


def kept(calendars, name):
    (event,) = Calendar.from_ical(calendars.get(name)).events
    return event


def moments(event):
    return event["dtstart"].dt.astimezone(UTC), event["dtend"].dt.astimezone(UTC)


def test_an_invitation_is_kept_moved_and_taken_back_by_a_real_calendar_server(
    calendars, published, coordinator, round_of, mailoutbox
):
    assert round_of() == 2
    names = [taken(calendars, each) for each in sent(mailoutbox)]
    before, after = (kept(calendars, name) for name in names)
    assert moments(before) == (datetime(2099, 3, 9, 9, 30, tzinfo=UTC), datetime(2099, 3, 9, 12, 0, tzinfo=UTC))
    assert moments(after) == (datetime(2099, 4, 6, 8, 30, tzinfo=UTC), datetime(2099, 4, 6, 11, 0, tzinfo=UTC))
    assert (before["sequence"], before["status"]) == (0, "CONFIRMED")

    meeting = Meeting.objects.first()
    series.move(viewer=coordinator, meeting=meeting, on=date(2099, 3, 31), starts_at=time(9, 30), reason="Hall let")
    assert round_of() == 1
    (moved,) = sent(mailoutbox)
    assert taken(calendars, moved) == names[0]
    event = kept(calendars, names[0])
    assert moments(event) == (datetime(2099, 3, 31, 8, 30, tzinfo=UTC), datetime(2099, 3, 31, 11, 0, tzinfo=UTC))
    assert event["sequence"] == 1

    cancel_meeting(viewer=coordinator, meeting=meeting, reason="Too few cases")
    assert round_of() == 1
    (gone,) = sent(mailoutbox)
    assert gone.get_param("method") == "CANCEL"
    assert taken(calendars, gone) == names[0]
    assert (kept(calendars, names[0])["status"], kept(calendars, names[0])["sequence"]) == ("CANCELLED", 2)
    assert round_of() == 0


def test_what_a_private_address_gives_is_kept_by_a_real_calendar_server(calendars, published, area, police, ada):
    viewer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police, user=ada)
    operations.make_address(viewer=viewer)

    given = Calendar.from_ical(feed(entries_of(diary_of(viewer), make.TODAY), AT))
    zone = given.timezones[0]
    read = []
    for event in given.events:
        one = Calendar(prodid=given["prodid"], version="2.0")
        one.add_component(zone)
        one.add_component(event)
        calendars.put(f"{event['uid']}.ics", one.to_ical().decode())
        read.append(kept(calendars, f"{event['uid']}.ics"))

    first = Meeting.objects.first()
    days = [each["dtstart"].dt for each in read if each["summary"] == f"Meeting {first.pk}: Research is due"]
    assert days == [first.research_on]
    whole = [each for each in read if not isinstance(each["dtstart"].dt, datetime)]
    assert (len(read), len(whole)) == (6, 4)


def test_the_clocks_in_an_invitation_are_those_of_britain_for_ever(published, round_of, mailoutbox):
    round_of()

    calendar = Calendar.from_ical(sent(mailoutbox)[0].get_payload(decode=True))
    rules = [str(part["rrule"].to_ical(), "ascii") for part in calendar.timezones[0].subcomponents]
    assert rules == ["FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"]


def test_nothing_that_is_sent_says_what_it_is_about(area, published, ada, round_of, mailoutbox):
    round_of()

    found = mails(mailoutbox)
    assert len(found) == 2
    for mail in found:
        entry = part_of(mail).get_payload(decode=True).decode()
        said = f"{mail.subject} {mail.body} {entry}".replace("no-reply@openmarac.example.org", "")
        told = [word for word in ("marac", "domestic", "quill", "northmoor", "room 2") if word in said.lower()]
        assert told == []


def test_outlook_gets_the_text_first_and_then_the_entry_with_its_method(published, round_of, mailoutbox):
    round_of()

    message = message_from_bytes(mails(mailoutbox)[0].message().as_bytes())
    assert message.get_content_type() == "multipart/alternative"
    assert [each.get_content_type() for each in message.get_payload()] == ["text/plain", "text/calendar"]
    entry = message.get_payload()[1]
    assert (entry.get_param("method"), entry.get_content_charset()) == ("REQUEST", "utf-8")
    assert Invited.objects.count() == 2
