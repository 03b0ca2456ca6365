"""A message that came in, with what was proposed and what was decided; and when the queue was looked through."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Case
from marac.cases.scope import seen
from marac.directory.models import Agency, Marac, OfMaracQuerySet
from marac.documents.models import Document
from marac.inbox.rules.states import OPEN, PROPOSED_NAMES, STATE_NAMES, State
from marac.incoming.sender import STANDING_NAMES, Standing
from marac.kernel.text import _
from marac.referrals.models import Referral
from marac.research.models import Request


class MessageQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """The office of that MARAC: of a message that names or went to a case as far as they may see the case, of one
        that became a referral as far as they may see the referral; never without its original."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.WORK_INBOX):
            return self.none()
        of_case = seen(viewer)
        of_referral = Exists(Referral.objects.visible_to(viewer).filter(pk=OuterRef("referral_id")))
        of_original = Exists(Document.objects.visible_to(viewer).filter(pk=OuterRef("document_id")))
        found = self.filter(Q(case=None) | of_case, Q(referral=None) | of_referral, marac__in=viewer.marac_ids)
        return found.filter(Q(document=None) | of_original)

    def waiting(self) -> Self:
        return self.filter(state__in=[state.value for state in OPEN])


class Message(Record):
    """`fingerprint` is of what it says, so that a copy is known again; `look` is what the message says of itself
    (marac/incoming/look.py). `case` is the one proposed while it waits, and the one it was filed with after that."""

    class Came(models.TextChoices):
        MAIL = "mail", _("By mail")
        UPLOAD = "upload", _("Uploaded")

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    came = models.CharField(max_length=10, choices=Came)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True)
    fingerprint = models.CharField(max_length=64)
    message_number = models.CharField(max_length=300, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    sender_address = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)
    taken_on = models.DateField()
    taken_at = models.DateTimeField(auto_now_add=True)
    found_in = models.CharField(max_length=200, blank=True, help_text="The folder in which it stood")
    only_head = models.BooleanField(default=False, help_text="Too large to be taken: its headers alone were kept")
    look = models.JSONField(default=dict)
    not_read = models.CharField(max_length=300, blank=True, help_text="Why no referral could be read from it")
    standing = models.CharField(
        max_length=10, choices=[(each.value, text) for each, text in STANDING_NAMES.items()], default=Standing.STRANGER
    )
    like = models.CharField(max_length=200, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)
    results = models.JSONField(default=dict, blank=True)
    proposed = models.CharField(max_length=12, choices=[(each.value, text) for each, text in PROPOSED_NAMES.items()])
    reasons = models.JSONField(default=list)
    state = models.CharField(
        max_length=12, choices=[(each.value, text) for each, text in STATE_NAMES.items()], default=State.WAITING.value
    )
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, blank=True)
    request = models.ForeignKey(Request, on_delete=models.PROTECT, null=True, blank=True)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, null=True, blank=True)
    reason = models.TextField(blank=True)
    handled_on = models.DateField(null=True, blank=True)
    handled_by = models.CharField(max_length=200, blank=True)
    keep_until = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ("-taken_on", "-pk")
        indexes = (
            models.Index(fields=("marac", "state", "-taken_on"), name="inbox_by_state"),
            models.Index(fields=("marac", "message_number"), name="inbox_by_number"),
        )
        constraints = (
            models.UniqueConstraint(fields=("marac", "fingerprint"), name="inbox_each_message_once"),
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "put_back"), handled_on=None)
                | (~Q(state__in=("waiting", "put_back")) & Q(handled_on__isnull=False) & ~Q(handled_by="")),
                name="inbox_handled_with_day_and_name",
            ),
            models.CheckConstraint(condition=~Q(state="not_ours") | ~Q(reason=""), name="inbox_not_ours_with_reason"),
        )

    class Register:
        about, keep = "victim", "with the case; without one, as correspondence; what is not ours, the area's days"
        give = ("id", "marac", "came", "case", "referral", "taken_on", "taken_at", "sent_at", "arrived_at", "state")
        redact = (
            *("document", "fingerprint", "message_number", "sender_name", "sender_address", "subject", "found_in"),
            *("only_head", "look", "not_read", "standing", "like", "agency", "results", "proposed", "reasons"),
            *("request", "action", "reason", "handled_on", "handled_by", "keep_until", "revision"),
        )

    def __str__(self) -> str:
        return f"message {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def _differences(self) -> dict[str, Any]:
        """The trail says that its words were kept, never what they are: others than the office read the trail."""
        told = super()._differences()
        return told | {name: ["not shown"] for name in ("look", "subject", "sender_name") if name in told}


class LookedThrough(Record):
    """Somebody on duty went through the queue that day, and how many messages still waited."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    on = models.DateField()
    noted_at = models.DateTimeField(auto_now_add=True)
    by = models.CharField(max_length=200)
    waiting = models.PositiveIntegerField()

    objects = OfMaracQuerySet.as_manager()

    class Meta:
        ordering = ("-on", "-pk")
        indexes = (models.Index(fields=("marac", "-on"), name="inbox_looked_by_day"),)

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "marac", "on", "noted_at", "by", "waiting")

    def __str__(self) -> str:
        return f"look {self.pk}"
