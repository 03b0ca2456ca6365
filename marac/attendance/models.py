"""Who came to a meeting or sent apologies, with their acceptance of confidentiality."""

from django.db import models

from marac.audit.models import Record
from marac.directory.models import Agency
from marac.kernel.text import _
from marac.meetings.models import Meeting


class Attendance(Record):
    """A person at a meeting, or apologies; with their acceptance of confidentiality."""

    class Capacity(models.TextChoices):
        CHAIR = "chair", _("Chair")
        REPRESENTATIVE = "representative", _("Representative")
        DEPUTY = "deputy", _("Deputy")
        AD_HOC = "ad_hoc", _("For one case")
        OBSERVER = "observer", _("Observer")
        MINUTES = "minutes", _("Taking minutes")

    class Presence(models.TextChoices):
        PRESENT = "present", _("Present")
        APOLOGIES = "apologies", _("Apologies")
        APOLOGIES_SENT = "apologies_sent", _("Apologies, information sent")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=20, choices=Capacity)
    presence = models.CharField(max_length=20, choices=Presence, default=Presence.PRESENT)
    confidentiality_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("agency__name", "name")
        constraints = (models.UniqueConstraint(fields=("meeting", "agency", "name"), name="attends_once"),)

    class Register:
        about, keep = "user", "with the meeting"
        give = ("id", "meeting", "agency", "name", "capacity", "presence", "confidentiality_on")

    def __str__(self) -> str:
        return f"{self.capacity} {self.presence}"
