"""Who came to a meeting or sent apologies, who was at the table for which case, and what was decided of a quorum."""

from django.db import models

from marac.accounts.models import User
from marac.audit.models import Record
from marac.cases.scope import CaseScoped
from marac.directory.models import Agency
from marac.kernel.text import _
from marac.meetings.models import AgendaItem, Meeting


class OfItem(CaseScoped):
    case_path = "item__case"


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
    accepted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, help_text="Themselves, signed in; else it was read out"
    )

    class Meta:
        ordering = ("agency__name", "name")
        constraints = (models.UniqueConstraint(fields=("meeting", "agency", "name"), name="attends_once"),)

    class Register:
        about, keep = "user", "with the meeting"
        give = ("id", "meeting", "agency", "name", "capacity", "presence", "confidentiality_on", "accepted_by")

    def __str__(self) -> str:
        return f"{self.capacity} {self.presence}"


class AtCase(Record):
    """Somebody came to the table for one case, or left it. Named as on the attendance of the meeting, from which a
    name that was mistyped may be taken off. Whoever has no row here is there for every case, or for none."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="came_and_went")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    joined_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = OfItem.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("item", "agency", "name"), name="at_case_once"),
            models.CheckConstraint(
                condition=models.Q(joined_at__isnull=False) | models.Q(left_at__isnull=False), name="came_or_went"
            ),
        )

    class Register:
        about, keep = "user", "with the case"
        give, withhold = ("id", "agency", "name", "joined_at", "left_at"), ("item",)

    def __str__(self) -> str:
        return f"at case {self.pk}"


class QuorumDecision(Record):
    """What the chair decided of one case without a quorum; `absent` has the names of the agencies not there."""

    class Decision(models.TextChoices):
        HEAR = "hear", _("Hear the case with what the absent agencies sent")
        WITHOUT = "without", _("Hear the case without the absent agencies")
        DEFER = "defer", _("Defer the case")

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="quorum_decision")
    decision = models.CharField(max_length=10, choices=Decision)
    reason = models.CharField(max_length=400)
    absent = models.JSONField(default=list)
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=200)

    objects = OfItem.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        give, redact = ("id", "item", "decision", "absent", "decided_on"), ("reason", "decided_by")

    def __str__(self) -> str:
        return f"quorum decision {self.pk}"
