"""A meeting with two cases, one seen by the police only, ready to be minuted."""

from dataclasses import dataclass, replace
from datetime import date, time

from marac.access.roles import Permission, Role
from marac.actions import operations as actions
from marac.attendance.models import Attendance
from marac.audit.operation import operation, record
from marac.circulation import operations as circulation
from marac.circulation.queries import recipients
from marac.directory.models import Agency, Marac
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes import operations
from marac.minutes.changes import marks
from marac.minutes.models import Discussion
from marac.minutes.queries import whole_minutes
from marac.people.models import Party, Person
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
        return self.summed_up(discussion)

    def summed_up(self, discussion, text="He may come back."):
        return operations.save_discussion(
            viewer=self.viewer(),
            discussion=discussion,
            revision=discussion.revision,
            texts={"possible_harm": text},
        )

    def promised(self, case, *, due_on, task="Ring the officer.", agency=None):
        """An action, of the police's if nobody else's, agreed on 3 February."""
        given = {"case": case, "agency": agency or self.police, "task": f"{task} {due_on}", "due_on": due_on}
        return actions.set_action(viewer=replace(self.viewer(), today=date(2026, 2, 3)), **given)

    def heard_before(self, item, *, same_perpetrator=True):
        """The same victim's earlier case, heard on 3 February: its place on that list, and the action agreed."""
        victim, perpetrator, other = (
            made(Person(marac=self.marac, surname=name)) for name in ("Tallow", "Wick", "Ash")
        )
        case = make.case(marac=self.marac, seen_by=(self.police,))
        for each, second in ((item.case, perpetrator), (case, perpetrator if same_perpetrator else other)):
            made(Party(case=each, person=victim, role="victim"))
            made(Party(case=each, person=second, role="perpetrator"))
        meeting = meeting_on(self.marac, date(2026, 2, 3))
        referral = made(Referral(marac=self.marac, case=case, state="accepted", kind="new"))
        earlier = made(AgendaItem(meeting=meeting, case=case, referral=referral, position=1, minutes=12, state="heard"))
        made(Discussion(item=earlier, case=case, conclusion="Plan agreed."))
        return earlier, self.promised(case, due_on=date(2026, 2, 20))

    def there(self, agency):
        return made(Attendance(meeting=self.meeting, agency=agency, name="Una Frost", capacity="representative"))

    def approved(self, role=Role.CHAIR):
        """The minutes as they stand."""
        chair = self.viewer(role)
        shown = marks(whole_minutes(chair, self.meeting))
        return circulation.approve(viewer=chair, meeting=self.meeting, shown=shown)

    def sent(self):
        """To everybody to whom they go as things stand."""
        office = self.viewer()
        to = [each.mark for each in recipients(office, self.meeting)]
        return circulation.issue(viewer=office, meeting=self.meeting, to=to)

    def issued(self):
        self.minuted(self.shared)
        self.minuted(self.police_only, text="Weapon found at the door.")
        self.approved()
        return self.sent()


@operation(needs=Permission.PLAN_MEETINGS)
def save(*, viewer, row):
    row.save()
    record(Made(what=type(row).__name__))
    return row


def made(row):
    return save(viewer=make.system(), row=row)


def meeting_on(marac, day):
    dates = dict.fromkeys(
        ("cut_off_on", "list_on", "research_on", "papers_on", "action_list_on", "minutes_on"), date(2026, 3, 2)
    )
    meeting = Meeting(
        marac=marac,
        held_on=day,
        starts_at=time(9, 30),
        venue="Town Hall",
        chair="Ida Stone",
        state="held",
        list_sent_on=day,
        **dates,
    )
    return made(meeting)


def build():
    marac = make.marac("Northmoor")
    police, housing = make.agency("Police", marac=marac), make.agency("Northmoor Homes", marac=marac)
    meeting = meeting_on(marac, HELD_ON)
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
