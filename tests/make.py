"""Builders: the shortest honest way to a record. Each goes through the product's own operations."""

from datetime import date
from itertools import count
from typing import Any

from marac.access.roles import Role
from marac.access.viewer import Viewer, the_system
from marac.accounts import operations as accounts
from marac.accounts.models import Membership, User
from marac.cases import operations as cases
from marac.cases.models import Case, CaseAccess
from marac.directory import operations as directory
from marac.directory.models import Agency, Marac, ReturnGroup

TODAY = date(2026, 3, 4)
PASSWORD = "a long invented password"
_numbers = count(1)


def system(today: date = TODAY) -> Viewer:
    return the_system(today)


def marac(name: str | None = None) -> Marac:
    number = next(_numbers)
    return directory.add_marac(viewer=system(), name=name or f"Area {number}", prefix=f"A{number}")


def agency(
    name: str | None = None, *, marac: Marac | None = None, group: str = ReturnGroup.OTHER, **seat: Any
) -> Agency:
    """An agency; with a MARAC, seated on it."""
    made = directory.add_agency(viewer=system(), name=name or f"Agency {next(_numbers)}", mail_domains="example.org")
    if marac is not None:
        directory.give_seat(
            viewer=system(), marac=marac, agency=made, return_group=group, from_on=date(2020, 1, 1), **seat
        )
    return made


def user(name: str = "Ada Quill", *, password: str | None = None) -> User:
    email = f"{name.split()[0].lower()}{next(_numbers)}@agency.example.org"
    return accounts.add_person(viewer=system(), email=email, name=name, password=password)


def member(role: Role, *, marac: Marac, agency: Agency, password: str | None = None) -> User:
    """Somebody with an account and a role."""
    made = user(password=password)
    accounts.give_role(
        viewer=system(), user=made, agency=agency, marac=marac, role=role.value, from_on=date(2020, 1, 1)
    )
    return made


def viewer(
    role: Role = Role.COORDINATOR, *, maracs: Any, agency: Agency | None = None, user: User | None = None
) -> Viewer:
    """A viewer without signing in, for operations and queries."""
    return Viewer(
        user_id=user.pk if user else 0,
        name="Ada Quill",
        role=role,
        agency_id=agency.pk if agency else None,
        marac_ids=frozenset(each.pk for each in maracs),
        today=TODAY,
    )


def case(*, marac: Marac, seen_by: tuple[Agency, ...] = (), opened_on: date = TODAY) -> Case:
    made = cases.open_case(viewer=system(), marac=marac, opened_on=opened_on)
    for each in seen_by:
        cases.give_seat(viewer=system(), case=made, agency=each, basis=CaseAccess.Basis.PANEL)
    return made


def signed_in(client: Any, role: Role = Role.COORDINATOR, *, marac: Marac, agency: Agency) -> User:
    """Sign the test client in as somebody new with this role."""
    made = Membership.objects.filter(marac=marac, agency=agency, role=role.value).first()
    found = made.user if made else member(role, marac=marac, agency=agency)
    client.force_login(found)
    return found
