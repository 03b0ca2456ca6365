"""Builders: the shortest honest way to a record. Each goes through the product's own operations."""

import secrets
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from django.test import Client
from django.utils import timezone

from marac.access.fresh import FACTOR_AT
from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer, the_system
from marac.accounts import operations as accounts
from marac.accounts.middleware import viewer_of
from marac.accounts.models import Membership, User
from marac.audit.operation import operation, record
from marac.cases import operations as cases
from marac.cases.models import Case, CaseAccess, EmergencySeat
from marac.directory import operations as directory
from marac.directory.models import Agency, Marac, ReturnGroup
from marac.emergency.operations import EmergencyEnded
from marac.induction.middleware import all_signed
from marac.induction.operations import sign_all
from marac.signin.operations import factors as signin
from marac.signin.rules import SECRET_BYTES, authenticator
from marac.signin.session import begin

TODAY = date(2026, 3, 4)
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
PASSWORD = "a long invented password"
_numbers = count(1)


def system(today: date = TODAY) -> Viewer:
    return the_system(today)


def clerk() -> Viewer:
    """The system on the day on which the test runs, for what lapses a year after it was given."""
    return the_system(timezone.localdate())


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
    give_role(made, role, marac=marac, agency=agency)
    return made


def give_role(user: User, role: Role, *, marac: Marac, agency: Agency) -> Membership:
    """With what is signed before the first case."""
    given = {"user": user, "agency": agency, "marac": marac, "role": role.value}
    held = accounts.give_role(viewer=clerk(), from_on=date(2020, 1, 1), **given)
    sign(user)
    return held


def sign(user: User) -> None:
    """All the words that wait for somebody, in each of their MARACs."""
    today = timezone.localdate()
    for each in Membership.objects.filter(user=user).in_force(today):
        sign_all(viewer=viewer_of(user, today, (each.agency_id, each.role)))


def end_roles(user: User) -> None:
    """So that they have none today, whatever day it is."""
    for each in Membership.objects.filter(user=user):
        accounts.end_role(viewer=system(), membership=each, until_on=date(2020, 1, 2))


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


@operation(needs=Permission.DO_DUE_WORK)
def _emergency(*, viewer: Viewer, seat: EmergencySeat) -> EmergencySeat:
    seat.save()
    record(EmergencyEnded(case_id=seat.case_id, emergency_id=seat.pk))
    return seat


def emergency(case: Case, user: User, *, agency: Agency, at: datetime = NOON, **more: Any) -> EmergencySeat:
    """A seat for an hour, as from a screen that forgot every check: what it opens is for the rule to say."""
    seat = EmergencySeat(case=case, user=user, agency=agency, reason="Rang from the house", opened_at=at)
    seat.until_at, seat.review_by_on = at + timedelta(hours=1), at.date()
    for name, value in more.items():
        setattr(seat, name, value)
    made: EmergencySeat = _emergency(viewer=system(), seat=seat)
    return made


def signed_in(client: Any, role: Role = Role.COORDINATOR, *, marac: Marac, agency: Agency) -> User:
    """Sign the test client in as somebody new with this role."""
    made = Membership.objects.filter(marac=marac, agency=agency, role=role.value).first()
    found = made.user if made else member(role, marac=marac, agency=agency)
    enter(client, found)
    return found


def enter(client: Any, user: User) -> None:
    """Sign the test client in as somebody, as after the second factor and a first look at what they have signed."""
    client.force_login(user)
    session, viewer = client.session, viewer_of(user, timezone.localdate())
    begin(session, timezone.now(), "authenticator")
    if viewer is not None:
        all_signed(session, viewer)
    session.save()


def forget_factor(client: Any) -> None:
    """As if it had been shown long ago."""
    session = client.session
    session.pop(FACTOR_AT, None)
    session.save()


def enter_browser(page: Any, address: str, user: User) -> None:
    """The same for a browser that is to come to a server of ours."""
    client = Client()
    enter(client, user)
    page.context.add_cookies([{"name": "sessionid", "value": client.session.session_key, "url": address}])


def factor(user: User) -> bytes:
    """Give somebody an authenticator app; `code_of` shows its code. It was set up long enough ago to be used now."""
    secret, then = secrets.token_bytes(SECRET_BYTES), timezone.now() - timedelta(hours=1)
    viewer = viewer_of(user, timezone.localdate())
    signin.add_authenticator(viewer=viewer, secret=secret, code=code_of(secret, then), at=then)
    return secret


def code_of(secret: bytes, at: datetime | None = None) -> str:
    return authenticator(secret).generate(int((at or timezone.now()).timestamp())).decode()
