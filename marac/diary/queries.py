"""Who should have which meeting in their calendar, what they were sent, and the dates of a year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext as _

from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.accounts.models import Membership
from marac.agenda.queries import Sitting, sitting, slot_for
from marac.diary.entries import Entry
from marac.diary.models import Diary, Invited
from marac.diary.rules import DAYS_OF, INVITED, Key, Span, Stand, address_mark, comes_throughout, joined, span
from marac.directory.models import PanelSeat
from marac.mail.rules import is_at
from marac.meetings.models import Meeting
from marac.series.models import PlannedDate
from marac.series.queries import TO_COME
from marac.series.rules import DEADLINE_NAMES

DAYS_BACK = 92  # in a private address: the minutes of a meeting go out after it


def title_of(meeting: Meeting) -> str:
    return _("Meeting %(number)s") % {"number": meeting.pk}


@dataclass(frozen=True)
class _Panel:
    """What decides who comes to which part of the meetings of one MARAC, asked once."""

    seats: Sequence[PanelSeat]
    chairs: dict[int, int]
    today: date

    def spans(self, meetings: Iterable[Meeting], held: Sequence[Membership]) -> dict[Key, Span]:
        found: dict[Key, list[Span]] = defaultdict(list)
        for meeting in meetings:
            slots = _Slots(meeting, self.today)
            for each in held:
                if each.until_on is None or each.until_on >= meeting.held_on:
                    when = self._when(meeting, each, slots)
                    found[meeting.pk, each.user_id] += [when] if when else []
        return {key: joined(spans) for key, spans in found.items() if spans}

    def _when(self, meeting: Meeting, held: Membership, slots: "_Slots") -> Span | None:
        role = Role(held.role)
        core = any(self._sits(seat, held.agency_id, meeting.held_on) for seat in self.seats)
        chaired_by = self.chairs.get(meeting.pk)
        if comes_throughout(role, core=core, chaired_by=chaired_by, user_id=held.user_id):
            return span(meeting.held_on, meeting.starts_at, meeting.ends_at)
        return None if role is Role.CHAIR or core else slots.of(held)

    def _sits(self, seat: PanelSeat, agency_id: int, on: date) -> bool:
        there = seat.agency_id == agency_id and seat.from_on <= on and (seat.until_on is None or seat.until_on >= on)
        return there and (seat.standing == PanelSeat.Standing.CORE or seat.is_adviser_service)


class _Slots:
    """The slots of one meeting whose list is out, each cut to the cases that the person may see."""

    def __init__(self, meeting: Meeting, today: date) -> None:
        self.meeting, self.today = meeting, today
        self.sitting: Sitting | None = None

    def of(self, held: Membership) -> Span | None:
        if self.meeting.list_sent_on is None:
            return None
        self.sitting = self.sitting or sitting(self.meeting, self.today)
        maracs = frozenset({held.marac_id})
        viewer = Viewer(held.user_id, held.user.name, Role(held.role), held.agency_id, maracs, self.today)
        slot = slot_for(viewer, self.sitting, held.agency.name)
        return span(self.meeting.held_on, slot[0].time(), slot[1].time()) if slot else None


def _panel(marac_id: int, today: date) -> _Panel:
    chairs = PlannedDate.objects.filter(meeting__marac=marac_id, chaired_by__isnull=False)
    return _Panel(
        seats=list(PanelSeat.objects.filter(marac=marac_id)),
        chairs=dict(chairs.values_list("meeting", "chaired_by")),
        today=today,
    )


@lifted()
def wanted_of(marac_id: int, today: date) -> dict[Key, Span]:
    """Who is to be invited to the meetings to come, and when they are there. Not whoever does not wish it, and nobody
    at an address that is not one of their agency's."""
    to_come = Meeting.objects.filter(marac=marac_id, sits=True, state__in=TO_COME, held_on__gte=today)
    roles = [role.value for role in INVITED]
    held = Membership.objects.in_force(today).filter(marac=marac_id, role__in=roles, user__is_active=True)
    held = held.exclude(user__in=Diary.objects.filter(invited=False).values("user"))
    invited = [
        each for each in held.select_related("user", "agency") if is_at(each.user.email, each.agency.mail_domains)
    ]
    return _panel(marac_id, today).spans(to_come, invited)


def stands_of(marac_id: int, today: date) -> dict[Key, Stand]:
    """What was sent about meetings still to come, or that were cancelled. What has been held is left alone."""
    states = (*TO_COME, Meeting.State.CANCELLED)
    rows = Invited.objects.filter(meeting__marac=marac_id, meeting__held_on__gte=today, meeting__state__in=states)
    return {(row.meeting_id, row.user_id): row.stand for row in rows}


def diary_of(viewer: Viewer) -> Diary:
    assert viewer.user_id is not None, "The system has no calendar."
    return Diary.objects.visible_to(viewer).filter(user=viewer.user_id).first() or Diary(user_id=viewer.user_id)


def diary_at(token: str) -> Diary | None:
    """Whose private address this is, while they have an account."""
    return Diary.objects.filter(mark=address_mark(token), user__is_active=True).select_related("user").first()


@lifted()
def entries_of(diary: Diary, today: date) -> list[Entry]:
    """Meetings as they are invited to them, and the deadlines that their role has, by their roles of today."""
    held = Membership.objects.in_force(today).filter(user=diary.user_id)
    held = held.filter(agency=diary.within_id) if diary.within_id else held
    by_marac: dict[int, list[Membership]] = defaultdict(list)
    for each in held.select_related("user", "agency"):
        if Role(each.role) in DAYS_OF:
            by_marac[each.marac_id].append(each)
    found = [entry for marac_id, theirs in by_marac.items() for entry in _entries(marac_id, theirs, today)]
    return sorted(found, key=lambda entry: (entry.title, entry.uid))


def _entries(marac_id: int, held: Sequence[Membership], today: date) -> list[Entry]:
    since = today - timedelta(days=DAYS_BACK)
    meetings = list(Meeting.objects.filter(marac=marac_id, held_on__gte=since).exclude(state=Meeting.State.CANCELLED))
    coming = [each for each in held if Role(each.role) in INVITED]
    spans = _panel(marac_id, today).spans((each for each in meetings if each.sits), coming)
    found = [
        Entry(_uid(each, "sits"), title_of(each), spans[each.pk, person.user_id])
        for each in meetings
        for person in held[:1]
        if (each.pk, person.user_id) in spans
    ]
    days = {name for each in held for name in DAYS_OF[Role(each.role)]}
    return found + [
        Entry(_uid(each, name), f"{title_of(each)}: {_(text)}", getattr(each, name))
        for each in meetings
        for name, text in DEADLINE_NAMES.items()
        if name in days
    ]


def _uid(meeting: Meeting, what: str) -> str:
    return sha256(f"{settings.SITE_ADDRESS} {meeting.pk} {what}".encode()).hexdigest()[:32]


def year_of(viewer: Viewer, year: int) -> list[Meeting]:
    """The dates of one year in the viewer's MARACs, those cancelled left out."""
    found = Meeting.objects.visible_to(viewer).filter(held_on__year=year).exclude(state=Meeting.State.CANCELLED)
    return list(found.select_related("marac").order_by("marac__name", "held_on", "starts_at"))


def may_be_invited(viewer: Viewer) -> bool:
    return viewer.may(Permission.SEE_MEETINGS) and viewer.role in INVITED
