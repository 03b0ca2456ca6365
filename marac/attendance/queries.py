"""What pages ask about attendance: who is there, who has not accepted confidentiality, and whether that is a quorum."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from marac.access.viewer import Viewer
from marac.attendance.models import AtCase, Attendance, ClosedToObservers, Observer, QuorumDecision
from marac.attendance.rules import Quorum, quorum, sits
from marac.directory.models import Agency, PanelSeat
from marac.directory.profile import Profile
from marac.directory.queries import profile_on, seats_on
from marac.meetings.models import AgendaItem, Meeting


@dataclass(frozen=True)
class Roll:
    """Everybody recorded for one meeting, by agency and name."""

    meeting: Meeting
    attendances: list[Attendance]
    quorum: Quorum

    @property
    def unsigned(self) -> int:
        """How many of those present have not accepted confidentiality."""
        present = [each for each in self.attendances if each.presence == Attendance.Presence.PRESENT]
        return sum(each.confidentiality_on is None for each in present)


@dataclass(frozen=True)
class Seated:
    """Somebody who came to the meeting, and whether they are at the table for one case."""

    attendance: Attendance
    there: bool
    joined_at: datetime | None
    left_at: datetime | None


@dataclass(frozen=True)
class Table:
    """Who is at the table for one case, whether they are a quorum, and what was decided if they are not."""

    item: AgendaItem
    seated: list[Seated]
    quorum: Quorum
    decision: QuorumDecision | None
    closed: ClosedToObservers | None

    @property
    def shut_out(self) -> int:
        """How many observers wait outside because the case is closed to them."""
        observers = [each for each in self.seated if each.attendance.capacity == Attendance.Capacity.OBSERVER]
        return len(observers) if self.closed else 0


def roll_of(meeting: Meeting) -> Roll:
    attendances = list(meeting.attendances.select_related("agency"))
    profile = profile_on(meeting.marac_id, meeting.held_on)
    return Roll(meeting, attendances, quorum_of(meeting, profile, core_seats(meeting), attendances))


def table_of(viewer: Viewer, item: AgendaItem) -> Table:
    meeting = item.meeting
    moves = {(each.agency_id, each.name): each for each in AtCase.objects.visible_to(viewer).filter(item=item)}
    roll = meeting.attendances.filter(presence=Attendance.Presence.PRESENT).select_related("agency")
    closed = ClosedToObservers.objects.visible_to(viewer).filter(item=item).first()
    seated = [_seated(each, moves.get((each.agency_id, each.name)), closed=closed is not None) for each in roll]
    there = [each.attendance for each in seated if each.there]
    profile = profile_on(meeting.marac_id, meeting.held_on)
    return Table(
        item,
        seated,
        quorum_of(meeting, profile, core_seats(meeting), there),
        QuorumDecision.objects.visible_to(viewer).filter(item=item).first(),
        closed,
    )


def observers_of(viewer: Viewer, meeting: Meeting) -> list[tuple[Observer, bool]]:
    """Who asked to observe, in the order of their names, and whether they are recorded as there."""
    there = meeting.attendances.filter(capacity=Attendance.Capacity.OBSERVER)
    here = set(there.values_list("agency", "name"))
    found = Observer.objects.visible_to(viewer).filter(meeting=meeting).select_related("agency")
    return [(each, (each.agency_id, each.name) in here) for each in found]


def agencies_of(table: Table) -> list[str]:
    """The agencies of which somebody is at the table for the case; an observer stands for nobody."""
    there = [each.attendance for each in table.seated if each.there]
    return sorted({each.agency.name for each in there if each.capacity != Attendance.Capacity.OBSERVER})


def _seated(attendance: Attendance, moved: AtCase | None, *, closed: bool) -> Seated:
    joined_at, left_at = (moved.joined_at, moved.left_at) if moved else (None, None)
    there = sits(
        present=attendance.presence == Attendance.Presence.PRESENT,
        for_one_case=attendance.capacity == Attendance.Capacity.AD_HOC,
        joined=joined_at is not None,
        left=left_at is not None,
        shut_out=closed and attendance.capacity == Attendance.Capacity.OBSERVER,
    )
    return Seated(attendance, there, joined_at, left_at)


def core_seats(meeting: Meeting) -> QuerySet[PanelSeat]:
    """The core agencies on the panel on the day of the meeting; of an emergency MARAC, those that were called."""
    if meeting.emergency:
        return seats_on(meeting.marac_id, meeting.held_on).filter(agency__in=meeting.lists_sent.values("agency"))
    return seats_on(meeting.marac_id, meeting.held_on).filter(standing=PanelSeat.Standing.CORE)


def quorum_of(meeting: Meeting, profile: Profile, core: Iterable[PanelSeat], roll: Iterable[Attendance]) -> Quorum:
    """Of those seats, by who is recorded as present; an observer stands for nobody."""
    there = [each for each in roll if each.presence == Attendance.Presence.PRESENT]
    present = {each.agency_id for each in there if each.capacity != Attendance.Capacity.OBSERVER}
    wanted = {seat.agency_id: seat.agency.name for seat in core}
    needed = (profile.emergency_quorum or len(wanted)) if meeting.emergency else profile.quorum
    return quorum(wanted, present, needed)


def agencies_at(meeting: Meeting) -> list[Agency]:
    """The agencies with a place on the panel on the day of the meeting."""
    return [seat.agency for seat in seats_on(meeting.marac_id, meeting.held_on)]


def here_at(meeting: Meeting) -> list[str]:
    """The agencies of which somebody is recorded as present; an observer stands for nobody."""
    there = meeting.attendances.filter(presence=Attendance.Presence.PRESENT)
    there = there.exclude(capacity=Attendance.Capacity.OBSERVER)
    return sorted(set(there.values_list("agency__name", flat=True)))
