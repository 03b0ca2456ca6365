"""An area with staff of known names, and a way to put people into a case."""

from typing import Any

import pytest

from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.operation import operation, record
from marac.cases.models import Case
from marac.conflicts.operations import StaffCompared, look_at_cases
from marac.directory.operations import change_setting
from marac.people.models import Address, Party, Person, Phone
from marac.people.operations import refresh_keys
from tests import make

STAFF = {
    "coordinator": ("Cora Thorne", Role.COORDINATOR),
    "other": ("Colm Sedge", Role.COORDINATOR),
    "administrator": ("Avis Birch", Role.ADMINISTRATOR),
    "chair": ("Ida Stone", Role.CHAIR),
    "housing": ("Hal Quill", Role.REPRESENTATIVE),
}


class Area:
    """`staff` are those of STAFF that the test wants; a case has a seat for their agency."""

    def __init__(self, *without: str) -> None:
        self.marac = make.marac("Northmoor")
        self.homes = make.agency("Northmoor Homes", marac=self.marac)
        self.staff = {each: self.joins(*STAFF[each]) for each in STAFF if each not in without}

    def joins(self, name: str, role: Role) -> User:
        user = make.user(name)
        make.accounts.give_role(
            viewer=make.system(), user=user, agency=self.homes, marac=self.marac, role=role.value, from_on=make.TODAY
        )
        make.sign(user)
        return user

    def viewer(self, who: str) -> Viewer:
        role = STAFF[who][1]
        return make.viewer(role, maracs=[self.marac], agency=self.homes, user=self.staff[who])

    def case(self, surname: str = "Tallow", **more: Any) -> Case:
        """With a victim of this surname; compared, as when a referral is accepted."""
        made = make.case(marac=self.marac, seen_by=(self.homes,))
        put_in(viewer=make.system(), case=made, surname=surname, **more)
        look_at_cases(make.system(), [made.pk])
        return made

    def sees(self, who: str, case: Case) -> bool:
        return Case.objects.visible_to(self.viewer(who)).filter(pk=case.pk).exists()

    def rule(self, name: str, value: Any) -> None:
        change_setting(
            viewer=make.system(), marac=self.marac, name=name, value=value, from_on=make.TODAY, reason="Agreed"
        )


@operation(needs=Permission.DO_DUE_WORK)
def put_in(
    *,
    viewer: Viewer,
    case: Case,
    surname: str,
    forenames: str = "Wren",
    role: str = "victim",
    home: tuple[str, str] | None = None,
    phone: str = "",
    confidential: bool = False,
) -> Person:
    person = Person(marac=case.marac, surname=surname, forenames=forenames)
    person.save()
    Party(case=case, person=person, role=role).save()
    if home:
        Address(person=person, text=home[0], postcode=home[1], confidential=confidential).save()
    if phone:
        Phone(person=person, number=phone).save()
    refresh_keys(person)
    record(StaffCompared(marac_id=case.marac_id, user_ids=[], suggested=0))
    return person


@pytest.fixture
def area() -> Area:
    return Area()
