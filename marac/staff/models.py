"""To whom the open work of somebody who left was handed."""

from typing import Self

from django.db import models

from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.directory.models import Agency, Marac


class HandoverQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, in the MARACs where one acts."""
        if viewer.is_system:
            return self
        return self.filter(marac_id__in=viewer.marac_ids, to=viewer.user_id)


class Handover(Record):
    """What an agency had open in one MARAC when somebody left it, and who goes on with it; counts, and no names."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    left = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    handed_on = models.DateField()
    actions = models.PositiveIntegerField()
    requests = models.PositiveIntegerField()
    drafts = models.PositiveIntegerField()
    taken_on = models.DateField(null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "marac", "agency", "left", "to", "handed_on", "actions", "requests", "drafts", "taken_on")

    def __str__(self) -> str:
        return f"handover {self.pk}"
