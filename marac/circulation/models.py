"""The action list of a meeting, as it went out ahead of the minutes."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record, RecordQuerySet
from marac.meetings.models import AgendaItem, Meeting
from marac.papers.models import WordTemplate


class ActionListQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever reads minutes and sees one of the cases of the meeting."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.READ_MINUTES):
            return self.none()
        listed = AgendaItem.objects.visible_to(viewer).filter(meeting=OuterRef("meeting_id"))
        return self.filter(Exists(listed), meeting__marac__in=viewer.marac_ids)


class ActionList(Record):
    """Frozen as it was sent; the last one is the one that is read. `content` is whole: readers are given their cut."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="action_lists")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField(default=dict)
    template = models.ForeignKey(WordTemplate, on_delete=models.PROTECT, null=True, blank=True)
    sent_on = models.DateField()
    sent_by = models.CharField(max_length=200)

    objects = ActionListQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "-number")
        constraints = (models.UniqueConstraint(fields=("meeting", "number"), name="one_action_list_a_number"),)

    class Register:
        about, keep = "victim", "with the cases in it"
        give = ("id", "meeting", "number", "template", "sent_on")
        redact = ("content", "sent_by")

    def __str__(self) -> str:
        return f"action list {self.number}"
