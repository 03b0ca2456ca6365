"""Making room: how long a case is heard, a longer meeting, a second one, a case that is listed without discussion."""

from dataclasses import dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.agenda.models import Agenda, KeptPlace
from marac.agenda.rules.hand import check_can_move
from marac.audit.operation import lock, operation, record
from marac.capacity.queries import forecast
from marac.capacity.rules import check_listed_only, check_longer, check_minutes, check_second
from marac.flags.operations import ask_when_heard
from marac.flags.queries import anchor_for
from marac.kernel.dates import format_date
from marac.kernel.text import _
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.operations import defer_item, list_case, note_on_the_day, plan_meetings
from marac.meetings.rules import check_item_move
from marac.referrals.queries import referred_dates

MOVED = _("No room at the meeting of {day}")


@dataclass(frozen=True)
class MinutesSet:
    case_id: int
    meeting_id: int
    minutes: int


@dataclass(frozen=True)
class MeetingLengthened:
    meeting_id: int
    minutes: int
    reason: str


@dataclass(frozen=True)
class MeetingSplit:
    """What did not fit is listed at the other meeting."""

    meeting_id: int
    second_id: int
    case_ids: list[int]


@dataclass(frozen=True)
class CaseListedOnly:
    case_id: int
    meeting_id: int
    reason: str


@dataclass(frozen=True)
class CaseToBeDiscussed:
    case_id: int
    meeting_id: int


@operation(needs=Permission.RUN_MEETINGS)
def set_minutes(*, viewer: Viewer, item: AgendaItem, minutes: int) -> AgendaItem:
    """How long this one case is to be heard."""
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    check_can_move(item.meeting.state, item.state)
    check_minutes(minutes)
    item.minutes = minutes
    item.save()
    record(MinutesSet(case_id=item.case_id, meeting_id=item.meeting_id, minutes=minutes))
    return item


@operation(needs=Permission.PLAN_MEETINGS)
def lengthen(*, viewer: Viewer, meeting: Meeting, minutes: int, reason: str) -> Agenda:
    """This one meeting may take so long, whatever the setting says."""
    meeting = lock(Meeting, viewer, meeting.pk)
    check_can_move(meeting.state)
    check_longer(minutes=minutes, longest=forecast(viewer, meeting).room.longest, reason=reason)
    agenda = Agenda.objects.filter(meeting=meeting).first() or Agenda(meeting=meeting)
    agenda.longest_minutes, agenda.longest_reason = minutes, reason.strip()
    agenda.save()
    record(MeetingLengthened(meeting_id=meeting.pk, minutes=minutes, reason=reason.strip()))
    return agenda


@operation(needs=Permission.PLAN_MEETINGS)
def split(*, viewer: Viewer, meeting: Meeting, day: date) -> Meeting:
    """A second meeting on a later day, at the same time of day, where the cases are listed that do not fit."""
    meeting = lock(Meeting, viewer, meeting.pk, "marac")
    check_can_move(meeting.state)
    spill = forecast(viewer, meeting).spill
    check_second(moves=len(spill), day=day, held_on=meeting.held_on)
    planned = plan_meetings(
        viewer=viewer,
        marac=meeting.marac,
        days=[day],
        starts_at=meeting.starts_at,
        venue=meeting.venue,
        chair=meeting.chair,
    )
    reason = str(MOVED.format(day=format_date(meeting.held_on)))
    for each in spill:
        item = each.item
        KeptPlace.objects.filter(item=item).delete()
        defer_item(viewer=viewer, item=item, reason=reason)
        list_case(viewer=viewer, meeting=planned[0], case=item.case, referral=item.referral, reason=reason)
    cases = [each.item.case_id for each in spill]
    record(MeetingSplit(meeting_id=meeting.pk, second_id=planned[0].pk, case_ids=cases))
    return planned[0]


@operation(needs=Permission.PLAN_MEETINGS)
def list_only(*, viewer: Viewer, item: AgendaItem, reason: str) -> AgendaItem:
    """The case is researched and flagged, and not discussed: it counts nowhere as discussed."""
    item = lock(AgendaItem, viewer, item.pk, "meeting", "case")
    check_can_move(item.meeting.state)
    check_item_move(item.state, AgendaItem.State.ALERT)
    check_listed_only(reason)
    item.state, item.reason = AgendaItem.State.ALERT, reason.strip()
    note_on_the_day(viewer, item, "alert", reason=reason)
    item.save()
    KeptPlace.objects.filter(item=item).delete()
    dates = referred_dates(the_system(viewer.today), [item.case])[item.case_id]
    anchor = anchor_for(viewer, item.case, dates)
    if anchor is not None:
        ask_when_heard(viewer=viewer, case=item.case, anchor_on=anchor.on, counted_from=anchor.words)
    record(CaseListedOnly(case_id=item.case_id, meeting_id=item.meeting_id, reason=item.reason))
    return item


@operation(needs=Permission.PLAN_MEETINGS)
def discuss(*, viewer: Viewer, item: AgendaItem) -> AgendaItem:
    """A case that was listed only is to be discussed after all: it stands on the agenda again."""
    item = lock(AgendaItem, viewer, item.pk, "meeting")
    check_can_move(item.meeting.state)
    check_item_move(item.state, AgendaItem.State.LISTED)
    item.state, item.reason = AgendaItem.State.LISTED, ""
    item.save()
    record(CaseToBeDiscussed(case_id=item.case_id, meeting_id=item.meeting_id))
    return item
