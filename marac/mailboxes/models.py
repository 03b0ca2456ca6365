"""The mailbox that a MARAC's mail arrives in, and how it stood when it was last asked."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from marac.audit.models import Record
from marac.directory.models import Marac, OfMaracQuerySet
from marac.mailboxes.rules import SECURITY_NAMES, WAY_NAMES, Security, Way


class MailboxQuerySet(OfMaracQuerySet):
    def due(self, at: datetime) -> Self:
        """Open, and not waiting after a failure: a server that is asked too often shuts an account."""
        return self.filter(Q(next_try_at=None) | Q(next_try_at__lte=at), is_open=True)


class Mailbox(Record):
    """`secret` is the password or the client secret, `refresh` the refresh token: both sealed. `results_of` is the name
    by which the receiving server signs its own Authentication-Results. Of `taken_folder`, all up to the number
    `taken_number` is known, as long as the server's mark of that folder is `taken_mark`."""

    marac = models.OneToOneField(Marac, on_delete=models.PROTECT)
    host = models.CharField(max_length=200)
    port = models.PositiveIntegerField()
    security = models.CharField(
        max_length=10, choices=[(each.value, text) for each, text in SECURITY_NAMES.items()], default=Security.TLS.value
    )
    account = models.CharField(max_length=200)
    way = models.CharField(
        max_length=12, choices=[(each.value, text) for each, text in WAY_NAMES.items()], default=Way.PASSWORD.value
    )
    token_address = models.CharField(max_length=300, blank=True)
    client_id = models.CharField(max_length=200, blank=True)
    scope = models.CharField(max_length=300, blank=True)
    secret = models.CharField(max_length=2000, blank=True)
    refresh = models.TextField(blank=True)
    taken_folder = models.CharField(max_length=100)
    results_of = models.CharField(max_length=200, blank=True)
    since_on = models.DateField(help_text="What arrived before this day is left where it is")
    is_open = models.BooleanField(default=False)
    set_on = models.DateField()
    looked_at = models.DateTimeField(null=True, blank=True)
    failing_since_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, blank=True)
    told = models.BooleanField(default=False, help_text="Away for the area's hours, and the office was told")
    said = models.CharField(max_length=300, blank=True, help_text="Why it failed, in words for the office")
    taken_mark = models.BigIntegerField(null=True, blank=True)
    taken_number = models.BigIntegerField(default=0)

    objects = MailboxQuerySet.as_manager()

    class Register:
        about, keep = "nobody", "as long as it is used"
        give = (
            *("id", "marac", "host", "port", "security", "account", "way", "token_address", "client_id", "scope"),
            *("taken_folder", "results_of", "since_on", "is_open", "set_on", "looked_at", "failing_since_at"),
            *("attempts", "next_try_at", "told", "said", "taken_mark", "taken_number"),
        )
        withhold = ("secret", "refresh")

    # Read by a change of keys (config/rotation.py).
    SEALED = {"secret": "sealed_for", "refresh": "sealed_for"}

    def __str__(self) -> str:
        return f"mailbox {self.pk}"

    def sealed_for(self) -> bytes:
        return f"mailbox {self.marac_id}".encode()
