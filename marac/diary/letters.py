"""The mail that brings a calendar entry, or takes it back."""

from datetime import datetime

from django.utils.translation import gettext as _

from marac.diary import entries
from marac.diary.entries import Entry
from marac.diary.rules import Method
from marac.mail.letters import Letter


def invitation(entry: Entry, *, method: Method, sequence: int, organiser: str, attendee: str, at: datetime) -> Letter:
    people = {"organiser": organiser, "attendee": attendee}
    calendar = entries.invitation(entry, method=method, sequence=sequence, at=at, **people)
    cancelled = method is Method.CANCEL
    subject = _("Cancelled: %(title)s") % {"title": entry.title} if cancelled else entry.title
    what = _("This entry is taken out of your calendar.") if cancelled else _("This entry is for your calendar.")
    last = _("Sign in to see what it is for. If you want no such entries, say so on the page of your calendar.")
    return Letter(subject=subject, body=f"{what}\n\n{last}\n", calendar=calendar, method=method.value)
