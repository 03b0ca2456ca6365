"""The sign-in service of each agency that has one, and who is who there."""

from typing import Self

from django.db import models

from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.directory.models import Agency, PanelSeat


class ConnectionQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those of agencies that have a seat in one of the viewer's MARACs."""
        if viewer.is_system:
            return self
        seated = PanelSeat.objects.visible_to(viewer).not_ended(viewer.today)
        return self.filter(agency__in=seated.values("agency_id"))


class Connection(Record):
    """`issuer` is the name that the service's tokens carry; `secret` is sealed; `trusted` are the words, with spaces
    between, by which it says that a second factor was shown, and none where ours is asked for all the same."""

    agency = models.OneToOneField(Agency, on_delete=models.PROTECT)
    issuer = models.CharField(max_length=300)
    client_id = models.CharField(max_length=200)
    secret = models.CharField(max_length=800)
    trusted = models.CharField(max_length=200, blank=True)
    is_open = models.BooleanField(default=False)
    set_on = models.DateField()

    objects = ConnectionQuerySet.as_manager()

    class Register:
        about, keep = "nobody", "as long as it is used"
        give = ("id", "agency", "issuer", "client_id", "trusted", "is_open", "set_on")
        withhold = ("secret",)

    # Read by a change of keys (config/rotation.py).
    SEALED = {"secret": "sealed_for"}

    def __str__(self) -> str:
        return f"connection {self.pk}"

    def sealed_for(self) -> bytes:
        return f"connection {self.agency_id}".encode()


class Identity(Record):
    """Who somebody is at their agency's service. `known_as` is never an e-mail address; the issuer is kept with it, so
    that a connection that is led to another service opens nobody's account."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    connection = models.ForeignKey(Connection, on_delete=models.PROTECT)
    issuer = models.CharField(max_length=300)
    known_as = models.CharField(max_length=300)
    linked_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("connection", "issuer", "known_as"), name="connections_one_account_each"),
            models.UniqueConstraint(fields=("connection", "user"), name="connections_one_link_each"),
        )

    class Register:
        about, keep = "user", "until it is taken away"
        give, withhold = ("id", "user", "connection", "issuer", "linked_on"), ("known_as",)

    def __str__(self) -> str:
        return f"identity {self.pk}"
