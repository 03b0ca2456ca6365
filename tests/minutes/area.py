"""A meeting with two cases, one seen by the police only, ready to be minuted."""

from dataclasses import dataclass
from datetime import date, time

from marac.access.roles import Permission, Role
from marac.audit.operation import operation, record
from marac.directory.models import Agency, Marac
from marac.meetings.models import AgendaItem, Attendance, Meeting
from marac.minutes import operations
from marac.referrals.models import Referral
from tests import make

HELD_ON = date(2026, 3, 3)


@dataclass(frozen=True)
class Made:
    what: str


@dataclass
class Area:
    """`shared` is seen by the police and housing, `police_only` by the police."""

    marac: Marac
    police: Agency
    housing: Agency
    meeting: Meeting
    shared: AgendaItem
    police_only: AgendaItem

    def viewer(self, role=Role.ADMINISTRATOR, agency=None):
        return make.viewer(role, maracs=[self.marac], agency=agency or self.police)

    def minuted(self, item, *, text="Attended twice in February.", may_be_minuted="yes", kind="fact"):
        """A discussion with one line of the police's."""
        discussion = operations.open_discussion(viewer=self.viewer(), item=item)
        operations.add_entry(
            viewer=self.viewer(),
            discussion=discussion,
            agency=self.police,
            kind=kind,
            text=text,
            source="Crime system",
            dated_on=date(2026, 2, 20),
            may_be_minuted=may_be_minuted,
        )
        return discussion

    def approved(self):
        return operations.approve(viewer=self.viewer(Role.CHAIR), meeting=self.meeting)

    def issued(self):
        self.minuted(self.shared)
        self.minuted(self.police_only, text="Weapon found at the door.")
        self.approved()
        return operations.issue(viewer=self.viewer(), meeting=self.meeting)


@operation(needs=Permission.PLAN_MEETINGS)
def save(*, viewer, row):
    row.save()
    record(Made(what=type(row).__name__))
    return row


def made(row):
    return save(viewer=make.system(), row=row)


def build():
    marac = make.marac("Northmoor")
    police, housing = make.agency("Police", marac=marac), make.agency("Northmoor Homes", marac=marac)
    dates = dict.fromkeys(
        ("cut_off_on", "list_on", "research_on", "papers_on", "action_list_on", "minutes_on"), date(2026, 3, 2)
    )
    meeting = made(
        Meeting(
            marac=marac,
            held_on=HELD_ON,
            starts_at=time(9, 30),
            venue="Town Hall",
            chair="Ida Stone",
            state="held",
            **dates,
        )
    )
    items = []
    for position, seen_by in enumerate([(police, housing), (police,)], start=1):
        case = make.case(marac=marac, seen_by=seen_by)
        referral = made(Referral(marac=marac, case=case, state="accepted", kind="new"))
        items.append(
            made(
                AgendaItem(meeting=meeting, case=case, referral=referral, position=position, minutes=12, state="heard")
            )
        )
    made(Attendance(meeting=meeting, agency=police, name="Ida Stone", capacity="chair"))
    made(Attendance(meeting=meeting, agency=housing, name="Ola Reed", capacity="observer"))
    return Area(marac, police, housing, meeting, *items)
