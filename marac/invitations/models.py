"""Links by which people choose their own password, and lost factors that wait for a second person."""

from django.db import models
from django.db.models import Q

from marac.accounts.models import User
from marac.audit.models import Record


class Invitation(Record):
    """A link by which somebody chooses their own password, once; `mark` is what is kept of the secret in it."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    mark = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # used, withdrawn, or followed by another

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user",), condition=Q(ended_at=None), name="invitations_one_open"),
        )

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give, withhold = ("id", "user", "made_at", "ended_at"), ("mark", "made_by")

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class FactorReset(Record):
    """A lost factor, to be taken away once a second person says so."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("user",), condition=Q(ended_at=None), name="invitations_one_open_reset"),
        )

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give, withhold = ("id", "user", "made_at", "ended_at"), ("asked_by", "confirmed_by")

    def __str__(self) -> str:
        return f"reset {self.pk}"
