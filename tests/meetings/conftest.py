"""An area with a panel, meetings, and cases whose referral was accepted."""

from dataclasses import dataclass
from datetime import date, time

import pytest

from marac.access.roles import Permission, Role
from marac.audit.operation import operation, record
from marac.directory.models import PanelSeat, ReturnGroup
from marac.meetings import operations
from marac.people.models import Address, OtherName, Party, Person
from marac.referrals.models import Referral
from tests import make

HELD_ON = date(2026, 3, 25)  # three weeks after make.TODAY: its cut-off is 11 March


@dataclass(frozen=True)
class Built:
    what: str


@operation(needs=Permission.DO_DUE_WORK)
def _referral(*, viewer, marac, case, agency, state):
    row = Referral(marac=marac, case=case, agency=agency, state=state, kind=Referral.Kind.NEW, received_on=viewer.today)
    row.save()
    record(Built("referral"))
    return row


@operation(needs=Permission.DO_DUE_WORK)
def _person(*, viewer, case, role, forenames, surname, other_name, address, confidential, school, due_on):
    person = Person(
        marac=case.marac,
        forenames=forenames,
        surname=surname,
        born_from=None if due_on else date(1990, 2, 1),
        born_until=None if due_on else date(1990, 2, 1),
        language="Welsh",
        occupation="a worker whose trade is told",
    )
    person.save()
    if other_name:
        OtherName(person=person, text=other_name).save()
    if address:
        Address(person=person, text=address, postcode="ZZ1 2AB", confidential=confidential).save()
    note = "a note that is told"
    unborn = due_on is not None
    party = Party(case=case, person=person, role=role, school=school, note=note, unborn=unborn, due_on=due_on)
    party.save()
    record(Built("person"))
    return party


def referral_of(case, *, agency=None, state=Referral.State.ACCEPTED):
    return _referral(viewer=make.system(), marac=case.marac, case=case, agency=agency, state=state)


def person_in(case, role=Party.Role.VICTIM, *, forenames="Wren", surname="Tallow", **details):
    blank = {"other_name": "", "address": "", "confidential": False, "school": "", "due_on": None}
    return _person(viewer=make.system(), case=case, role=role, forenames=forenames, surname=surname, **blank | details)


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area, group=ReturnGroup.POLICE)


@pytest.fixture
def adviser(area):
    on_call = PanelSeat.Standing.ON_CALL
    return make.agency("Harbour Advisers", marac=area, standing=on_call, is_adviser_service=True)


@pytest.fixture
def coordinator(area, police):
    return make.viewer(maracs=[area])


@pytest.fixture
def plan(area, coordinator):
    def planned(*days, starts_at=time(9, 30)):
        made = operations.plan_meetings(
            viewer=coordinator, marac=area, days=days or (HELD_ON,), starts_at=starts_at, venue="Video", chair="B Chair"
        )
        return made[0] if len(made) == 1 else made

    return planned


@pytest.fixture
def meeting(plan):
    return plan()


@pytest.fixture
def listed(area, coordinator, meeting):
    """Lists a new case at the meeting and gives its agenda item."""

    def listing(at=None):
        case = make.case(marac=area)
        return operations.list_case(viewer=coordinator, meeting=at or meeting, case=case, referral=referral_of(case))

    return listing


@pytest.fixture
def representative(area, police):
    return make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police)
