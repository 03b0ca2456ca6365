"""What pages ask about attendance: who is there, who has not accepted confidentiality, and whether that is a quorum."""

from dataclasses import dataclass

from marac.attendance.models import Attendance
from marac.attendance.rules import Quorum, quorum
from marac.directory.models import Agency, PanelSeat
from marac.directory.queries import profile_on, seats_on
from marac.meetings.models import Meeting


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


def roll_of(meeting: Meeting) -> Roll:
    return Roll(meeting, list(meeting.attendances.select_related("agency")), quorum_of(meeting))


def quorum_of(meeting: Meeting) -> Quorum:
    """Of the core agencies on the panel that day, by who is recorded as present; an observer stands for nobody."""
    seats = seats_on(meeting.marac_id, meeting.held_on).filter(standing=PanelSeat.Standing.CORE)
    there = Attendance.objects.filter(meeting=meeting, presence=Attendance.Presence.PRESENT)
    present = set(there.exclude(capacity=Attendance.Capacity.OBSERVER).values_list("agency", flat=True))
    needed = profile_on(meeting.marac_id, meeting.held_on).quorum
    return quorum({seat.agency_id: seat.agency.name for seat in seats}, present, needed)


def agencies_at(meeting: Meeting) -> list[Agency]:
    """The agencies with a place on the panel on the day of the meeting."""
    return [seat.agency for seat in seats_on(meeting.marac_id, meeting.held_on)]
