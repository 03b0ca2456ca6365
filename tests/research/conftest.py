"""An area with two core agencies and one on call, a meeting, and a case listed with its people."""

from datetime import date, time

import pytest

from marac.access.roles import Permission, Role
from marac.audit.operation import operation, record
from marac.directory.models import PanelSeat
from marac.meetings.models import AgendaItem
from marac.meetings.operations import list_case, plan_meetings
from marac.people.models import Address, OtherName, Party, Person
from marac.referrals.models import Referral
from marac.research import operations
from marac.research.models import Request
from tests import make


@operation(needs=Permission.DO_DUE_WORK)
def _referral(*, viewer, case):
    row = Referral(marac=case.marac, case=case, state=Referral.State.ACCEPTED, kind=Referral.Kind.NEW)
    row.save()
    record(operations.ResearchAsked(case_id=case.pk, item_id=0, agency_ids=[]))
    return row


@operation(needs=Permission.DO_DUE_WORK)
def _person(*, viewer, case):
    person = Person(marac=case.marac, forenames="Wren", surname="Tallow", born_as_written="1990")
    person.born_from, person.born_until, person.born_precision = date(1990, 1, 1), date(1990, 12, 31), "year"
    person.save()
    OtherName(person=person, text="Jenny Heron").save()
    Address(person=person, text="9 Mill Lane", postcode="ZZ1 2AB").save()
    party = Party(case=case, person=person, role=Party.Role.VICTIM, note="a note that is not told")
    party.save()
    record(operations.ResearchAsked(case_id=case.pk, item_id=0, agency_ids=[]))
    return party


@pytest.fixture
def on_call(area):
    return make.agency("Northmoor Vets", marac=area, standing=PanelSeat.Standing.ON_CALL)


@pytest.fixture
def coordinator(area, police):
    return make.viewer(maracs=[area], agency=police)


@pytest.fixture
def nurse(area, health):
    return make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=health)


@pytest.fixture
def meeting(area, coordinator):
    return plan_meetings(viewer=coordinator, marac=area, days=[date(2026, 3, 25)], starts_at=time(9, 30))[0]


@pytest.fixture
def listed(area, coordinator, police, health, on_call, meeting):
    """listed(): a new case of Wren Tallow, on the list of the meeting."""

    def listing() -> AgendaItem:
        case = make.case(marac=area)
        _person(viewer=make.system(), case=case)
        referral = _referral(viewer=make.system(), case=case)
        return list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral)

    return listing


@pytest.fixture
def asked(listed, coordinator, health):
    """asked(): health's request in a new listed case."""

    def asking() -> Request:
        made = operations.ask(viewer=coordinator, item=listed())
        return next(each for each in made if each.agency == health)

    return asking
