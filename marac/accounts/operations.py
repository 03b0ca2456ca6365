"""Changes to accounts: a person is added, and given a role."""

from dataclasses import dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency, Marac
from marac.kernel.refusal import Refusal
from marac.kernel.text import _


@dataclass(frozen=True)
class PersonAdded:
    added_user_id: int


@dataclass(frozen=True)
class RoleGiven:
    given_user_id: int
    marac_id: int
    agency_id: int
    given_role: str


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
def give_role(*, viewer: Viewer, user: User, agency: Agency, marac: Marac, role: str, from_on: date) -> Membership:
    marac = lock(Marac, viewer, marac.pk)
    membership = Membership(user=user, agency=agency, marac=marac, role=role, from_on=from_on)
    membership.save()
    record(RoleGiven(given_user_id=user.pk, marac_id=marac.pk, agency_id=agency.pk, given_role=role))
    return membership
