"""What is kept of an agenda beside the places of its cases: what was said by hand, and what was proved."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from marac.access.viewer import Viewer
from marac.audit.models import Record, RecordQuerySet
from marac.cases.scope import CaseScoped
from marac.directory.models import Agency
from marac.meetings.models import AgendaItem, Meeting


class OfMeeting(RecordQuerySet):
    """Whoever sees the meeting; nothing of a case stands in it."""

    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(meeting__in=Meeting.objects.visible_to(viewer))


class OfItem(CaseScoped):
    case_path = "item__case"


class Agenda(Record):
    """How the order of a meeting came about. `bound`: no order costs less, in minutes waited, for as long as is asked
    what was asked then (`worked_out_for`). `earlier`: the orders before it, each a list of items and whether it was
    kept in its place."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="agenda")
    bound = models.PositiveIntegerField(null=True, blank=True)
    worked_out_for = models.CharField(max_length=32, blank=True)
    earlier = models.JSONField(default=list)
    longest_minutes = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Instead of the area's setting")
    longest_reason = models.CharField(max_length=400, blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects = OfMeeting.as_manager()

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "meeting", "bound", "worked_out_for", "earlier", "longest_minutes", "longest_reason", "revision")

    def __str__(self) -> str:
        return f"agenda {self.pk}"


class KeptPlace(Record):
    """A case that somebody put in its place: it stays there, and the others are ordered around it."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="kept")

    objects = OfItem.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        give = ("id", "item")

    def __str__(self) -> str:
        return f"kept place {self.pk}"


class SaidNeed(Record):
    """Somebody said that an agency is needed when a case is heard, or is not: it outweighs what the records say."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="said_needs")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    needed = models.BooleanField()
    reason = models.CharField(max_length=400)
    said_by = models.CharField(max_length=200)

    objects = OfItem.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("item", "agency"), name="one_said_need"),)

    class Register:
        about, keep = "victim", "with the case"
        give = ("id", "item", "agency", "needed")
        redact = ("reason", "said_by")

    def __str__(self) -> str:
        return f"said need {self.pk}"


class Coming(Record):
    """How many come to a meeting for an agency, and from when or until when it can be there, where that was said."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="coming")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    people = models.PositiveSmallIntegerField(null=True, blank=True)
    from_at = models.TimeField(null=True, blank=True)
    until_at = models.TimeField(null=True, blank=True)
    said_by = models.CharField(max_length=200)

    objects = OfMeeting.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("meeting", "agency"), name="one_coming"),
            models.CheckConstraint(
                condition=Q(from_at=None) | Q(until_at=None) | Q(until_at__gt=F("from_at")),
                name="comes_before_it_leaves",
            ),
        )

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "meeting", "agency", "people", "from_at", "until_at", "said_by")

    def __str__(self) -> str:
        return f"coming {self.pk}"
