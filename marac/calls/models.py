"""A call in which somebody referred: who took it down and when, and whether they were rung back."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.kernel.text import _
from marac.referrals.models import Referral


class CallQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Of a referral that the viewer sees, for the office."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.READ_DOCUMENTS):
            return self.none()
        return self.filter(Exists(Referral.objects.visible_to(viewer).filter(pk=OuterRef("referral_id"))))


class Call(Record):
    """What was told stands in the referral. `unread` is what was typed and cannot be stored yet, such as half a date,
    by its path; `page` is the mark of the page that saved last, so that it does not stand in its own way."""

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", _("They made the call, and stand by it")
        NOT_KNOWN_THERE = "not_known_there", _("Nobody there knows of the call")

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT)
    taken_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    read_back = models.BooleanField(default=False)
    unread = models.JSONField(default=dict, blank=True)
    page = models.CharField(max_length=32, blank=True)
    rung_back_at = models.DateTimeField(null=True, blank=True)
    rung_back_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=16, choices=Outcome, blank=True)
    number = models.CharField(max_length=40, blank=True, help_text="The one that was rung")
    found_in = models.CharField(max_length=200, blank=True, help_text="Where that number was found")
    spoken_to = models.CharField(max_length=200, blank=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        ordering = ("-began_at",)

    class Register:
        about, keep = "victim", "with its referral"
        give = ("id", "referral", "began_at", "ended_at")
        redact = ("taken_by", "read_back", "rung_back_at", "rung_back_by", "outcome", "number", "found_in", "spoken_to")
        withhold = ("unread", "page")

    def __str__(self) -> str:
        return f"call {self.pk}"
