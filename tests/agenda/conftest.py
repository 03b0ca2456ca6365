"""A meeting with a panel whose agencies are needed for some of its cases."""

from datetime import date, time

import pytest

from marac.access.roles import Permission
from marac.audit.operation import operation, record
from marac.caselists.operations import send_list
from marac.directory.models import ReturnGroup
from marac.meetings.models import AgendaItem
from marac.meetings.operations import list_case, plan_meetings
from marac.people.models import Address, Party, Person
from marac.research.operations import ask_for_meeting
from tests import make
from tests.meetings.conftest import HELD_ON, Built, referral_of


@pytest.fixture
def area():
    return make.marac("Northmoor")


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area, group=ReturnGroup.POLICE)


@pytest.fixture
def housing(area):
    return make.agency("Northmoor Homes", marac=area, group=ReturnGroup.HOUSING)


@pytest.fixture
def school(area):
    return make.agency("Fenside Schools", marac=area, group=ReturnGroup.EDUCATION)


@pytest.fixture
def coordinator(area, police):
    return make.viewer(maracs=[area], agency=police, user=make.user())


@pytest.fixture
def meeting(area, police, housing, school):
    planned = plan_meetings(viewer=make.system(), marac=area, days=[HELD_ON], starts_at=time(9, 30))
    return planned[0]


@operation(needs=Permission.DO_DUE_WORK)
def _found(*, viewer, item, needed):
    """Research as if every agency had answered: those needed hold something."""
    for request in item.research.all():
        request.answer = "known" if request.agency in needed else "not_known"
        request.answered_on, request.answered_by = viewer.today, "Ada"
        request.save()
    record(Built("research"))


@operation(needs=Permission.DO_DUE_WORK)
def person_in_cases(*, viewer, cases, role=Party.Role.PERPETRATOR, home=""):
    """One record of a person, in each of these cases."""
    person = Person(marac=cases[0].marac, forenames="Ash", surname="Heron")
    person.save()
    for case in cases:
        Party(case=case, person=person, role=role).save()
    if home:
        Address(person=person, text=home, postcode="ZZ1 2AB").save()
    record(Built("person"))
    return person


@pytest.fixture
def listed(meeting, area):
    """Lists cases at the meeting: of each, the agencies that are needed."""

    def lists(*needs, found=True):
        items = []
        for _needed in needs:
            case = make.case(marac=area, opened_on=date(2026, 3, 1))
            referral = referral_of(case)
            items.append(list_case(viewer=make.system(), meeting=meeting, case=case, referral=referral))
        send_list(viewer=make.system(), meeting=meeting)
        ask_for_meeting(viewer=make.system(), meeting=meeting)
        for item, needed in zip(items, needs, strict=True):
            if found:
                _found(viewer=make.system(), item=AgendaItem.objects.get(pk=item.pk), needed=needed)
        meeting.refresh_from_db()
        return items

    return lists
