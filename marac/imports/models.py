"""What an import made."""

from django.db import models

from marac.audit.models import Record
from marac.trackers.models import Line, Tracker


class Made(Record):
    """A record that an import made, and the print of it as it was then, by which it is seen whether it was changed."""

    tracker = models.ForeignKey(Tracker, on_delete=models.PROTECT, related_name="made")
    line = models.ForeignKey(Line, on_delete=models.PROTECT, null=True, blank=True, related_name="made")
    model = models.CharField(max_length=40)
    record_id = models.PositiveBigIntegerField()
    mark = models.CharField(max_length=64)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("model", "record_id"), name="made_once"),)

    class Register:
        about, keep = "nobody", "as long as the tracker"
        withhold = ("id", "tracker", "line", "model", "record_id", "mark")

    def __str__(self) -> str:
        return f"{self.model} {self.record_id}"
