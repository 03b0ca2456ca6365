"""Operations are the only door, and leave an event or nothing."""

from dataclasses import dataclass

import pytest
from django.db import transaction

from marac.access.requires import Unseen
from marac.access.roles import Permission, Role
from marac.audit.current import NotInOperation
from marac.audit.models import AuditEvent
from marac.audit.operation import NoEventRecorded, NotAllowed, lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Agency
from tests import make

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class AgencyRenamed:
    agency_id: int


@dataclass(frozen=True)
class AgencySorted:
    agency_id: int
    kind: str


@operation(needs=Permission.MANAGE_DIRECTORY)
def sort_agency(*, viewer, agency):
    record(AgencySorted(agency_id=agency.pk, kind="voluntary"))


def test_a_field_of_an_event_called_kind_does_not_make_it_another_kind_of_entry():
    sort_agency(viewer=make.system(), agency=make.agency("Housing"))

    assert (AuditEvent.objects.last().kind, AuditEvent.objects.last().details["kind"]) == ("change", "voluntary")


@operation(needs=Permission.MANAGE_DIRECTORY)
def rename(*, viewer, agency, name, say_so=True):
    agency.name = name
    agency.save()
    if say_so:
        record(AgencyRenamed(agency_id=agency.pk))


def test_a_record_cannot_be_saved_outside_an_operation():
    with pytest.raises(NotInOperation):
        Agency(name="Housing").save()


@pytest.mark.parametrize(
    "write",
    [
        lambda rows: rows.update(name="Other"),
        lambda rows: rows.delete(),
        lambda rows: rows.bulk_create([Agency(name="Other")]),
        lambda rows: rows.bulk_update([], ["name"]),
        lambda rows: rows.first().delete(),
    ],
)
def test_no_bulk_write_gets_round_the_door(write):
    make.agency("Housing")

    with pytest.raises(NotInOperation):
        write(Agency.objects.all())

    assert Agency.objects.get().name == "Housing"


def test_an_operation_that_records_nothing_is_undone():
    housing = make.agency("Housing")

    with pytest.raises(NoEventRecorded), transaction.atomic():
        rename(viewer=make.system(), agency=housing, name="Homes", say_so=False)

    assert Agency.objects.get().name == "Housing"


def test_an_event_carries_who_what_and_the_field_before_and_after():
    housing = Agency.objects.get(pk=make.agency("Housing").pk)

    rename(viewer=make.system(), agency=housing, name="Homes")

    event = AuditEvent.objects.last()
    assert (event.name, event.user_name, event.role) == ("AgencyRenamed", "OpenMARAC", "system")
    assert event.details == {"agency_id": housing.pk}
    assert event.changes == [{"model": "Agency", "pk": housing.pk, "fields": {"name": ["Housing", "Homes"]}}]


def test_a_role_without_the_permission_changes_nothing():
    housing = make.agency("Housing")

    with pytest.raises(NotAllowed):
        rename(viewer=make.viewer(Role.STEERING, maracs=[]), agency=housing, name="Homes")

    assert Agency.objects.get().name == "Housing"


def test_a_record_that_the_viewer_may_not_see_cannot_be_locked():
    area, elsewhere = make.marac(), make.marac()
    hidden = make.case(marac=elsewhere)

    @operation(needs=Permission.SEE_CASES)
    def touch(*, viewer):
        lock(Case, viewer, hidden.pk)

    with pytest.raises(Unseen):
        touch(viewer=make.viewer(maracs=[area]))
