"""One person's papers for a meeting: what was put together for them, as which issue, and when they first opened it."""

from typing import Self

from django.db import models

from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.directory.models import Agency
from marac.kernel.text import _
from marac.meetings.models import Meeting


class PackQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, in the role for which it was made. Nobody opens another's, whatever their role."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.SEE_MEETINGS):
            return self.none()
        own = self.filter(user=viewer.user_id, agency=viewer.agency_id, role=viewer.role.value)
        return own.filter(meeting__marac__in=viewer.marac_ids)

    def made(self) -> Self:
        return self.filter(state=Pack.State.MADE)

    def waiting(self) -> Self:
        return self.filter(state=Pack.State.WAITING)


class Pack(Record):
    """`content` is frozen as it was made for this person, in the shape of marac/packs/queries.py; whoever opens it is
    given what they may still see of that. The person's last issue is the one that is in force."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        MADE = "made", _("Made")
        NOBODY = "nobody", _("Not made: no case of it is open to them")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="packs")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="packs")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    content = models.JSONField(default=dict)
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=200)
    made_on = models.DateField(null=True, blank=True)
    opened_on = models.DateField(null=True, blank=True)

    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "agency__name", "user__name", "-number")
        indexes = (models.Index(fields=("id",), condition=models.Q(state="waiting"), name="pack_to_make"),)
        constraints = (
            models.UniqueConstraint(fields=("meeting", "user", "agency", "number"), name="one_pack_a_number"),
        )

    class Register:
        about, keep = "victim", "with the cases in it"
        give = ("id", "meeting", "agency", "role", "number", "state", "asked_on", "made_on", "opened_on")
        redact = ("user", "content", "asked_by")

    def __str__(self) -> str:
        return f"papers {self.pk}"
