"""What somebody wants of their calendar, and what they were last sent about each meeting."""

from typing import Self

from django.db import models

from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.diary.rules import Span, Stand
from marac.directory.models import Agency
from marac.meetings.models import Meeting


class OwnQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(user=viewer.user_id)


class Diary(Record):
    """`mark` is what is kept of the private address of their dates, where they have one; it gives those of one agency
    if they were signed in on the word of that agency only when they made it."""

    user = models.OneToOneField(User, on_delete=models.PROTECT)
    invited = models.BooleanField(default=True)
    mark = models.CharField(max_length=64, null=True, blank=True, unique=True)
    within = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)

    objects = OwnQuerySet.as_manager()

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "user", "invited", "within")
        withhold = ("mark",)

    def __str__(self) -> str:
        return f"diary {self.pk}"


class Invited(Record):
    """A person and a meeting: the entry in their calendar, its last times, and whether it was taken back."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invited")
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    uid = models.CharField(max_length=32, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    cancelled = models.BooleanField(default=False)

    objects = OwnQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "user"), name="invited_once"),)

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "meeting", "user", "starts_at", "ends_at", "cancelled")
        withhold = ("uid", "sequence")

    def __str__(self) -> str:
        return f"invited {self.pk}"

    @property
    def stand(self) -> Stand:
        return Stand(Span(self.starts_at, self.ends_at), self.sequence, self.cancelled)
