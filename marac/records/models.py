"""An alert of unusual reading, and how far the trail was looked through for them."""

from typing import Self

from django.db import models
from django.db.models import Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Case
from marac.directory.models import Marac
from marac.records.rules import UNUSUAL_NAMES


class AlertQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Never the person whom it is about. An alert about somebody who manages people is for the others who do, and
        for the chair; every other is for those who manage people."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.SEE_ALERTS):
            return self.none()
        here = self.filter(~Q(user=viewer.user_id), marac__in=viewer.marac_ids)
        return here if viewer.may(Permission.MANAGE_USERS) else here.filter(about_manager=True)


class Alert(Record):
    """Somebody read unusually. `key` keeps the same from being raised twice; `entries` are numbers of the trail."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    about_manager = models.BooleanField(help_text="The person manages people in this MARAC")
    kind = models.CharField(max_length=20, choices=[(kind.value, text) for kind, text in UNUSUAL_NAMES.items()])
    key = models.CharField(max_length=60)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True)
    entries = models.JSONField(default=list)
    first_at = models.DateTimeField(help_text="The time of the first entry")
    raised_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.CharField(max_length=200, blank=True)
    closed_reason = models.TextField(blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        ordering = ("-raised_on", "-pk")
        indexes = (models.Index(fields=("marac", "closed_on"), name="alert_by_marac"),)
        constraints = (models.UniqueConstraint(fields=("marac", "user", "key"), name="one_alert_a_key"),)

    class Register:
        about, keep = "user", "as long as the case, and a year"
        redact = ("marac", "user", "kind", "first_at", "raised_on", "closed_on", "closed_by", "closed_reason")
        withhold = ("id", "about_manager", "key", "case", "entries")

    def __str__(self) -> str:
        return f"alert {self.pk}"


class Bookmark(Record):
    """How far a round has come: the last entry of the trail that it looked at, or the day on which it was done."""

    name = models.CharField(max_length=20, unique=True)
    number = models.PositiveBigIntegerField(default=0)
    done_on = models.DateField(null=True, blank=True)

    class Register:
        about, keep = "nobody", "for ever"
        withhold = ("id", "name", "number", "done_on")

    def __str__(self) -> str:
        return f"{self.name} {self.number}"
