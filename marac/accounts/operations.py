"""Changes to accounts: people, their roles from one day to another, and passwords."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.accounts.queries import acts_elsewhere
from marac.accounts.rules import check_cover
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency, Marac
from marac.directory.queries import profile_on
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_months

GIVEN_ROLES = frozenset(role.value for role in Role if role is not Role.SYSTEM)


@dataclass(frozen=True)
class PersonAdded:
    added_user_id: int


@dataclass(frozen=True)
class RoleGiven:
    given_user_id: int
    marac_id: int
    agency_id: int
    given_role: str


@dataclass(frozen=True)
class RoleEnded:
    ended_user_id: int
    marac_id: int
    agency_id: int
    ended_role: str
    until_on: date


@dataclass(frozen=True)
class PasswordSet:
    of_user_id: int


@operation(needs=Permission.MANAGE_USERS)
def add_person(*, viewer: Viewer, email: str, name: str, password: str | None = None) -> User:
    """Without a password nobody can sign in as this person until one is set."""
    if User.objects.filter(email__iexact=email).exists():
        raise Refusal(_("Somebody with this e-mail address has an account already."), field="email")
    user = User(email=email.lower(), name=name)
    user.set_password(password)
    user.save()
    record(PersonAdded(added_user_id=user.pk))
    return user


@operation(needs=Permission.MANAGE_USERS)
def add_colleague(
    *,
    viewer: Viewer,
    email: str,
    name: str,
    marac: Marac,
    agency: Agency,
    role: str,
    from_on: date,
    password: str | None = None,
) -> User:
    """Somebody and their first role here. Who has an account already keeps its name and password, and gets the role."""
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        user = User(email=email.lower(), name=name)
        user.set_password(password or None)
        user.save()
        record(PersonAdded(added_user_id=user.pk))
    _give(viewer, user, agency, marac, role, from_on)
    return user


@operation(needs=Permission.MANAGE_USERS)
def give_role(*, viewer: Viewer, user: User, agency: Agency, marac: Marac, role: str, from_on: date) -> Membership:
    return _give(viewer, user, agency, marac, role, from_on)


@operation(needs=Permission.MANAGE_USERS)
def end_role(*, viewer: Viewer, membership: Membership, until_on: date) -> Membership:
    """`until_on` is the last day. Nobody ends their own role, so that a MARAC is never left without a coordinator."""
    membership = lock(Membership, viewer, membership.pk)
    if membership.user_id == viewer.user_id:
        raise Refusal(_("You cannot end a role of your own. Ask another coordinator to do it."))
    if until_on < membership.from_on:
        raise Refusal(_("Enter a day on or after the day on which the role began."), field="until_on")
    membership.until_on = until_on
    membership.save()
    record(
        RoleEnded(
            ended_user_id=membership.user_id,
            marac_id=membership.marac_id,
            agency_id=membership.agency_id,
            ended_role=membership.role,
            until_on=until_on,
        )
    )
    return membership


@operation(needs=Permission.MANAGE_USERS)
def set_password(*, viewer: Viewer, user: User, password: str) -> None:
    """For somebody who has none yet or forgot it; their open sessions end.

    Refused for those who also act in a MARAC that the viewer does not run: it would open that one too.
    """
    user = lock(User, viewer, user.pk)
    if user.pk == viewer.user_id:
        raise Refusal(_("Change your own password on the page of your account."))
    if acts_elsewhere(viewer, user):
        raise Refusal(_("This person also acts in another MARAC. Ask whoever runs this installation to do it."))
    change_password(user, password)


@operation(needs=Permission.MANAGE_USERS)
def give_cover(
    *, viewer: Viewer, user: User, membership: Membership, basis: str, from_on: date, until_on: date
) -> Membership:
    """The role of somebody for a deputy, or for who covers an absence: it ends by itself."""
    covered = lock(Membership, viewer, membership.pk, "agency", "marac")
    check_cover(
        user_id=user.pk, covered_id=covered.user_id, from_on=from_on, until_on=until_on, ends_on=covered.until_on
    )
    more = {"basis": basis, "covers": covered, "until_on": until_on}
    return _give(viewer, user, covered.agency, covered.marac, covered.role, from_on, **more)


def change_password(user: User, password: str) -> None:
    """Their open sessions end. To be called inside an operation, which tells them of it."""
    user.set_password(password)
    user.save()
    record(PasswordSet(of_user_id=user.pk))


def confirm(viewer: Viewer, membership: Membership) -> None:
    """That somebody does it from now, until it is asked again; to be called, and saved, inside an operation.

    A coordinator's role never lapses, for nobody would be left to give it back.
    """
    profile = profile_on(membership.marac_id, viewer.today)
    months = profile.confirm_people_months if membership.role != Role.COORDINATOR else 0
    membership.confirmed_on = viewer.today
    membership.lapses_on = add_months(max(viewer.today, membership.from_on), months) if months else None
    days = timedelta(days=profile.confirm_people_days)
    membership.asked_on = membership.lapses_on - days if membership.lapses_on else None


def _give(
    viewer: Viewer, user: User, agency: Agency, marac: Marac, role: str, from_on: date, **more: Any
) -> Membership:
    marac = lock(Marac, viewer, marac.pk)
    if role not in GIVEN_ROLES:
        raise Refusal(_("Choose one of the roles shown"), field="role")
    held = Membership.objects.filter(user=user, agency=agency, marac=marac, role=role)
    if held.not_ended(max(from_on, viewer.today)).exists():
        raise Refusal(_("This person has this role for this agency already. End it first to begin it anew."))
    membership = Membership(user=user, agency=agency, marac=marac, role=role, from_on=from_on, **more)
    confirm(viewer, membership)
    membership.save()
    record(RoleGiven(given_user_id=user.pk, marac_id=marac.pk, agency_id=agency.pk, given_role=role))
    return membership
