"""Setting up an agency's connection, opening and closing it, and linking an account to somebody there."""

from dataclasses import dataclass

from django.conf import settings

from marac.access.requires import Unseen
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.accounts.sealing import closed
from marac.audit.operation import lock, operation, record
from marac.connections.models import Connection, Identity
from marac.connections.queries import has_role_for, has_seat
from marac.connections.rules import issuer_of
from marac.directory.models import Agency
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.letters import changed
from marac.mail.operations import write_to


@dataclass(frozen=True)
class ConnectionSet:
    agency_id: int
    issuer: str
    trusted: str


@dataclass(frozen=True)
class ConnectionOpened:
    agency_id: int


@dataclass(frozen=True)
class ConnectionClosed:
    agency_id: int


@dataclass(frozen=True)
class AccountLinked:
    of_user_id: int
    agency_id: int


@dataclass(frozen=True)
class AccountUnlinked:
    of_user_id: int
    agency_id: int


@operation(needs=Permission.MANAGE_USERS)
def connect(*, viewer: Viewer, agency: Agency, issuer: str, client_id: str, secret: str, trusted: str) -> Connection:
    """Set it up, or change it: then it is closed until somebody opens it again. A blank secret is the one before."""
    if not has_seat(viewer, agency):
        raise Unseen(Agency, agency.pk)
    found = Connection.objects.select_for_update().filter(agency=agency).first()
    made = found or Connection(agency=agency)
    made.issuer = issuer_of(issuer, production=settings.PRODUCTION)
    made.client_id, made.trusted = client_id.strip(), " ".join(trusted.split())
    made.is_open, made.set_on = False, viewer.today
    if not secret and found is None:
        raise Refusal(_("Enter the secret"), field="secret")
    made.save()
    if secret:
        made.secret = closed(secret.encode(), made.sealed_for())
        Connection.objects.bulk_update(
            [made], ["secret"]
        )  # in bulk, because a bulk write leaves no values in the trail
    record(ConnectionSet(agency_id=agency.pk, issuer=made.issuer, trusted=made.trusted))
    return made


@operation(needs=Permission.MANAGE_USERS)
def open_connection(*, viewer: Viewer, connection: Connection) -> None:
    connection = lock(Connection, viewer, connection.pk)
    connection.is_open = True
    connection.save()
    record(ConnectionOpened(agency_id=connection.agency_id))


@operation(needs=Permission.MANAGE_USERS)
def close_connection(*, viewer: Viewer, connection: Connection) -> None:
    """Nobody signs in by it until it is opened again; who is linked stays linked."""
    connection = lock(Connection, viewer, connection.pk)
    connection.is_open = False
    connection.save()
    record(ConnectionClosed(agency_id=connection.agency_id))


@operation(needs=Permission.DO_DUE_WORK)
def link(*, viewer: Viewer, user: User, connection: Connection, known_as: str) -> None:
    """For who showed both: that the account is theirs, and, at the service, who they are there."""
    user = lock(User, viewer, user.pk)
    if not connection.is_open or not has_role_for(user, connection, viewer.today):
        raise Refusal(_("Your account has no role for this agency today. Ask your coordinator."))
    others = Identity.objects.filter(connection=connection, issuer=connection.issuer, known_as=known_as)
    if others.exclude(user=user).exists():
        raise Refusal(_("This account of your agency is linked to another account here. Ask your coordinator."))
    Identity.objects.filter(connection=connection, user=user).delete()
    made = Identity(
        user=user, connection=connection, issuer=connection.issuer, known_as=known_as, linked_on=viewer.today
    )
    made.save()
    said = changed(_("Your account was linked to an account of your agency, which signs in to it."))
    write_to(viewer, user, said, f"link {connection.pk} {user.pk}")
    record(AccountLinked(of_user_id=user.pk, agency_id=connection.agency_id))


@operation(needs=Permission.SEE_OWN_WORK)
def unlink(*, viewer: Viewer, connection: Connection) -> None:
    """Of the viewer's own account."""
    user = lock(User, viewer, viewer.user_id)
    gone, _by_model = Identity.objects.filter(connection=connection, user=user).delete()
    if not gone:
        raise Refusal(_("Your account is not linked to this agency's service."))
    write_to(
        viewer,
        user,
        changed(_("The account of your agency no longer signs in to yours.")),
        f"no link {connection.pk} {user.pk}",
    )
    record(AccountUnlinked(of_user_id=viewer.user_id or 0, agency_id=connection.agency_id))
