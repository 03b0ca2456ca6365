"""Which agencies are connected, and whose account a service speaks of."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.connections.models import Connection, Identity
from marac.directory.models import Agency, PanelSeat


@dataclass(frozen=True)
class OwnLink:
    """A connection of one of somebody's agencies, and since when their account is linked there."""

    connection: Connection
    identity: Identity | None


def open_connections() -> QuerySet[Connection]:
    """What the sign-in page offers to strangers: names of agencies, and nothing of who works there."""
    return Connection.objects.filter(is_open=True).select_related("agency").order_by("agency__name")


def open_connection(pk: int) -> Connection | None:
    return open_connections().filter(pk=pk).first()


def connection_for(agency_id: int | None) -> Connection | None:
    """The open one of an agency; none of none."""
    return open_connections().filter(agency=agency_id).first() if agency_id else None


def connection_of(agency: Agency) -> Connection | None:
    return Connection.objects.filter(agency=agency).first()


def seated_agencies(viewer: Viewer) -> QuerySet[Agency]:
    """Each with `connected`: whether its connection is open; None where there is none."""
    seats = PanelSeat.objects.visible_to(viewer).not_ended(viewer.today)
    found = Agency.objects.filter(pk__in=seats.values("agency_id")).order_by("name")
    return found.annotate(connected=F("connection__is_open"))


def has_seat(viewer: Viewer, agency: Agency) -> bool:
    return seated_agencies(viewer).filter(pk=agency.pk).exists()


def links_of(user: User, today: date) -> list[OwnLink]:
    """The open connections of the agencies that somebody has a role for today."""
    linked = {each.connection_id: each for each in Identity.objects.filter(user=user)}
    found = open_connections().filter(agency__in=_agencies_of(user, today))
    return [OwnLink(each, _still(linked.get(each.pk), each)) for each in found]


def linked_account(connection: Connection, known_as: str, today: date) -> User | None:
    """Whose account it is; none unless they have a role for the agency of the connection today."""
    found = Identity.objects.filter(connection=connection, issuer=connection.issuer, known_as=known_as)
    identity = found.filter(user__is_active=True).select_related("user").first()
    if identity is None or not has_role_for(identity.user, connection, today):
        return None
    return identity.user


def has_role_for(user: User, connection: Connection, today: date) -> bool:
    return connection.agency_id in set(_agencies_of(user, today))


def _agencies_of(user: User, today: date) -> list[int]:
    return list(Membership.objects.filter(user=user).in_force(today).values_list("agency_id", flat=True))


def _still(identity: Identity | None, connection: Connection) -> Identity | None:
    """A link to the service that the connection had before is none."""
    return identity if identity and identity.issuer == connection.issuer else None
