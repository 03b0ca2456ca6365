"""A meeting with two agencies at its table, and whoever comes."""

from dataclasses import dataclass
from datetime import date, time

import pytest

from marac.access.roles import Role
from marac.directory.models import Agency, Marac
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.packs import due, operations
from marac.people.models import Address, Party, Person
from marac.referrals.models import Referral
from tests import make
from tests.minutes.area import made

HELD_ON = date(2026, 3, 20)


@dataclass
class Table:
    marac: Marac
    police: Agency
    housing: Agency
    meeting: Meeting
    shared: AgendaItem
    police_only: AgendaItem

    @property
    def office(self):
        return make.viewer(Role.ADMINISTRATOR, maracs=[self.marac], agency=self.police)

    def person(self, agency, role=Role.REPRESENTATIVE):
        return make.member(role, marac=self.marac, agency=agency)

    def ask(self):
        return operations.ask_for_papers(viewer=self.office, meeting=self.meeting)

    def make(self):
        self.ask()
        return due.make_waiting(make.system())

    def listed(self, position, *seen_by):
        case = make.case(marac=self.marac, seen_by=seen_by)
        victim = made(Person(marac=self.marac, surname=f"Tallow{position}", forenames="Wren"))
        made(Party(case=case, person=victim, role="victim"))
        made(Address(person=victim, text=f"{position} Mill Lane", postcode="ZZ1 1ZZ"))
        referral = made(Referral(marac=self.marac, case=case, state="accepted", kind="new"))
        return made(AgendaItem(meeting=self.meeting, case=case, referral=referral, position=position, minutes=12))


@pytest.fixture
def table():
    marac = make.marac("Northmoor")
    police, housing = make.agency("Police", marac=marac), make.agency("Northmoor Homes", marac=marac)
    steps = ("cut_off_on", "list_on", "research_on", "papers_on", "action_list_on", "minutes_on")
    dates = dict.fromkeys(steps, date(2026, 3, 2)) | {"list_sent_on": date(2026, 3, 2)}
    meeting = made(Meeting(marac=marac, held_on=HELD_ON, starts_at=time(9, 30), state="listed", **dates))
    found = Table(marac, police, housing, meeting, None, None)
    found.shared, found.police_only = found.listed(1, police, housing), found.listed(2, police)
    for agency in (police, housing):
        made(ListSent(meeting=meeting, agency=agency, sent_on=date(2026, 3, 2)))
    return found
