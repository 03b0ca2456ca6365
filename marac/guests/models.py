"""A link by which somebody without an account refers once."""

from datetime import datetime
from typing import Self

from django.db import models

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.directory.models import Agency, Marac
from marac.guests.rules import is_open
from marac.referrals.models import Referral


class GuestLinkQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        seen = viewer.may(Permission.READ_DOCUMENTS)
        return self.filter(marac__in=viewer.marac_ids) if seen else self.none()


class GuestLink(Record):
    """`mark` is what is kept of the secret in it, `code_mark` of the code that is read out, and `browser` of the secret
    of the one browser in which it is open. `checked` is how the agency was verified beyond its domain."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    address = models.EmailField()
    checked = models.CharField(max_length=500, blank=True)
    mark = models.CharField(max_length=64, unique=True)
    code_mark = models.CharField(max_length=64)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    until_at = models.DateTimeField()
    browser = models.CharField(max_length=64, blank=True)
    tries = models.PositiveSmallIntegerField(default=0, help_text="Wrong codes so far")
    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, null=True, blank=True)
    receipt = models.CharField(max_length=12, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = GuestLinkQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at",)

    class Register:
        about, keep = "user", "with its referral"
        give = ("id", "marac", "agency", "address", "made_at", "until_at", "used_at", "withdrawn_at")
        redact, withhold = ("checked", "made_by", "referral", "receipt"), ("mark", "code_mark", "browser", "tries")

    def __str__(self) -> str:
        return f"guest link {self.pk}"

    def holds(self, at: datetime) -> bool:
        return is_open(
            until_at=self.until_at, used_at=self.used_at, withdrawn_at=self.withdrawn_at, tries=self.tries, at=at
        )
