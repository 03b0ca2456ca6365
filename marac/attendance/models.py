"""Who came to a meeting or sent apologies, who was at the table for which case, and what was decided of a quorum."""

from typing import Self

from django.db import models

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
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


class ObserverQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        if viewer.is_system:
            return self
        if not viewer.may(Permission.RUN_MEETINGS):
            return self.none()
        return self.filter(meeting__marac__in=viewer.marac_ids)

    def agreed(self) -> Self:
        return self.filter(state=Observer.State.AGREED)


class Observer(Record):
    """Somebody who asks to observe a meeting, as the guest of an agency, and what the chair said to that before it."""

    class State(models.TextChoices):
        ASKED = "asked", _("Not decided")
        AGREED = "agreed", _("Agreed")
        REFUSED = "refused", _("Refused")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="observers")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, help_text="Whose guest they are")
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=400)
    asked_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    reason = models.CharField(max_length=400, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True, help_text="The chair, or on whose word it was written")

    objects = ObserverQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("meeting", "agency", "name"), name="asks_to_observe_once"),
            models.CheckConstraint(
                condition=models.Q(state="asked", decided_on=None)
                | (~models.Q(state="asked") & ~models.Q(decided_by="") & models.Q(decided_on__isnull=False)),
                name="observer_decided_by_somebody",
            ),
        )

    class Register:
        about, keep = "user", "with the meeting"
        give = ("id", "meeting", "agency", "name", "organisation", "why", "asked_on", "state", "reason", "decided_on")
        redact = ("decided_by",)

    def __str__(self) -> str:
        return f"observer {self.pk}"


class ClosedToObservers(Record):
    """While there is such a row, no observer is at the table for the case."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="closed_to_observers")
    reason = models.CharField(max_length=400)
    closed_on = models.DateField()
    closed_by = models.CharField(max_length=200)

    objects = OfItem.as_manager()

    class Register:
        about, keep = "victim", "with the case"
        give, redact = ("id", "item", "closed_on"), ("reason", "closed_by")

    def __str__(self) -> str:
        return f"closed {self.pk}"


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
