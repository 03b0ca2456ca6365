"""Invitations that follow the meetings, a private address made and withdrawn, and the wish not to be invited."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.operation import lock, operation, record
from marac.diary import letters
from marac.diary.entries import Entry
from marac.diary.models import Invited
from marac.diary.queries import diary_of, stands_of, title_of, wanted_of
from marac.diary.rules import Change, Method, address_mark, changes
from marac.directory.models import Marac
from marac.mail.operations import write_of_dates
from marac.meetings.models import Meeting

MOST_AT_ONCE = 100  # so that one change is short; the rest goes in the next round


@dataclass(frozen=True)
class InvitationsSent:
    marac_id: int
    meeting_ids: list[int]
    asked: list[int]
    cancelled: list[int]


@dataclass(frozen=True)
class DiaryAddressMade:
    of_user_id: int


@dataclass(frozen=True)
class DiaryAddressWithdrawn:
    of_user_id: int


@dataclass(frozen=True)
class InvitationsWished:
    of_user_id: int
    invited: bool


@operation(needs=Permission.DO_DUE_WORK)
def invite(*, viewer: Viewer, marac: Marac, at: datetime) -> list[Change]:
    """Send whatever sets what people were sent right: new meetings, other times, and what they no longer come to."""
    marac = lock(Marac, viewer, marac.pk)
    due = changes(wanted_of(marac.pk, viewer.today), stands_of(marac.pk, viewer.today))[:MOST_AT_ONCE]
    rows = _kept(due)
    users = User.objects.in_bulk({row.user_id for row in rows})
    meetings = Meeting.objects.in_bulk({row.meeting_id for row in rows})
    for row, change in zip(rows, due, strict=True):
        meeting, user = meetings[row.meeting_id], users[row.user_id]
        entry = Entry(row.uid, title_of(meeting), change.span)
        people = {"organiser": parseaddr(settings.DEFAULT_FROM_EMAIL)[1], "attendee": user.email}
        letter = letters.invitation(entry, method=change.method, sequence=change.sequence, at=at, **people)
        write_of_dates(viewer, marac, user, letter, f"calendar entry {row.pk}")
    asked = sorted({row.user_id for row in rows if not row.cancelled})
    cancelled = sorted({row.user_id for row in rows if row.cancelled})
    record(InvitationsSent(marac.pk, sorted(meetings), asked=asked, cancelled=cancelled))
    return due


def _kept(due: Sequence[Change]) -> list[Invited]:
    """The rows of these changes as they stand after them, in their order."""
    known = Invited.objects.filter(meeting__in={change.key[0] for change in due})
    rows = {(row.meeting_id, row.user_id): row for row in known}
    made = []
    for change in due:
        row = rows.get(change.key)
        if row is None:
            row = rows[change.key] = Invited(meeting_id=change.key[0], user_id=change.key[1], uid=secrets.token_hex(16))
            made.append(row)
        row.sequence, row.cancelled = change.sequence, change.method is Method.CANCEL
        row.starts_at, row.ends_at = change.span.starts_at, change.span.ends_at
    theirs = [rows[change.key] for change in due]
    old = [row for row in theirs if row.pk]
    Invited.objects.bulk_update(old, ("sequence", "cancelled", "starts_at", "ends_at"))
    Invited.objects.bulk_create(made)
    return theirs


@operation(needs=Permission.SEE_MEETINGS)
def make_address(*, viewer: Viewer, within: int | None = None) -> str:
    """A new private address in place of the one before; known at this moment only."""
    diary, token = diary_of(viewer), secrets.token_urlsafe(32)
    diary.mark, diary.within_id = address_mark(token), within
    diary.save()
    record(DiaryAddressMade(of_user_id=diary.user_id))
    return token


@operation(needs=Permission.SEE_MEETINGS)
def withdraw_address(*, viewer: Viewer) -> None:
    diary = diary_of(viewer)
    diary.mark = None
    diary.save()
    record(DiaryAddressWithdrawn(of_user_id=diary.user_id))


@operation(needs=Permission.SEE_MEETINGS)
def wish(*, viewer: Viewer, invited: bool) -> None:
    """What was sent is taken back, or sent again, in the next round."""
    diary = diary_of(viewer)
    diary.invited = invited
    diary.save()
    record(InvitationsWished(of_user_id=diary.user_id, invited=invited))
