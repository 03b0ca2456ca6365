"""Planning meetings, listing cases, and what becomes of them there."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from django.db.models import Max, Q
from django.utils import timezone

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case, CaseAccess
from marac.cases.operations import give_seat
from marac.directory.choices import Anchor
from marac.directory.models import Marac
from marac.directory.queries import holidays_of, profile_on
from marac.flags.operations import ask_when_heard
from marac.flags.queries import anchor_for
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.meetings import rules
from marac.meetings.issues import seats_to_give
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.notices import tell_of_dates
from marac.meetings.queries import seated_until, usual_minutes
from marac.referrals.models import Referral
from marac.referrals.queries import referred_dates


@dataclass(frozen=True)
class MeetingsPlanned:
    marac_id: int
    meeting_ids: list[int]


@dataclass(frozen=True)
class MeetingCancelled:
    meeting_id: int
    reason: str


@dataclass(frozen=True)
class CaseListed:
    case_id: int
    meeting_id: int
    reason: str


@dataclass(frozen=True)
class ItemDeferred:
    case_id: int
    meeting_id: int
    reason: str


@dataclass(frozen=True)
class ItemWithdrawn:
    case_id: int
    meeting_id: int
    reason: str


@dataclass(frozen=True)
class CaseHeard:
    case_id: int
    meeting_id: int


@operation(needs=Permission.PLAN_MEETINGS)
def plan_meetings(
    *, viewer: Viewer, marac: Marac, days: Collection[date], starts_at: time, **details: Any
) -> list[Meeting]:
    """One meeting on each day, all or none, with the dates that the profile in force on its day gives.

    `details` are what else is known of them: when they end, where, who chairs, that nobody sits.
    """
    marac = lock(Marac, viewer, marac.pk)
    holidays = holidays_of(profile_on(marac.pk, viewer.today))
    ordinary = Q(emergency=False) & ~Q(state=Meeting.State.CANCELLED)
    same_day = Meeting.objects.filter(ordinary | Q(starts_at=starts_at), marac=marac)
    taken = set(same_day.values_list("held_on", flat=True))
    if not days:
        raise Refusal(_("Choose at least one day."), field="first_on")
    meetings = []
    for day in sorted(days):
        rules.check_can_plan(day, today=viewer.today, holidays=holidays, taken=taken)
        dates = rules.meeting_dates(day, profile_on(marac.pk, day), holidays)
        meeting = Meeting(marac=marac, held_on=day, starts_at=starts_at, **details, **asdict(dates))
        meeting.save()
        taken.add(day)
        meetings.append(meeting)
    record(MeetingsPlanned(marac_id=marac.pk, meeting_ids=[meeting.pk for meeting in meetings]))
    return meetings


@operation(needs=Permission.PLAN_MEETINGS)
def cancel_meeting(*, viewer: Viewer, meeting: Meeting, reason: str) -> Meeting:
    """The meeting will not be held. Its cases are deferred or withdrawn first, so that none is forgotten."""
    meeting = lock(Meeting, viewer, meeting.pk)
    rules.check_meeting_move(meeting.state, Meeting.State.CANCELLED)
    rules.check_reason(reason)
    if meeting.items.filter(state__in=AgendaItem.RESEARCHED).exists():
        raise Refusal(_("Cases are still listed. Defer or withdraw each of them first."))
    meeting.state = Meeting.State.CANCELLED
    meeting.save()
    tell_of_dates(viewer=viewer, marac=meeting.marac, about=meeting.subject, on=meeting.held_on)
    record(MeetingCancelled(meeting_id=meeting.pk, reason=reason))
    return meeting


@operation(needs=Permission.PLAN_MEETINGS)
def list_case(*, viewer: Viewer, meeting: Meeting, case: Case, referral: Referral, reason: str = "") -> AgendaItem:
    """Put a case last on the list, and seat on it the agencies that will search for its people.

    A case deferred or withdrawn from this same meeting comes back onto its list.
    """
    meeting = lock(Meeting, viewer, meeting.pk)
    case = lock(Case, viewer, case.pk)
    referral = lock(Referral, viewer, referral.pk)
    if case.marac_id != meeting.marac_id:
        raise Refusal(_("This case belongs to another MARAC. List it at one of that MARAC's meetings."), field="case")
    rules.check_can_list(
        state=meeting.state,
        cut_off_on=meeting.cut_off_on,
        today=viewer.today,
        accepted=referral.state == Referral.State.ACCEPTED and referral.case_id == case.pk,
        listed_on=_listed_on(case, meeting),
        reason=reason,
    )
    item = meeting.items.filter(case=case).first() or AgendaItem(meeting=meeting, case=case)
    item.referral, item.reason = referral, reason
    item.minutes = usual_minutes(meeting).minutes
    item.position = _last_position(meeting) + 1
    item.state = AgendaItem.State.LISTED
    note_on_the_day(viewer, item, "listed", reason=reason)
    item.save()
    _seat_the_panel(viewer, meeting, case)
    record(CaseListed(case_id=case.pk, meeting_id=meeting.pk, reason=reason))
    return item


def _listed_on(case: Case, meeting: Meeting) -> date | None:
    """The day of a meeting for which the case waits, or of this one if it was heard there. An emergency MARAC stands
    beside the ordinary meeting at which its case is heard again."""
    waits = Q(state__in=AgendaItem.RESEARCHED, meeting__state__in=(Meeting.State.PLANNED, Meeting.State.LISTED))
    waits &= Q(meeting__emergency=meeting.emergency)
    here = Q(meeting=meeting, state__in=(*AgendaItem.RESEARCHED, AgendaItem.State.HEARD))
    item = AgendaItem.objects.filter(waits | here, case=case).select_related("meeting").first()
    return item.meeting.held_on if item else None


def _last_position(meeting: Meeting) -> int:
    return meeting.items.aggregate(last=Max("position"))["last"] or 0


def _seat_the_panel(viewer: Viewer, meeting: Meeting, case: Case) -> None:
    until_on = seated_until(meeting)
    for agency, basis in seats_to_give(meeting, viewer.today):
        give_seat(viewer=viewer, case=case, agency=agency, basis=basis, until_on=until_on)


def seat_who_joined_since(viewer: Viewer, meeting: Meeting) -> None:
    """An agency that came to the panel after a case was listed has no seat on it yet, and could not open it."""
    items = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting, state__in=AgendaItem.RESEARCHED)
    seated = CaseAccess.objects.not_ended(viewer.today).filter(case__in=items.values("case"))
    held = set(seated.values_list("case", "agency", "basis"))
    panel, until_on = seats_to_give(meeting, viewer.today), seated_until(meeting)
    for item in items.select_related("case"):
        for agency, basis in panel:
            if (item.case_id, agency.pk, basis) not in held:
                give_seat(viewer=viewer, case=item.case, agency=agency, basis=basis, until_on=until_on)


@operation(needs=Permission.RUN_MEETINGS)
def defer_item(*, viewer: Viewer, item: AgendaItem, reason: str) -> AgendaItem:
    """Not at this meeting: the case waits to be listed for another."""
    item = _taken_off(viewer, item, AgendaItem.State.DEFERRED, reason)
    record(ItemDeferred(case_id=item.case_id, meeting_id=item.meeting_id, reason=reason))
    return item


@operation(needs=Permission.RUN_MEETINGS)
def withdraw_item(*, viewer: Viewer, item: AgendaItem, reason: str) -> AgendaItem:
    """The case should not have been listed. It stays on record as withdrawn."""
    item = _taken_off(viewer, item, AgendaItem.State.WITHDRAWN, reason)
    record(ItemWithdrawn(case_id=item.case_id, meeting_id=item.meeting_id, reason=reason))
    return item


def _taken_off(viewer: Viewer, item: AgendaItem, state: AgendaItem.State, reason: str) -> AgendaItem:
    item = lock(AgendaItem, viewer, item.pk)
    rules.check_item_move(item.state, state)
    rules.check_reason(reason)
    item.state, item.reason = state, reason
    note_on_the_day(viewer, item, str(state), reason=reason)
    item.save()
    return item


def note_on_the_day(
    viewer: Viewer, item: AgendaItem, what: str, *, was: int = 0, place: int = 0, reason: str = ""
) -> None:
    """For the minutes; whoever asks saves the record. What is done before the day shows in the list that goes out."""
    if item.meeting.held_on == viewer.today:
        at = f"{timezone.localtime(viewer.at):%H:%M}" if viewer.at else ""
        move = {"what": what, "at": at, "was": was, "place": place, "reason": reason.strip()}
        item.on_the_day = rules.noted(item.on_the_day, move)


@operation(needs=Permission.RUN_MEETINGS)
def mark_heard(*, viewer: Viewer, item: AgendaItem) -> AgendaItem:
    """The case was discussed, and every core agency is asked to flag it. The first one heard makes the meeting held."""
    meeting = lock(Meeting, viewer, item.meeting_id)
    item = lock(AgendaItem, viewer, item.pk)
    rules.check_item_move(item.state, AgendaItem.State.HEARD)
    rules.check_can_hear(state=meeting.state, held_on=meeting.held_on, today=viewer.today)
    item.state = AgendaItem.State.HEARD
    item.save()
    if meeting.state != Meeting.State.HELD:
        meeting.state = Meeting.State.HELD
        meeting.save()
    _ask_for_flags(viewer, item.case, meeting.held_on)
    record(CaseHeard(case_id=item.case_id, meeting_id=meeting.pk))
    return item


def _ask_for_flags(viewer: Viewer, case: Case, held_on: date) -> None:
    """Counted from the day that the protocol says; where that is not known or long ago, from the meeting. A case of an
    old meeting, written up after its flags would have ended, gets none."""
    # A day to count from is the same whoever marks the case, also for a chair who may not read its referrals.
    dates = referred_dates(the_system(viewer.today), [case])[case.pk]
    anchor = anchor_for(viewer, case, dates | {Anchor.LAST_HEARD: held_on})
    if anchor is not None:
        ask_when_heard(viewer=viewer, case=case, anchor_on=anchor.on, counted_from=anchor.words)
